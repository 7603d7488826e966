"""Ofsted's reference numbers: what is one, what says that there is none, and what cannot be one."""

import pytest

from tests.loaders.files import found, read_text

EPISODE = """
CHILD| DECOM     | RNE| LS| CIN| PLACE| PLACE_PROVIDER| DEC| REC| REASON_PLACE_CHANGE| HOME_POST| PL_POST| URN
1    | 01/05/2024| S  | C2| N1 | K2   | PR4           |    |    |                    |          |        | {urn}
"""
PRICE = """
Child ID| Price from| Price to| Provider  | Total weekly cost| Provider URN
1       | 01/05/2024|         | Acorn Care| 1000             | {urn}
"""


@pytest.mark.parametrize(
    ("written", "urn", "is_odd"),
    [
        ("SC012345", "SC012345", False),
        ("sc012345", "SC012345", False),
        ("1234567", "1234567", False),
        ("1234567.0", "1234567", False),
        ("XXXXXXX", "XXXXXXX", False),
        ("xxxxxxx", "XXXXXXX", False),
        ("", None, False),
        ("SC12345", "SC12345", True),
        ("XXXXX", "XXXXX", True),
        ("not known", "NOT KNOWN", True),
    ],
)
@pytest.mark.parametrize(("text", "table"), [(EPISODE, "episodes"), (PRICE, "costs")])
def test_a_number_that_cannot_be_a_urn_is_kept_and_said(
    text: str, table: str, written: str, urn: str | None, is_odd: bool
):
    reading = read_text(text.format(urn=written))
    assert reading.tables[table]["urn"].to_list() == [urn]
    assert ("odd-urn" in [code for _, _, code, _ in found(reading)]) == is_odd
