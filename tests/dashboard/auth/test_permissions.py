"""Whatever is asked, one borough's people get their own boroughs by name and the others only together."""

from collections.abc import Callable, Iterator

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dashboard.auth import current_user
from dashboard.auth.permissions import OTHERS, Scope, scope_of
from dashboard.auth.roles import ROLES
from dashboard.data import borough_boundary as boundary
from dashboard.data import figures
from dashboard.data import loaded as data_loaded
from dashboard.data.borough_boundary import BOROUGH, Boundary, within
from dashboard.data.ownership import owners_of
from dashboard.data.single_placements import points
from dashboard.pages.data import coverage_data as return_status
from metrics import METRICS, Release, When
from metrics.dimensions.catalogue import DIMENSIONS
from metrics.engine.groupings import groupings
from store import snapshot
from store.people import OF_BOROUGHS, Person, Role
from tests.conftest import Tables, examples
from tests.dashboard.conftest import forget
from tests.table import table

YEAR = When.return_year(2026)
EVERYONE = ("Brent", "Ealing", "Harrow", "Hounslow")
MEASURES = ("children_looked_after", "weekly_cost", "outside_borough", "net_import", "incidents", "rate_per_10000")


def person(role: Role, *boroughs: str) -> Scope:
    return scope_of(Person("ann@brent.gov.uk", "Ann", role, boroughs))


ANYONE = current_user.DEMONSTRATION
BRENT = person(Role.COMMISSIONER, "Brent")


@pytest.mark.parametrize(
    ("role", "release", "records", "draws", "hands_in", "shared", "files", "rules", "purges", "manages"),
    [
        (Role.COMMISSIONER, Release.WORKING, True, True, False, False, True, False, False, False),
        (Role.DATA_OFFICER, Release.WORKING, True, True, True, False, True, False, False, False),
        (Role.ANALYST, Release.WORKING, False, True, False, True, True, True, False, False),
        (Role.DIRECTOR, Release.BOARD, False, False, False, False, False, False, False, False),
        (Role.PRESENTER, Release.EVENT, False, False, False, False, False, False, False, False),
        (Role.ADMINISTRATOR, Release.BOARD, False, False, False, False, True, False, True, True),
    ],
)
def test_what_a_role_may(
    role: Role,
    release: Release,
    records: bool,
    draws: bool,
    hands_in: bool,
    shared: bool,
    files: bool,
    rules: bool,
    purges: bool,
    manages: bool,
):
    who = person(role, "Brent")
    assert who.release is release
    assert who.boroughs == (("Brent",) if role in OF_BOROUGHS else None)
    told = (who.may_open("Brent"), who.may_draw(), who.may_hand_in("Brent"), who.may_hand_in(None))
    assert told == (records, draws, hands_in, shared)
    assert (who.may_see_files("Brent"), who.may_rule(), who.may_purge(), who.may_manage()) == (
        *(files, rules, purges, manages),
    )


@pytest.mark.parametrize(
    ("role", "of_brent", "of_ealing", "of_everyone"),
    [
        (Role.COMMISSIONER, True, False, False),
        (Role.DATA_OFFICER, True, False, False),
        (Role.ANALYST, True, True, True),
        (Role.ADMINISTRATOR, True, True, True),
        (Role.DIRECTOR, False, False, False),
        (Role.PRESENTER, False, False, False),
    ],
)
def test_who_keeps_targets_stories_and_actions(role: Role, of_brent: bool, of_ealing: bool, of_everyone: bool):
    who = person(role, "Brent")
    assert [who.may_plan(borough) for borough in ("Brent", "Ealing", None)] == [of_brent, of_ealing, of_everyone]
    assert not who.in_event().may_plan("Brent")
    assert not who.lowered_to(Release.EVENT).may_plan("Brent")


@pytest.mark.parametrize("role", Role)
def test_nobody_may_anything_of_another_borough(role: Role):
    who = person(role, "Brent")
    assert not who.may_open("Ealing")
    assert not who.may_hand_in("Ealing")
    assert not (role in OF_BOROUGHS and (who.names("Ealing") or who.may_see_files("Ealing") or who.may_keep("Ealing")))


