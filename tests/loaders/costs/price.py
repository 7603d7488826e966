"""One price of the pro forma, whole but for what a test says of it, and what comes of it."""

from typing import Final

from loaders.reading.result import Reading
from tests.loaders.files import found, read_rows, rows_of

Found = list[tuple[str | None, str, str]]

COST: Final = {
    "Child ID": "1042",
    "Price from": "05/09/2023",
    "Price to": "",
    "Provider": "Bright Homes Ltd",
    "Provider URN": "SC012345",
    "Type of provision": "IFA",
    "How sourced": "F",
    "Planned or emergency": "P",
    "Total weekly cost": "1000",
    "Amount is": "",
    "Social care": "700",
    "Education": "200",
    "Health": "100",
    "Reason placed at distance": "4",
    "Additional packages": "",
    "Includes packages": "N",
    "Solo": "Y",
    "DoLS": "",
    "EHC plan": "Y",
}


def cost(**cells: str) -> tuple[dict[str, object], Found]:
    """The clean row (empty if set aside) and the findings of one price."""
    row = COST | {name.replace("_", " "): cell for name, cell in cells.items()}
    reading = read_rows([list(row), list(row.values())], "BRE/2025/costs.csv")
    rows = reading.tables["costs"].to_dicts()
    return rows[0] if rows else {}, [(column, code, severity) for _, column, code, severity in found(reading)]


def prices(text: str) -> Reading:
    """Read a text table of prices, each of Bright Homes from 1 April 2024 where the table does not say."""
    headings, *rows = rows_of(text)
    also = {"Child ID": "1", "Price from": "01/04/2024", "Price to": "", "Provider": "Bright Homes"}
    besides = {name: cell for name, cell in also.items() if name not in headings}
    return read_rows([[*headings, *besides], *([*row, *besides.values()] for row in rows)], "BRE/2025/costs.csv")


def said(reading: Reading) -> list[tuple[int | None, str, str]]:
    """Give what was found, besides columns that are not there: row, code, severity."""
    return [(row, code, how) for row, _, code, how in found(reading) if code != "absent-column"]
