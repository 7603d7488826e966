"""What is hidden in the sample on purpose, so that someone can find it and a test can check that it is there."""

from datetime import date
from typing import Final

from sample_data.boroughs import BOROUGHS

UNEQUAL: Final = {
    ("Larkmere Fostering", "HIL"): 1.2,
    ("Larkmere Fostering", "BRE"): 0.9,
    ("Thornwick Fostering", "WES"): 1.22,
    ("Thornwick Fostering", "EAL"): 0.93,
    ("Quillbrook Foster Care", "HOU"): 1.16,
    ("Fennimore Homes", "HAF"): 1.25,
    ("Fennimore Homes", "KAC"): 1.25,
    ("Fennimore Homes", "HIL"): 0.92,
}
"""A provider and a borough: what the borough pays there for like care, against what others pay (1)."""

FAVOURED: Final = 4.5
"""How much readier than others those boroughs are to turn to those providers, so that there is enough to compare."""

OUTLIERS: Final = {"BRE": 2.6, "HIL": 2.6}
"""In each of these boroughs the least needy child in a children's home costs this many times the price."""

SERVICE_BEGAN: Final = date(2025, 10, 1)
FEWER_SINCE_SERVICE: Final = ("HOU", 0.3)
"""A borough in which this share of missing incidents falls away once its new service begins."""

SPIKE: Final = ("EAL", 2024, 5, 2.6)
"""A borough in which one month (year, month) has this many times its usual incidents, and then no more."""


def favour(provider: str, area: str) -> float:
    """How readily the borough of an ONS code turns to a provider, against the usual (1)."""
    code = next(borough.code for borough in BOROUGHS if borough.ons == area)
    return FAVOURED if (provider, code) in UNEQUAL else 1.0