@pytest.mark.parametrize("role", Role)
def test_in_event_mode_nobody_may_anything(role: Role):
    who = person(role, "Brent").in_event()
    assert who.release is Release.EVENT
    assert not any((who.may_open("Brent"), who.may_draw(), who.may_see_files("Brent"), who.may_manage()))


def test_every_role_is_told_of():
    assert set(ROLES) == set(Role)


@pytest.fixture
def as_person(
    monkeypatch: pytest.MonkeyPatch, made_up_tables: Tables, own_database: str
) -> Iterator[Callable[[Scope], None]]:
    """Give what makes somebody the reader, of made-up tables."""
    del own_database
    monkeypatch.setattr(snapshot, "tables", lambda _: dict(made_up_tables))
    monkeypatch.setattr(snapshot, "version", lambda _: "made up")
    forget()

    def reader(who: Scope) -> None:
        monkeypatch.setattr(current_user, "DEMONSTRATION", who)

    yield reader
    forget()


def loaded(tables: Tables) -> list[str]:
    names = tables["loaded"].select(pl.col("borough").unique()).collect()["borough"].to_list()
    return sorted(name for name in names if name != "Every borough")


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=some.data())
def test_no_row_of_another_borough_leaves_by_name(
    as_person: Callable[[Scope], None], made_up_tables: Tables, asked: some.DataObject
):
    everyone = loaded(made_up_tables)
    own = tuple(asked.draw(some.lists(some.sampled_from(everyone), min_size=1, max_size=2, unique=True)))
    role, release = asked.draw(some.sampled_from(OF_BOROUGHS)), asked.draw(some.sampled_from(list(Release)))
    as_person(person(role, *own).lowered_to(release))
    slug = asked.draw(some.sampled_from(MEASURES))
    allowed = [name for name in groupings(METRICS[slug], made_up_tables) if name in DIMENSIONS]
    by = tuple(asked.draw(some.lists(some.sampled_from(allowed), max_size=2, unique=True)))
    by = by if sum(name in ("month", "quarter", "year") for name in by) < 2 else by[:1]
    where = asked.draw(
        some.one_of(
            some.just({}),
            some.fixed_dictionaries({BOROUGH: some.tuples(some.sampled_from([*everyone, OTHERS]))}),
            some.fixed_dictionaries({"host_authority": some.tuples(some.sampled_from(everyone))}),
        )
    )
    others = set(everyone) - set(own)
    try:
        rows = figures.figures(slug, by, where=where, when=YEAR)
    except PermissionError:
        assert {name for values in where.values() for name in values} & others
        return
    assert not set(where.get(BOROUGH, ())) & others
    if BOROUGH in by:
        assert set(rows[BOROUGH].to_list()) <= {*own, OTHERS}
    if "host_authority" in by and set(where.get(BOROUGH, ("",))) - set(own):
        elsewhere = rows.filter(pl.col("host_authority").cast(pl.String).is_in(list(others)))
        shown = elsewhere.filter(~pl.col(BOROUGH).is_in(own)) if BOROUGH in by else elsewhere
        assert shown["value"].null_count() == shown.height


def test_the_others_together_and_oneself_come_to_the_whole(as_person: Callable[[Scope], None], made_up_tables: Tables):
    as_person(ANYONE)
    whole = figures.figures("children_looked_after", when=YEAR)["value"].item()
    mine = figures.figures("children_looked_after", (BOROUGH,), when=YEAR).filter(pl.col(BOROUGH) == "Brent")
    as_person(BRENT)
    rows = figures.figures("children_looked_after", (BOROUGH,), when=YEAR)
    told = dict(rows.select(BOROUGH, "value").iter_rows())
    assert told == {"Brent": mine["value"].item(), OTHERS: whole - mine["value"].item()}
    assert figures.figures("children_looked_after", when=YEAR)["value"].item() == whole


