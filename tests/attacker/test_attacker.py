"""No hidden count can be worked out from what a release shows; where nothing is protected, the attacker wins."""

import random
from datetime import date
from typing import Final

import polars as pl
import pytest

from metrics.populations import Tables
from tests.attacker.attack import Worked, attack, broken
from tests.attacker.candidates import CANDIDATES, Candidate, keyless
from tests.attacker.shown import Cell, cuts, shown, shown_over_months
from tests.loaders.files import SHARED, needs_shared_data
from tests.metrics.made_up import made_up

SMALL_WAYS: Final = cuts(["borough", "placement_group", "sex", "provider_sector"])
SAMPLE_WAYS: Final = cuts(["borough", "placement_type", "provider_sector", "age_band", "sex", "is_uasc"], most=2)
MOVED: Final = [candidate for candidate in CANDIDATES if candidate.moves]
BARE: Final = CANDIDATES[0]
TRIED: Final = 6
"""Hidden counts of the sample that are attacked here; `make prove` attacks them all."""


def attacked(tables: Tables, end: date, candidate: Candidate, ways: list[tuple[str, ...]], some: int) -> list[Worked]:
    """Attack some hidden small counts of a release, picked at random but always the same."""
    cells = shown(candidate.tables(tables), end, candidate.release, ways, moved=candidate.moves)
    hidden = list(dict.fromkeys(cell for cell in cells if cell.is_hidden and cell.is_small))
    picked = random.Random(1).sample(hidden, min(some, len(hidden)))
    return attack(cells, picked)


@pytest.mark.parametrize("candidate", MOVED, ids=lambda each: each.release.value)
@pytest.mark.parametrize("seed", range(1, 6))
def test_nothing_hidden_of_a_small_consortium_can_be_worked_out(candidate: Candidate, seed: int):
    worked = attacked(keyed(made_up(seed, children=120), seed), date(2024, 3, 31), candidate, SMALL_WAYS, 12)
    assert worked, "There is something to attack."
    assert broken(worked) == []


@pytest.mark.parametrize("candidate", MOVED, ids=lambda each: each.release.value)
def test_nothing_hidden_can_be_worked_out_from_the_months_before_and_after(candidate: Candidate):
    tables = keyed(made_up(7, children=80), 7)
    cells = shown_over_months(tables, date(2024, 3, 31), candidate.release, ["borough", "sex"])
    hidden = list(dict.fromkeys(cell for cell in cells if cell.is_hidden and cell.is_small))
    worked = attack(cells, random.Random(2).sample(hidden, 12))
    assert broken(worked) == []


def test_hiding_alone_is_broken(sample_tables: Tables):
    worked = attacked(sample_tables, date(2026, 9, 30), BARE, SAMPLE_WAYS, 2 * TRIED)
    assert any(each.left == 1 for each in worked), "Somebody's count is worked out to the last child."
    assert all(each.least <= len(each.cell.children) <= each.most for each in worked)


@pytest.mark.parametrize("candidate", MOVED, ids=lambda each: each.release.value)
def test_nothing_hidden_of_the_sample_can_be_worked_out(candidate: Candidate, sample_tables: Tables):
    worked = attacked(sample_tables, date(2026, 9, 30), candidate, SAMPLE_WAYS, TRIED)
    assert len(worked) == TRIED
    assert broken(worked) == []


def keyed(tables: Tables, seed: int) -> Tables:
    """Random tables in which every child has one key wherever it stands."""
    children = pl.concat([rows.select("child").collect() for rows in tables.values() if _has(rows, "child")]).unique()
    drawn = random.Random(seed)
    keys = children.sort("child").with_columns(key=pl.Series([drawn.randrange(2**32) for _ in range(children.height)]))
    own = keys.with_columns(pl.col("key").cast(pl.UInt32)).lazy()
    return {
        name: rows.drop("key").join(own, on="child", how="left", nulls_equal=True) if _has(rows, "key") else rows
        for name, rows in tables.items()
    }


def _has(rows: pl.LazyFrame, column: str) -> bool:
    return column in rows.collect_schema()


def test_without_keys_nothing_is_moved():
    tables = made_up(2, children=60)
    assert all(
        (rows.select("key").collect()["key"] == 0).all() for rows in keyless(tables).values() if _has(rows, "key")
    )


def published(numbers: dict[str, str]) -> list[Cell]:
    """A published table of parts and their total as the attacker sees it; each part is one kind of children."""
    parts = {name: frozenset({name}) for name in numbers if name != "Total"}
    sets = parts | {"Total": frozenset(parts)}
    return [_published(sets[name], number) for name, number in numbers.items()]


def _published(children: frozenset[str], number: str) -> Cell:
    if number == "c":
        return Cell(children, 0, float("inf"), is_hidden=True, is_small=True)
    shown_as = 0.0 if number == "z" else float(number)
    return Cell(children, shown_as, shown_as, is_hidden=False, is_small=False)


def left_of(numbers: dict[str, str]) -> list[int]:
    """How many values each hidden part of a published table may have."""
    cells = published(numbers)
    return [each.left for each in attack(cells, [cell for cell in cells if cell.is_hidden])]


@needs_shared_data
def test_england_s_tables_hold_as_published_and_give_a_cell_away_once_its_companions_are_shown():
    path = SHARED / "published" / "cla_on_31_march_by_characteristics_la.csv"
    rows = pl.read_csv(path, infer_schema=False).filter(
        geographic_level="Local authority", time_period="2025", cla_group="Category of need"
    )
    tables = [dict(group.select("characteristic", "number").rows()) for _, group in rows.group_by("la_name")]
    hidden = [table for table in tables if "c" in table.values()]
    whole = [table for table in tables if not {"c", "z"} & set(table.values())]
    assert len(hidden) > 100
    assert whole
    assert all(min(left_of(table)) > 1 for table in hidden)
    assert all(left_of(with_its_smallest_hidden(table)) == [1] for table in whole)


def with_its_smallest_hidden(table: dict[str, str]) -> dict[str, str]:
    parts = {name: int(number) for name, number in table.items() if name != "Total" and number not in {"0", "z"}}
    return table | {min(parts, key=parts.__getitem__): "c"}
