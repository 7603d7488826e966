"""Who the children are, in a few shares beside what they are compared with."""

from typing import Final

from dashboard.charts.chart_style import REST
from dashboard.charts.summary_table import Line
from dashboard.data.comparisons import YEAR_BEFORE, beside
from dashboard.data.figures import metric
from dashboard.data.needs import scored_year
from dashboard.filters.selection import Selection
from dashboard.insights import sentences
from metrics import When

SHOWN: Final = {
    "uasc_share": "Unaccompanied asylum-seeking",
    "ehc_plan_share": "With an EHC plan",
    "disability_share": "In care because of a disability",
    "high_need_share": "High or very high need",
    "need_improved_share": "Need has fallen since first assessed",
    "sdq_concern": "Strengths and difficulties: cause for concern",
    "sdq_coverage": "Strengths and difficulties scored",
}
"""The measures and their names in the table."""

COLUMNS: Final = ("n", "Compared")


def headings(chosen: Selection) -> list[str]:
    """Give the headings of the cells."""
    other = REST if chosen.focus else YEAR_BEFORE
    return [chosen.name, other[:1].upper() + other[1:], *COLUMNS]


def line(slug: str, chosen: Selection) -> Line:
    """Give the line of a measure: the focus, what it is compared with, n, and the difference in words."""
    card, when = metric(slug), _when(slug, chosen)
    mine, other = beside(slug, chosen, when)
    n = "" if mine.n is None else f"{mine.n:,.0f}"
    way = {1: "higher", -1: "lower", 0: "similar"}[sentences.direction(mine, other)]
    known = mine.lower is not None and other.lower is not None
    return Line(SHOWN[slug], (sentences.said(card, mine), sentences.said(card, other), n, way if known else ""))


def _when(slug: str, chosen: Selection) -> When:
    return scored_year(chosen) if slug.startswith("sdq") else chosen.when