def test_what_somebody_else_asked_for_lies_in_no_cache_of_ones_own(
    as_person: Callable[[Scope], None], made_up_tables: Tables
):
    as_person(ANYONE)
    everything = figures.figures("children_looked_after", (BOROUGH,), when=YEAR)
    as_person(BRENT)
    assert figures.figures("children_looked_after", (BOROUGH,), when=YEAR)[BOROUGH].to_list() == ["Brent", OTHERS]
    as_person(person(Role.COMMISSIONER, "Ealing"))
    assert figures.figures("children_looked_after", (BOROUGH,), when=YEAR)[BOROUGH].to_list() == ["Ealing", OTHERS]
    as_person(ANYONE)
    assert figures.figures("children_looked_after", (BOROUGH,), when=YEAR).equals(everything)


def test_what_is_loaded_is_told_of_ones_own_boroughs(as_person: Callable[[Scope], None], made_up_tables: Tables):
    as_person(BRENT)
    assert data_loaded.boroughs() == ("Brent", OTHERS)
    assert data_loaded.named_boroughs() == ("Brent",)
    assert {each.borough for each in return_status.holdings()} <= {"Brent"}
    assert set(data_loaded.coverage()["borough"].cast(pl.String)) <= {"Brent", "Every borough"}
    assert data_loaded.how_many() == len(loaded(made_up_tables))


Counted = Callable[[tuple[str, ...], dict[str, tuple[str, ...]]], pl.DataFrame]

SMALL = """
    borough  | provider       | n
    Brent    | Bright         | 3
    Ealing   | Bright         | 4
    Ealing   | Ealing Council | 2
    Harrow   | Bright         | 5
    """


def counted(by: tuple[str, ...], where: dict[str, tuple[str, ...]], text: str = SMALL) -> pl.DataFrame:
    """Measure children of a small consortium, as `metrics.measure` does."""
    rows = table(text).with_columns(pl.col("^month$").cast(pl.String))
    kept = rows.filter(*(pl.col(name).is_in(values) for name, values in where.items()))
    sums = kept.group_by(by, maintain_order=True).agg(pl.col("n").sum()) if by else kept.select(pl.col("n").sum())
    figure = {name: pl.col("n").cast(pl.Float64) for name in ("numerator", "denominator", "value", "lower", "upper")}
    return sums.with_columns(**figure, mark=pl.lit(None, pl.String)).select(
        *by, "numerator", "denominator", "value", "lower", "upper", "mark", "n"
    )


def told(rows: pl.DataFrame) -> list[tuple[object, ...]]:
    return rows.select(pl.exclude("numerator", "denominator", "lower", "upper", "n")).rows()


OWNERS = {"Oakfield Carers": frozenset({"Ealing"}), "Bright": frozenset[str]()}
THREE = Boundary(("Brent",), ("Ealing", "Harrow"), OWNERS)


def bounded(
    boundary: Boundary, by: tuple[str, ...], where: dict[str, tuple[str, ...]], rows: Counted = counted
) -> list[tuple[object, ...]]:
    return told(within(boundary, by, where, rows, rows))


def test_others_are_put_together_and_their_councils_hidden():
    assert bounded(THREE, (BOROUGH,), {}) == [("Brent", 3.0, None), (OTHERS, 11.0, None)]
    assert bounded(THREE, ("provider",), {})[1] == ("Ealing Council", None, "[c]")
    assert bounded(THREE, ("provider",), {BOROUGH: (OTHERS,)})[1] == ("Ealing Council", None, "[c]")
    assert bounded(THREE, (), {BOROUGH: ("Brent",)}) == [(3.0, None)]


def test_with_one_cell_of_a_line_another_is_withheld():
    """Else all of them, which is shown, less the rest would be the one."""
    assert bounded(THREE, ("provider",), {}) == [("Bright", None, "[c]"), ("Ealing Council", None, "[c]")]
    assert bounded(THREE, (), {}) == [(14.0, None)]


