"""Which questions the board and event releases answer, by whatever way in, and that every category is listed."""

from datetime import date
from itertools import product

import polars as pl
import pytest

from metrics import METRICS, Release, When, measure
from metrics.dimensions.coarse_categories import BROAD_TYPES
from metrics.disclosure import NotInReleaseError, Protected, why_not
from metrics.disclosure.lattice import COARSE, DIMENSIONS, PAIRS
from metrics.engine import protected_sums
from metrics.engine.query import ask
from tests.metrics.asked import YEAR, given


@pytest.fixture(autouse=True)
def small_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Boroughs of a few children are cut here as larger ones are elsewhere."""
    monkeypatch.setattr(protected_sums, "LEAST_CUT", 1)


BOROUGHS = ("Brent", "Ealing", "Harrow")
ROWS = [f"{borough} | {borough}{i} | 2020-01-01" for borough in BOROUGHS for i in range(20)]
TABLES = given(episodes="\n".join(["borough | child | started", *ROWS]))


def answered(
    slug: str = "children_looked_after",
    by: tuple[str, ...] = (),
    where: dict[str, tuple[str, ...]] | None = None,
    when: When = YEAR,
) -> bool:
    return why_not(ask(METRICS[slug], TABLES, by, where, when), len(BOROUGHS)) is None


@pytest.mark.parametrize(
    ("slug", "by", "where", "is_answered"),
    [
        ("children_looked_after", (), {}, True),
        ("children_looked_after", (), {"borough": ("Brent",)}, True),
        ("children_looked_after", (), {"borough": ("Ealing", "Harrow")}, True),
        ("children_looked_after", (), {"borough": BOROUGHS}, True),
        ("children_looked_after", ("borough", "sex"), {}, True),
        ("children_looked_after", ("sex",), {"borough": ("Brent",)}, True),
        ("children_looked_after", ("borough",), {"sex": ("Male",)}, True),
        ("children_looked_after", ("sex",), {"is_uasc": ("true",)}, False),
        ("children_looked_after", ("borough", "sex", "is_uasc"), {}, False),
        ("children_looked_after", ("borough", "broad_group", "age_band"), {}, False),
        ("children_looked_after", ("broad_group", "age_band"), {}, True),
        ("children_looked_after", ("broad_group",), {"age_band": ("Under 1",)}, True),
        ("children_looked_after", ("broad_group",), {"age_band": ("Under 1", "1 to 4")}, False),
        ("outside_borough", ("borough",), {}, True),
        ("outside_borough", ("sex",), {}, False),
        ("outside_borough", ("sex",), {"borough": ("Brent",)}, False),
        ("placement_share", ("borough", "broad_group"), {}, True),
        ("need_occurrence", ("indicator", "age_band"), {}, True),
        ("need_occurrence", ("borough", "indicator"), {}, True),
        ("need_occurrence", ("borough", "indicator", "age_band"), {}, False),
        ("incidents", (), {"cohort": ("In care", "At home", "Not recorded")}, True),
        ("incidents", (), {"cohort": ("In care", "At home")}, False),
    ],
)
def test_a_borough_is_cut_once_and_the_consortium_once_or_by_a_declared_pair(
    slug: str, by: tuple[str, ...], where: dict[str, tuple[str, ...]], is_answered: bool
):
    assert answered(slug, by, where) is is_answered


@pytest.mark.parametrize(
    ("slug", "by", "start", "end", "is_answered"),
    [
        ("started", (), date(2024, 4, 1), date(2025, 3, 31), True),
        ("started", (), date(2024, 7, 1), date(2025, 6, 30), True),
        ("started", (), date(2024, 5, 1), date(2025, 3, 31), False),
        ("started", (), date(2023, 4, 1), date(2025, 3, 31), False),
        ("started", ("month",), date(2024, 5, 1), date(2025, 3, 31), True),
        ("started", ("month", "sex"), date(2024, 5, 1), date(2025, 3, 31), False),
        ("started", ("month",), date(2024, 5, 2), date(2025, 3, 31), False),
        ("started", ("quarter",), date(2024, 4, 1), date(2025, 3, 31), False),
        ("started", ("year",), date(2022, 4, 1), date(2025, 3, 31), True),
        ("started", ("year",), date(2024, 5, 1), date(2025, 2, 28), False),
        ("started", ("year",), date(2024, 4, 1), date(2025, 2, 28), False),
        ("young_people_missing", ("month",), date(2024, 4, 1), date(2025, 3, 31), False),
        ("children_looked_after", (), date(2024, 5, 1), date(2025, 3, 31), True),
        ("children_looked_after", (), date(2024, 5, 1), date(2025, 3, 30), False),
        ("missing_share", ("month",), date(2024, 5, 1), date(2025, 3, 31), True),
    ],
)
def test_periods_are_month_ends_and_full_years_and_months_where_declared(
    slug: str, by: tuple[str, ...], start: date, end: date, is_answered: bool
):
    assert answered(slug, by, when=When(start, end)) is is_answered


@pytest.mark.parametrize("name", ["provider", "age", "host_authority", "ethnicity", "legal_status", "placement_type"])
@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_fine_dimensions_are_not_answered_and_the_coarse_one_is_named(name: str, release: Release):
    for by, where in (((name,), {}), ((), {name: ("",)})):
        with pytest.raises(NotInReleaseError, match=f"Not in this release: figures by {name}") as told:
            measure(METRICS["children_looked_after"], TABLES, by=by, where=where, when=YEAR, release=release)
        assert COARSE.get(name, "Not in") in str(told.value)


def test_the_list_is_of_coarse_dimensions_alone():
    assert not DIMENSIONS & COARSE.keys()
    assert {*COARSE.values()} <= DIMENSIONS
    assert all(pair <= DIMENSIONS and len(pair) == 2 for pair in PAIRS)


def of(borough: str, group: str, kind: str, many: int) -> list[str]:
    return [f"{borough} | {borough}{kind}{i} | 2020-01-01 | {group} | {kind} | false" for i in range(many)]


@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_every_category_is_listed_whether_anybody_is_in_it_or_not(release: Release):
    header = "borough | child | started | placement_group | placement_type | is_uasc"
    rows = [*of("Brent", "Foster care", "IFA foster", 30), *of("Ealing", "Foster care", "In-house foster", 30)]
    tables = Protected(given(episodes="\n".join([header, *rows])))
    metric = METRICS["children_looked_after"]
    found = measure(metric, tables, by=("borough", "broad_type"), when=YEAR, release=release)
    found = found.sort(pl.col("borough") == "Ealing", maintain_order=True)
    assert found.select("borough", pl.col("broad_type").cast(pl.String)).rows() == [
        *product(("Brent", "Ealing"), BROAD_TYPES)
    ]
    alone = measure(metric, tables, by=("is_uasc",), where={"borough": ("Brent",)}, when=YEAR, release=release)
    assert alone["is_uasc"].to_list() == [False, True]
    share = measure(METRICS["placement_share"], tables, by=("broad_type",), when=YEAR, release=release)
    assert share["denominator"].unique().to_list() == [60]


def test_what_is_not_known_of_somebody_is_listed_for_every_borough_alike():
    rows = [
        f"{borough} | {borough}{i} | 2020-01-01 | {'' if borough == 'Brent' else 'Male'}"
        for borough in BOROUGHS
        for i in range(20)
    ]
    tables = Protected(given(episodes="\n".join(["borough | child | started | sex", *rows])))
    for borough in BOROUGHS:
        found = measure(
            METRICS["children_looked_after"],
            tables,
            by=("sex",),
            where={"borough": (borough,)},
            when=YEAR,
            release=Release.BOARD,
        )
        assert sorted(map(str, found["sex"])) == ["Female", "Male", "None", "Unknown"]


def test_a_cell_is_hidden_the_same_by_every_way_in():
    rows = [
        f"{borough} | {borough}{sex}{i} | 2020-01-01 | {sex}"
        for borough, counts in zip(BOROUGHS, ((3, 30), (7, 20), (40, 25)), strict=True)
        for sex, many in zip(("Male", "Female"), counts, strict=True)
        for i in range(many)
    ]
    tables = Protected(given(episodes="\n".join(["borough | child | started | sex", *rows])))
    metric = METRICS["children_looked_after"]
    table = measure(metric, tables, by=("borough", "sex"), when=YEAR, release=Release.BOARD)
    hidden = {(row["borough"], row["sex"]) for row in table.to_dicts() if row["mark"] == "[c]"}
    assert ("Brent", "Male") in hidden
    for borough in BOROUGHS:
        rest = tuple(name for name in BOROUGHS if name != borough)
        for kept in ((borough,), rest):
            found = measure(metric, tables, by=("sex",), where={"borough": kept}, when=YEAR, release=Release.BOARD)
            for row in found.to_dicts():
                assert (row["mark"] == "[c]") >= ((borough, row["sex"]) in hidden)
