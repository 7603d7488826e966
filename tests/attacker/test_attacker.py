"""What is true cannot be told from what a release is made of; of tables that are not protected the attacker tells all.

He is given the protected tables' own counts, hidden ones too, and guesses by likelihood.
"""

import logging
import random
from datetime import date
from typing import Final

import polars as pl
import pytest

from metrics import Release, disclosure
from metrics.disclosure import RULES, Protected, protected
from metrics.disclosure.lattice import OF_CHILDREN
from metrics.engine.table_cache import Held
from metrics.populations import Tables
from tests.attacker.attack import attack
from tests.attacker.attributes import named
from tests.attacker.guess import WAYS, Guessed, guessed
from tests.attacker.shown import Cell, shown
from tests.attacker.told import told, ways
from tests.conftest import AT_LENGTH
from tests.loaders.files import SHARED, needs_shared_data
from tests.metrics.made_up import made_up

LOG: Final = logging.getLogger(__name__)
GAIN: Final = 10
"""Points that the best guess may be right more often than always saying the commonest value."""

END: Final = date(2026, 9, 30)
MADE_UP_END: Final = date(2024, 3, 31)
SMALL_ONES: Final = 17 if AT_LENGTH else 3
"""Random consortia that are attacked together, of each size."""

MONTHS: Final = 18 if AT_LENGTH else 4

both = pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])


@pytest.fixture(scope="module")
def behind(sample_tables: Tables) -> Protected:
    """Give what the sample's releases are made of."""
    return protected(sample_tables)


def attacked(tables: Tables, behind: Protected, release: Release, end: date, months: int) -> Guessed:
    """Guess at every hidden small count of the lattice."""
    counts = told(tables, behind, release, end, ways(tables), months)
    return guessed(counts, RULES[release].hide_to)


@both
def test_the_sample_s_small_counts_are_guessed_hardly_better_than_by_the_commonest_value(
    sample_tables: Tables, behind: Protected, release: Release
):
    found = attacked(sample_tables, behind, release, END, MONTHS)
    assert found.tried > 100, "There is something to guess."
    assert found.gain <= GAIN
    assert found.sure == 0


@both
def test_without_protection_all_of_them_are_told(sample_tables: Tables, release: Release):
    found = attacked(sample_tables, Protected(sample_tables), release, END, 1)
    assert found.best == pytest.approx(100)


def test_no_attribute_of_who_is_in_a_small_cell_is_told(sample_tables: Tables, behind: Protected):
    for release in (Release.BOARD, Release.EVENT):
        found = named(sample_tables, behind, END, RULES[release].hide_to)
        bare = named(sample_tables, Protected(sample_tables), END, RULES[release].hide_to)
        assert found.right - found.commonest <= GAIN
        assert bare.right - bare.commonest > GAIN


def consortium(seed: int, children: int, release: Release) -> pl.DataFrame:
    """Give what the attacker has of a random consortium."""
    tables = Held(made_up(seed, children=children))
    counts = told(tables, protected(tables), release, MADE_UP_END, ways(tables), 1)
    return counts.with_columns(borough=pl.format("{} {}", pl.col("borough"), pl.lit(seed)))


ATTACKED: Final = [
    *((700, Release.EVENT), (300, Release.BOARD), (120, Release.EVENT)),
    *((700, Release.BOARD), (300, Release.EVENT), (120, Release.BOARD)),
]
"""Children, some 95, 40 and 15 a borough, and release; the first three each time."""


@pytest.mark.parametrize(("children", "release"), ATTACKED[: None if AT_LENGTH else 3])
def test_neither_are_small_consortia_s(children: int, release: Release):
    counts = pl.concat(consortium(seed, children, release) for seed in range(1, SMALL_ONES + 1))
    found = guessed(counts, RULES[release].hide_to, WAYS)
    LOG.info("%s of %s: %s", children, release, found)
    assert found.tried > 50, "There is something to guess."
    assert found.gain <= GAIN
    assert found.sure == 0


PAIRS: Final = [("age_band", "broad_group"), ("age_band", "broad_type")]
CUTS: Final = [
    *((), ("borough",)),
    *((name,) for name in OF_CHILDREN),
    *(("borough", name) for name in OF_CHILDREN),
    *PAIRS,
]


@both
@pytest.mark.parametrize("hides_others", [True, False])
def test_of_the_tables_behind_no_hidden_count_is_narrowed_at_a_date_where_others_of_its_line_are_hidden_with_it(
    monkeypatch: pytest.MonkeyPatch, release: Release, hides_others: bool
):
    if not hides_others:
        monkeypatch.setattr(disclosure, "with_seconds", lambda figures, *_: figures)
    cells = shown(Protected(made_up(3, children=400)), MADE_UP_END, release, CUTS)
    hidden = list(dict.fromkeys(cell for cell in cells if cell.is_hidden and cell.is_small))
    worked = attack(cells, random.Random(1).sample(hidden, min(25, len(hidden))))
    assert any(each.left < RULES[release].hide_to for each in worked) is not hides_others
    assert all(each.least <= len(each.cell.children) <= each.most for each in worked)


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
