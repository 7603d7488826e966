"""Who the children are, in a few shares beside what they are compared with."""

from collections.abc import Iterator, Mapping
from typing import Final

from dashboard.charts.chart_style import REST
from dashboard.charts.number_format import day
from dashboard.charts.summary_table import Line
from dashboard.data import comparisons
from dashboard.data.comparisons import YEAR_BEFORE, Estimate
from dashboard.data.figures import metric
from dashboard.faults import tried_each
from dashboard.figure import Sheet, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights import wording
from dashboard.insights.numbers import Entry, numbers
from dashboard.pages.needs.strengths import scored_year
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


def _when(slug: str, chosen: Selection) -> When:
    return scored_year(chosen) if slug.startswith("sdq") else chosen.when


def differing(verdicts: list[str]) -> str:
    """Say how many characteristics differ, of those compared. Verdicts: higher, lower, similar, or nothing known."""
    known = [word for word in verdicts if word]
    if not known:
        return "Who the children are"
    clear = sum(word in ("higher", "lower") for word in known)
    return f"{clear or 'None'} of {len(known)} characteristics clearly differ{'s' if clear == 1 else ''}"


@figure_part("Who the children are")
def characteristics_sheet(selection: Selection) -> Sheet:
    """Give who the children are beside the rest, or a year before."""
    found, faults = tried_each(SHOWN, lambda slug: comparisons.beside(slug, selection, _when(slug, selection)))
    lines = [_line(slug, *pair) for slug, pair in found.items()]
    year = scored_year(selection).end
    return Sheet(
        metrics=[metric(slug) for slug in SHOWN],
        lines=lines,
        columns=headings(selection),
        selection=selection,
        title=differing([line.cells[-1] for line in lines]),
        caption=f"Share of children looked after at {day(selection.end)}; strengths and difficulties at {day(year)}.",
        corner="Children",
        data=numbers(_entries(found), "measure"),
        faults=faults,
    )


def _line(slug: str, mine: Estimate, other: Estimate) -> Line:
    """The focus, what it is compared with, n, and the difference in words."""
    n = "" if mine.n is None else f"{mine.n:,.0f}"
    way = {1: "higher", -1: "lower", 0: "similar"}[wording.direction(mine, other)]
    known = mine.lower is not None and other.lower is not None
    cells = (wording.said(metric(slug), mine), wording.said(metric(slug), other), n, way if known else "")
    return Line(SHOWN[slug], cells)


def _entries(found: Mapping[str, tuple[Estimate, Estimate]]) -> Iterator[Entry]:
    for slug, pair in found.items():
        yield from (Entry(SHOWN[slug], figure.series, metric(slug), figure) for figure in pair)
