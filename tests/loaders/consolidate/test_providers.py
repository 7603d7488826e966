"""Who provides a placement."""

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from loaders.consolidate.providers import register, services, with_payee, with_provider
from loaders.consolidate.rulings import Rulings
from loaders.tables import Contracts, Providers
from tests.table import table

REGISTER = table(
    """
    urn  | setting   | provider    | owner_group
    1234 | Oak Lodge | Acorn Care  | Tree Group
    5678 | Fir Lodge | Needle Care | Tree Group
    """,
    like=Providers,
)
TEXT = {"urn": pl.String, "price_urn": pl.String, "provider_name": pl.String, "known_by": pl.String}


def named(text: str, **same_as: str | None) -> list[tuple[str, str]]:
    """Provider and how it is known, of episodes."""
    rows = table(text).cast({name: kind for name, kind in TEXT.items() if name in text})
    absent = [name for name in ("urn", "price_urn", "provider_name") if name not in rows.columns]
    rows = rows.with_columns(pl.lit(None, pl.String).alias(name) for name in absent)
    return with_provider(rows, REGISTER, Rulings(same_as=same_as)).select("provider", "known_by").rows()


def test_the_register_goes_before_the_sector_and_the_sector_before_the_price():
    found = named("""
        borough | urn  | provider_sector | provider_name
        Brent   | 1234 | Own provision   | Somebody
        Brent   |      | Own provision   | Somebody
        Brent   | 9999 | Parents         |
        Brent   | 9999 | Private         | Somebody
        Brent   |      | Private         |
    """)
    assert found == [
        ("Acorn Care", "URN"),
        ("Brent in-house", "Sector"),
        ("Parents", "Sector"),
        ("Somebody", "Name as given"),
        ("Not recorded", "Not known"),
    ]


def test_a_prices_urn_stands_in_only_where_the_return_gives_none():
    found = named("""
        borough | urn     | price_urn | provider_sector
        Brent   |         | 1234      | Private
        Brent   |         | 9999      | Private
        Brent   | 9999    | 1234      | Private
        Brent   | XXXXXXX | 1234      | Private
        Brent   |         | 1234      | Parents
    """)
    assert [provider for provider, _ in found] == ["Acorn Care", *["Not recorded"] * 3, "Parents"]


def test_a_confirmed_name_is_the_provider_that_a_person_said():
    rows = """
        borough | urn  | provider_sector | provider_name
        Brent   |      | Private         | Acorn
        Brent   | 9999 | Private         | Acorn
        Brent   | 5678 | Private         | Acorn
        Brent   |      | Own provision   | Acorn
        Brent   |      | Private         | ACORN
        Brent   |      | Private         | Oaktree
    """
    assert named(rows, Acorn="Acorn Care", Oaktree=None) == [
        ("Acorn Care", "Confirmed name"),
        ("Acorn Care", "Confirmed name"),
        ("Needle Care", "URN"),
        ("Brent in-house", "Sector"),
        ("ACORN", "Name as given"),
        ("Oaktree", "Name as given"),
    ]


def test_what_came_of_looking_a_urn_up():
    episodes = table("""
        borough | urn     | price_urn | provider_sector | provider_name
        Brent   | 1234    |           | Private         |
        Brent   | 9999    |           | Private         |
        Brent   | XXXXXXX |           | Private         |
        Brent   |         | 1234      | Private         |
    """)
    found = with_provider(episodes.cast(pl.String), REGISTER)
    assert found["urn_status"].to_list() == [
        "In the register",
        "Not in the register",
        "Not registered with Ofsted",
        "Not given",
    ]


