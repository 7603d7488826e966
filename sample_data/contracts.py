"""Commissioned services of each borough and what they cost a year."""

from datetime import date
from typing import Final

from sample_data.boroughs import Borough
from sample_data.planted import FEWER_SINCE_SERVICE, SERVICE_BEGAN

BEGAN: Final = date(2020, 4, 1)
MISSING: Final = {
    "BRE": 142_000, "EAL": 126_000, "HAF": 88_000, "HAW": 74_000, "HIL": 118_000, "HOU": 131_000, "KAC": 62_000,
    "WES": 96_000,
}  # fmt: skip
"""Annual price of the missing-from-home service (GBP)."""

NEW_PRICE: Final = 158_000
"""What the borough with a new missing-from-home service pays for it (GBP a year)."""

ADVOCACY: Final = {code: 45 * price // 100 for code, price in MISSING.items()}
PROVIDERS: Final = ("Ivelstone Trust", "Yarrowden Foundation", "Merribeck Trust")


def of_borough(borough: Borough, first: date, last: date) -> list[list[object]]:
    """The borough's contracts in force at some time in the span."""
    rows = [*missing_from_home(borough), advocacy(borough)]
    return [row for row in rows if is_between(row, first, last)]


def missing_from_home(borough: Borough) -> list[list[object]]:
    """The missing-from-home service; one borough changed it for a new one."""
    service, category = "Return interviews and missing support", "Missing from home"
    provider = PROVIDERS[ord(borough.code[1]) % len(PROVIDERS)]
    price = MISSING[borough.code]
    if borough.code != FEWER_SINCE_SERVICE[0]:
        return [[service, provider, category, BEGAN, None, price]]
    old: list[object] = [service, provider, category, BEGAN, SERVICE_BEGAN, price]
    return [old, ["Safe Return outreach", "Rookhaven Outreach", category, SERVICE_BEGAN, None, NEW_PRICE]]


def advocacy(borough: Borough) -> list[object]:
    """Advocacy and independent visitors."""
    provider = PROVIDERS[ord(borough.code[2]) % len(PROVIDERS)]
    return ["Advocacy and independent visitors", provider, "Advocacy", BEGAN, None, ADVOCACY[borough.code]]


def is_between(row: list[object], first: date, last: date) -> bool:
    """Whether a contract was in force at some time in the span."""
    start, end = row[3], row[4]
    began = isinstance(start, date) and start <= last
    return began and (not isinstance(end, date) or end > first)
