"""Who provides a placement."""

from loaders.consolidate.homes import services, with_provider
from loaders.tables import Contracts, Providers
from tests.table import table

REGISTER = table(
    """
    urn  | setting  | provider
    1234 | Oak Lodge | Acorn Care
    """,
    like=Providers,
)


def test_the_register_goes_before_the_sector_and_the_sector_before_the_price():
    episodes = table("""
        borough | urn  | provider_sector | provider_name
        Brent   | 1234 | Own provision   | Somebody
        Brent   |      | Own provision   | Somebody
        Brent   | 9999 | Parents         |
        Brent   | 9999 | Private         | Somebody
        Brent   |      | Private         |
    """)
    named = with_provider(episodes.cast({"urn": REGISTER.schema["urn"]}), REGISTER)
    assert named["provider"].to_list() == ["Acorn Care", "Brent in-house", "Parents", "Somebody", "Not recorded"]


def test_a_contract_is_there_once_as_the_latest_return_has_it():
    contracts = table(
        """
        service | return_year | started    | ended      | annual_price
        Return  | 2024        | 2023-04-01 |            | 50000
        Return  | 2025        | 2023-04-01 | 2025-03-31 | 50000
        """,
        like=Contracts,
    )
    assert [str(day) for day in services(contracts)["ended"]] == ["2025-03-31"]
