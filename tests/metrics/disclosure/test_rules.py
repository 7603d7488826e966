"""What the board and the event releases hide and round."""

import polars as pl
import pytest

from metrics import METRICS, Release, measure
from metrics.disclosure import CONFIDENTIAL, Protected
from metrics.engine import protected_sums
from metrics.vocabulary import Release as Kinds
from tests.metrics.asked import YEAR, given, same


@pytest.fixture(autouse=True)
def small_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Boroughs of a few children are cut here as larger ones are elsewhere."""
    monkeypatch.setattr(protected_sums, "LEAST_CUT", 1)


NAMES = ["Brent", "Ealing", "Harrow", "Hounslow"]


def children(**counts: tuple[int, int]) -> dict[str, pl.LazyFrame]:
    """Give tables in which boroughs have so many children with foster carers, and so many elsewhere."""
    rows = [
        f"{borough} | {borough}-{group}-{i} | 2020-01-01 | {group}"
        for borough, (foster, other) in counts.items()
        for group, many in (("Foster care", foster), ("With parents", other))
        for i in range(many)
    ]
    return given(episodes="\n".join(["borough | child | started | placement_group", *rows]))


def shown(tables: dict[str, pl.LazyFrame], slug: str, *by: str, release: Release = Release.BOARD) -> pl.DataFrame:
    """Measure under a release, of tables that are protected already: the rules alone."""
    return measure(METRICS[slug], Protected(tables), by=by, when=YEAR, release=release)


def test_the_working_release_shows_all_and_flags_the_few():
    found = shown(children(Brent=(3, 0), Ealing=(9, 0)), "children_looked_after", "borough", release=Release.WORKING)
    same(found, "borough | value | n | mark\nBrent | 3 | 3 | [u]\nEaling | 9 | 9 |")


def test_the_board_sees_no_count_from_one_to_five():
    tables = children(Brent=(1, 0), Ealing=(5, 0), Harrow=(6, 0))
    same(
        shown(tables, "children_looked_after", "borough"),
        """
        borough | numerator | value | mark | n
        Brent   |           |       | [c]  |
        Ealing  |           |       | [c]  |
        Harrow  | 6         | 6     |      | 6
        """,
    )


def test_nought_is_shown_as_nought():
    found = shown(children(Brent=(0, 38), Ealing=(38, 0)), "foster", "borough")
    same(found, "borough | numerator | value\nBrent | 0 | 0\nEaling | 38 | 100")


@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_a_part_in_which_nobody_is_yet_is_nought_of_its_whole(release: Release):
    rows = [
        f"Brent | {group}-{i} | {started} | {group}"
        for group, started in (("With parents", "2020-01-01"), ("Foster care", "2025-03-01"))
        for i in range(25)
    ]
    tables = given(episodes="\n".join(["borough | child | started | placement_group", *rows]))
    ask = {"by": ("month",), "where": {"broad_group": ("Foster care",)}, "when": YEAR, "release": release}
    found = measure(METRICS["placement_share"], tables, **ask).tail(2)
    same(found, "numerator | denominator | value | n\n0 | 25 | 0 | 25\n25 | 50 | 50 | 50")
    ask = ask | {"by": ("month", "broad_group")}
    same(
        measure(METRICS["placement_share"], tables, **ask).tail(2).select(found.columns), found.write_csv(separator="|")
    )


def test_a_share_is_hidden_with_its_numerator_or_its_complement_and_the_next_with_it():
    tables = children(Brent=(3, 20), Ealing=(20, 20), Harrow=(15, 20), Hounslow=(30, 20))
    assert shown(tables, "foster", "borough")["mark"].to_list() == [CONFIDENTIAL, None, CONFIDENTIAL, None]
    tables = children(Brent=(40, 2), Ealing=(20, 20), Harrow=(15, 20), Hounslow=(30, 20))
    assert shown(tables, "foster", "borough")["mark"].to_list() == [CONFIDENTIAL, None, CONFIDENTIAL, None]


def test_one_hidden_cell_of_a_line_takes_the_smallest_other_with_it():
    tables = children(Brent=(3, 0), Ealing=(30, 0), Harrow=(12, 0), Hounslow=(20, 0))
    assert shown(tables, "children_looked_after", "borough")["value"].to_list() == [None, 30, None, 20]


def test_two_ways_of_grouping_leave_no_cell_alone_in_its_row_or_column():
    tables = children(Brent=(3, 30), Ealing=(20, 21), Harrow=(22, 23))
    found = shown(tables, "children_looked_after", "borough", "broad_group")
    for way in ("borough", "broad_group"):
        hidden = found.group_by(way).agg(pl.col("value").is_null().sum())["value"].to_list()
        assert 1 not in hidden


def test_a_mean_is_hidden_by_its_n_and_not_by_its_size():
    rows = "\n".join(f"Brent | {i} | 2020-01-01 | 2.0" for i in range(6))
    tables = given(episodes=f"borough | child | started | distance_miles\n{rows}\nEaling | x | 2020-01-01 | 2.0")
    found = shown(tables, "distance_mean")
    assert found["value"].item() == 2
    assert shown(tables, "distance_mean", "borough")["mark"].to_list() == [CONFIDENTIAL, CONFIDENTIAL]


@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_a_median_does_not_tell_of_how_many_amounts_it_is(release: Release):
    rows = "\n".join(f"Brent | {i} | 2020-01-01 | 2.0" for i in range(23))
    tables = given(episodes=f"borough | child | started | distance_miles\n{rows}")
    assert shown(tables, "distance_median", release=Release.WORKING)["denominator"].item() == 23
    found = shown(tables, "distance_median", release=release)
    assert (found["value"].item(), found["denominator"].item()) == (2, None)


def priced(**children: int) -> dict[str, pl.LazyFrame]:
    """Give tables in which private providers have so many children each, at GBP 800 a week."""
    header = "borough | child | placement_type | started | weekly_cost | provider | provider_sector"
    rows = [
        f"Brent | {name}{i} | IFA foster | 2020-01-01 | 800 | {name} | Private"
        for name, many in children.items()
        for i in range(many)
    ]
    return given(costs="\n".join([header, *rows]))


@pytest.mark.parametrize(
    ("children", "is_shown"),
    [
        ({"Oak": 5, "Elm": 5}, False),
        ({"Oak": 5, "Elm": 5, "Ash": 2}, True),
        ({"Oak": 20, "Elm": 5, "Ash": 1}, False),
        ({"Oak": 50, "Elm": 1, "Ash": 4}, False),
        ({"Oak": 30, "Elm": 10, "Ash": 5}, True),
    ],
)
def test_a_price_needs_three_providers_none_of_which_could_work_out_anothers(children: dict[str, int], is_shown: bool):
    tables = priced(**children)
    assert shown(tables, "weekly_cost", release=Release.WORKING)["value"].item() == 800
    assert shown(tables, "weekly_cost")["value"].item() == (800 if is_shown else None)


def test_care_of_the_boroughs_own_has_no_price_to_protect():
    tables = {name: rows.with_columns(pl.all()) for name, rows in priced(Oak=10).items()}
    own = pl.lit("Own provision", tables["costs"].collect_schema()["provider_sector"])
    tables["costs"] = tables["costs"].with_columns(provider_sector=own)
    assert shown(tables, "weekly_cost")["value"].item() == 800


def test_the_event_hides_below_ten_and_rounds_to_five():
    tables = children(Brent=(9, 0), Ealing=(8, 0), Harrow=(12, 0), Hounslow=(13, 0))
    same(
        shown(tables, "children_looked_after", "borough", release=Release.EVENT),
        """
        borough  | numerator | value | lower | upper | mark | n
        Brent    |           |       |       |       | [c]  |
        Ealing   |           |       |       |       | [c]  |
        Harrow   | 10        | 10    |       |       |      | 10
        Hounslow | 15        | 15    |       |       |      | 15
        """,
    )


def test_the_event_works_shares_out_from_rounded_counts():
    found = shown(children(Brent=(33, 34)), "foster", release=Release.EVENT)
    same(found, "numerator | denominator | n\n35 | 65 | 65")
    assert found["value"].item() == pytest.approx(100 * 35 / 65)


def test_a_small_net_is_hidden_either_way():
    rows = [f"Brent | B{i} | 2020-01-01 | Ealing" for i in range(10)]
    rows += [f"Ealing | E{i} | 2020-01-01 | Brent" for i in range(7)]
    tables = given(episodes="\n".join(["borough | child | started | host_authority", *rows]))
    assert shown(tables, "net_import", "borough", release=Release.WORKING)["value"].to_list() == [-3, 3]
    assert shown(tables, "net_import", "borough")["mark"].to_list() == [CONFIDENTIAL, CONFIDENTIAL]


@pytest.mark.parametrize(
    ("one", "other", "lower"),
    [("working", "board", "board"), ("event", "working", "event"), ("board", "board", "board")],
)
def test_a_release_can_be_lowered_and_never_raised(one: str, other: str, lower: str):
    assert Kinds(one).lowered_to(Kinds(other)) is Kinds(lower)


@pytest.mark.parametrize(("before", "now", "is_shown"), [(3, 12, False), (12, 3, False), (6, 12, True), (12, 6, True)])
def test_a_change_is_hidden_with_either_of_its_years(before: int, now: int, is_shown: bool):
    rows = [f"{year}{i} | {year}-06-01" for year, many in ((2023, before), (2024, now)) for i in range(many)]
    tables = given(incidents="\n".join(["child | date", *rows]))
    assert shown(tables, "missing_change", release=Release.WORKING)["denominator"].item() == before
    assert (shown(tables, "missing_change")["mark"].item() is None) == is_shown
