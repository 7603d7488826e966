"""How far each borough's returns go, and of how many children price, needs and area are known."""

from datetime import date
from typing import Final

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.charts.number_format import written
from dashboard.data.comparisons import Estimate, by_borough
from dashboard.data.figures import metric
from dashboard.data.headlines import figure_of
from dashboard.data.loaded import last_days
from dashboard.filters.selection import Selection
from metrics.engine.return_periods import EPISODES

DATED: Final = {
    "Children to": EPISODES,
    "Prices to": ("costs",),
    "Needs to": ("needs",),
    "Incidents to": ("incidents",),
}
"""Heading, and the sources of which any speaks of it."""

SHARES: Final = {
    "Price known": "cost_coverage",
    "Needs assessed": "assessed_share",
    "Area not known": "location_not_known",
    "URN known": "urn_known",
}

HEADINGS: Final = [*DATED, *SHARES]


def column(heading: str, chosen: Selection) -> dict[str, str]:
    """Give the cells under a heading of each borough, in alphabetical order, and of the consortium, last."""
    if heading in SHARES:
        return _in_words(heading, chosen)
    known = last_days(DATED[heading])
    return {who: _dated(known, who, chosen) for who in (*chosen.boroughs, CONSORTIUM)}


def held(chosen: Selection) -> dict[str, list[str]]:
    """Give each borough's cells under `HEADINGS`, and the consortium's last."""
    columns = [column(heading, chosen) for heading in HEADINGS]
    return {who: [cells[who] for cells in columns] for who in columns[-1]}


def shares(heading: str, chosen: Selection) -> dict[str, Estimate]:
    """Give the figures under a heading of `SHARES` of each borough, and of the consortium, last."""
    rows = by_borough(SHARES[heading], chosen).iter_rows(named=True)
    return {row["series"]: figure_of(row["series"], row) for row in rows}


def _in_words(heading: str, chosen: Selection) -> dict[str, str]:
    unit = metric(SHARES[heading]).unit
    return {who: written(figure.value, unit, figure.mark) for who, figure in shares(heading, chosen).items()}


def _dated(known: dict[str, date], who: str, chosen: Selection) -> str:
    """A borough's last day; for the consortium, the last that every borough speaks of."""
    everyone = [known.get(name) for name in chosen.boroughs]
    days = [known.get(who)] if who in chosen.boroughs else everyone
    told = [when for when in days if when is not None]
    return f"{min(told):%-d %b %Y}" if told and len(told) == len(days) else "[x]"