def test_a_price_is_paid_to_whom_its_episode_says_else_to_whom_it_says_itself():
    prices = table("""
        urn  | provider_name | provider     | known_by
        5678 | Acorn         | Acorn Care   | URN
             | Acorn         | Parents      | Sector
        5678 | Acorn         | Acorn        | Name as given
             | Acorn         | Somebody     | Name as given
             |               | Somebody     | Name as given
             |               | Not recorded | Not known
        1234 |               |              |
             | Acorn         |              |
             |               |              |
    """).cast({"urn": pl.String})
    found = with_payee(prices, REGISTER, Rulings(same_as={"Acorn": "Acorn Care"}))
    assert found.select("provider", "known_by").rows() == [
        ("Acorn Care", "URN"),
        ("Parents", "Sector"),
        ("Needle Care", "URN"),
        ("Acorn Care", "Confirmed name"),
        ("Somebody", "Name as given"),
        ("Not recorded", "Not known"),
        ("Acorn Care", "URN"),
        ("Acorn Care", "Confirmed name"),
        (None, "Not known"),
    ]


NAMES = st.sampled_from(["Acorn Care", "acorn care", "Acorn Care Ltd", "Oak Lodge", "Tree Group", "Needle", "Beech"])


@given(
    names=st.lists(st.none() | NAMES, min_size=1),
    urn=st.none() | st.sampled_from(["9999", "XXXXXXX"]),
    ruled=st.dictionaries(NAMES, st.none() | st.sampled_from(["Acorn Care", "Needle Care"])),
)
def test_no_name_is_ever_a_provider_of_the_register_without_a_ruling_on_that_very_name(
    names: list[str | None], urn: str | None, ruled: dict[str, str | None]
):
    rows = pl.DataFrame({"provider_name": names}, schema={"provider_name": pl.String}).with_columns(
        borough=pl.lit("Brent"), provider_sector=pl.lit("Private"), urn=pl.lit(urn), price_urn=pl.lit(None, pl.String)
    )
    for name, provider, known_by in (
        with_provider(rows.cast({"urn": pl.String}), REGISTER, Rulings(same_as=ruled))
        .select("provider_name", "provider", "known_by")
        .iter_rows()
    ):
        says = ruled.get(name) if name else None
        assert (known_by == "Confirmed name") == (says is not None)
        assert provider == (says or name or "Not recorded")


def test_the_newest_release_of_the_register_is_believed():
    releases = table(
        """
        urn  | provider | listed
        1234 | Second   | 2025-08-31
        1234 | Undated  |
        1234 | First    | 2024-08-31
        5678 | Older    |
        5678 | Newer    |
        """,
        like=Providers,
    )
    assert register(releases).sort("urn")["provider"].to_list() == ["Second", "Newer"]


def test_a_contract_is_there_once_as_the_latest_return_has_it():
    contracts = table(
        """
        service | return_year | provider_name | started    | ended      | annual_price
        Return  | 2024        | Acorn         | 2023-04-01 |            | 50000
        Return  | 2025        | Acorn         | 2023-04-01 | 2025-03-31 | 50000
        """,
        like=Contracts,
    )
    assert [str(day) for day in services(contracts)["ended"]] == ["2025-03-31"]
    assert services(contracts)["provider"].to_list() == ["Acorn"]
    assert services(contracts, Rulings(same_as={"Acorn": "Acorn Care"}))["provider"].to_list() == ["Acorn Care"]


def test_a_release_that_does_not_say_how_a_setting_was_judged_leaves_the_last_word_standing():
    releases = table(
        """
        urn | judgement         | inspected  | listed
        1   | Good              | 2022-05-01 | 2023-03-31
        1   | Not known         |            | 2024-03-31
        2   | Good              | 2022-05-01 | 2023-03-31
        2   | Not known         | 2023-09-01 | 2024-03-31
        3   | Not known         |            | 2024-03-31
        4   | Good              | 2022-05-01 | 2023-03-31
        4   | Not yet inspected |            | 2024-03-31
        """,
        like=Providers,
    )
    found = register(releases).sort("urn").select("urn", pl.col("judgement").cast(pl.String), "inspected")
    assert found.rows() == [
        ("1", "Good", date(2022, 5, 1)),
        ("2", "Not known", date(2023, 9, 1)),
        ("3", "Not known", None),
        ("4", "Not yet inspected", None),
    ]