CONSORTIUM = """
    borough | provider        | month      | n
    Brent   | Bright          | 2025-01-31 | 3
    Ealing  | Bright          | 2025-01-31 | 4
    Harrow  | Bright          | 2025-01-31 | 5
    Brent   | Bright          | 2025-02-28 | 3
    Ealing  | Bright          | 2025-02-28 | 4
    Brent   | Bright          | 2025-03-31 | 3
    Ealing  | Bright          | 2025-03-31 | 7
    Harrow  | Bright          | 2025-03-31 | 8
    Harrow  | Cedar           | 2025-03-31 | 6
    Ealing  | Cedar           | 2025-03-31 | 6
    Harrow  | Dale            | 2025-03-31 | 9
    Ealing  | Dale            | 2025-03-31 | 9
    Ealing  | Oakfield Carers | 2025-03-31 | 1
    Harrow  | Oakfield Carers | 2025-03-31 | 2
    """


def monthly(by: tuple[str, ...], where: dict[str, tuple[str, ...]]) -> pl.DataFrame:
    return counted(by, where, CONSORTIUM)


def test_who_has_a_part_is_counted_in_each_month():
    rows = bounded(THREE, ("month",), {BOROUGH: (OTHERS,), "provider": ("Bright",)}, monthly)
    assert rows == [("2025-01-31", None, "[c]"), ("2025-02-28", None, "[c]"), ("2025-03-31", 15.0, None)]


def test_what_belongs_to_another_borough_is_known_whatever_it_is_called():
    rows = bounded(THREE, ("provider",), {"month": ("2025-03-31",)}, monthly)
    assert rows == [
        ("Bright", 18.0, None),
        ("Cedar", None, "[c]"),
        ("Dale", 18.0, None),
        ("Oakfield Carers", None, "[c]"),
    ]


def test_a_boroughs_own_provision_is_shown_to_it():
    ealing = Boundary(("Ealing",), ("Brent", "Harrow"), OWNERS)
    assert bounded(ealing, ("provider",), {BOROUGH: ("Ealing",), "month": ("2025-03-31",)}, monthly)[-1] == (
        *("Oakfield Carers", 1.0, None),
    )


def test_a_single_other_borough_is_never_told():
    alone = Boundary(("Brent",), ("Ealing",))
    assert bounded(alone, (), {}) == [(None, "[c]")]
    rows = bounded(alone, (BOROUGH,), {})
    assert rows == [("Brent", 3.0, None)]


@settings(max_examples=examples(40))
@given(
    name=some.sampled_from(
        ["Oakfield Carers", "LBE Homes", "14 Acacia Avenue", "Fostering Service (E)", "Ealing in-house"]
    ),
    sector=some.sampled_from(["Own provision", "Other local authority"]),
)
def test_any_alias_of_a_boroughs_own_provision_is_recognised(name: str, sector: str):
    borough = "Ealing" if sector == "Own provision" else "Harrow"
    placed = pl.LazyFrame(
        {"borough": [borough], "provider": [name], "provider_sector": [sector], "host_authority": ["Ealing"]}
    )
    register = pl.LazyFrame({"provider": ["Elm House"], "sector": ["Other local authority"], "authority": ["Harrow"]})
    found = owners_of({"episodes": placed, "costs": placed, "providers": register})
    assert found == {name: frozenset({"Ealing"}), "Elm House": frozenset({"Harrow"})}
    assert boundary.refused({"provider": (name,)}, Boundary(("Brent",), ("Ealing", "Harrow"), found)) == [name]


def test_another_borough_is_refused_by_name():
    assert boundary.refused({BOROUGH: ("Ealing",)}, THREE) == ["Ealing"]
    assert boundary.refused({"provider": ("Ealing Council",)}, THREE) == ["Ealing Council"]
    assert boundary.refused({"provider": ("Oakfield Carers",)}, THREE) == ["Oakfield Carers"]
    assert boundary.refused({"host_authority": ("Ealing",), BOROUGH: ("Brent",)}, THREE) == []
    assert boundary.refused({BOROUGH: (OTHERS, "Brent")}, THREE) == []


def test_points_are_of_own_boroughs(as_person: Callable[[Scope], None], made_up_tables: Tables):
    as_person(BRENT)
    rows = points("weekly_cost_median", ("borough", "weekly_cost"), {}, YEAR)
    assert set(rows["borough"].cast(pl.String)) <= {"Brent"}
    as_person(person(Role.DIRECTOR))
    assert points("weekly_cost_median", ("borough", "weekly_cost"), {}, YEAR).is_empty()
