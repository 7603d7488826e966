"""Names as files write them, beside the register: what is proposed, and that nothing more is done."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.consolidated import PricedPlacements, Services
from loaders.names import as_written, folded, proposals
from loaders.tables import Providers
from tests.table import table

REGISTER = table(
    """
    urn | setting      | provider            | owner_group
    1   | The Laurels  | Bright Homes Ltd    | Bright Group
    2   | Oak Lodge    | Acorn Care Limited  | Tree Group
    3   | Fir Lodge    | Needle Care         | Tree Group
    4   | Oak Lodge    | Quercus             |
    """,
    like=Providers,
)


def proposed(*names: str, **ruled: str | None) -> list[tuple[str, str | None, int | None, str | None]]:
    found = proposals(pl.DataFrame({"name": names}, schema={"name": pl.String}), REGISTER, ruled)
    return found.select("name", "proposed", "score", "next_best").rows()


@pytest.mark.parametrize(
    "name",
    [
        "Bright Homes Ltd",
        "bright homes limited",
        "BRIGHT HOMES LTD.",
        "The Bright Homes",
        "  Bright  Homes PLC",
        "Bright-Homes LLP",
    ],
)
def test_a_name_that_folds_to_a_providers_is_proposed_with_a_hundred(name: str):
    assert proposed(name) == [(name, "Bright Homes Ltd", 100, None)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ace & Co", "ACE AND CO"), ("St. John's", "St Johns"), ("Éclat", "Eclat"), ("Ltd", "The Limited")],
)
def test_names_that_fold_alike(one: str, other: str):
    both = pl.Series([one, other]).to_frame("name").select(folded(pl.col("name")))["name"]
    assert both[0] == both[1]


def test_what_tells_names_apart_stays():
    plain = pl.Series(["Acorn Care", "Acorn Care 2", "Acorn", "Acorn Carers"]).to_frame("name")
    assert plain.select(folded(pl.col("name")))["name"].n_unique() == 4


def test_settings_and_owner_groups_stand_for_their_provider_and_doubt_is_shown():
    assert proposed("laurels") == [("laurels", "Bright Homes Ltd", 100, None)]
    assert proposed("Oak Lodge") == [("Oak Lodge", "Acorn Care Limited", 100, "Quercus")]
    assert proposed("Tree Group") == [("Tree Group", "Acorn Care Limited", 100, "Needle Care")]


def test_a_slip_of_the_pen_and_a_part_of_a_name_score_less_than_a_hundred():
    for name, provider in (("Brihgt Homes", "Bright Homes Ltd"), ("Acorn", "Acorn Care Limited")):
        ((_, found, score, _),) = proposed(name)
        assert found == provider
        assert score is not None
        assert 70 <= score < 100


def test_the_surest_stand_first_and_what_is_near_nothing_last():
    assert [name for name, *_ in proposed("Zebra Fostering", "Brihgt Homes", "needle care")] == [
        "needle care",
        "Brihgt Homes",
        "Zebra Fostering",
    ]
    assert proposed("Zebra Fostering", "Ltd", "") == [
        ("Zebra Fostering", None, None, None),
        ("Ltd", None, None, None),
        ("", None, None, None),
    ]


def test_what_is_ruled_on_is_not_proposed_again_and_speaks_for_names_written_alike():
    ruled = {"Squirrels": "Acorn Care Limited", "Nobody": None}
    found = proposals(pl.DataFrame({"name": ["Squirrels", "SQUIRRELS Ltd", "Nobody"]}), REGISTER, ruled)
    assert found.select("name", "proposed", "score", "why").rows() == [
        (
            "SQUIRRELS Ltd",
            "Acorn Care Limited",
            100,
            "But for case, marks and legal form, a name that was confirmed to be it, Squirrels",
        )
    ]


def test_without_a_register_or_names_there_is_nothing_to_propose():
    nothing = proposals(pl.DataFrame({"name": ["Acorn"]}), Providers.create_empty())
    assert nothing.select("name", "proposed").rows() == [("Acorn", None)]
    assert proposals(pl.DataFrame(schema={"name": pl.String}), REGISTER).is_empty()


def test_names_by_the_boroughs_that_write_them():
    costs = table(
        """
        borough | provider_name | known_by
        Brent   | Acorn         | Name as given
        Ealing  | Acorn         | Confirmed name
        Ealing  | Fosterly      | URN
        Ealing  | Home          | Sector
        Ealing  |               | Not known
        """,
        like=PricedPlacements,
    )
    services = table("borough | provider_name\nHarrow | Acorn\nHarrow | Safe Return", like=Services)
    assert as_written(costs, services).rows() == [
        ("Acorn", ["Brent", "Ealing", "Harrow"], 2, 1),
        ("Safe Return", ["Harrow"], 0, 1),
    ]


@given(st.lists(st.text(max_size=30), unique=True, max_size=20))
def test_every_name_comes_back_once_whatever_it_is(names: list[str]):
    found = proposals(pl.DataFrame({"name": names}, schema={"name": pl.String}), REGISTER)
    assert sorted(found["name"]) == sorted(names)
    assert found.filter(pl.col("proposed").is_not_null())["proposed"].is_in(REGISTER["provider"].implode()).all()
