"""What is not known about a figure: what it rests on, whose part of it is hidden or missing, what may still change."""

from collections.abc import Sequence
from typing import Final

from dashboard.charts.number_format import MARKS
from dashboard.data.comparisons import Estimate, by_borough
from dashboard.filters.selection import Selection
from dashboard.insights.evidence import Evidence
from dashboard.insights.wording import figure_of
from metrics import Metric, Theme
from metrics.shorthand import CONFIDENTIAL, NOT_AVAILABLE

PROVISIONAL: Final = "[p]"
PRICED: Final = "cost_coverage"
UNPLACED: Final = "location_not_known"


def unknown(metric: Metric, known: Sequence[Evidence], chosen: Selection) -> str:
    """Say in one sentence what is not known; nothing where all is."""
    parts = [_rests_on(metric, chosen), *_boroughs(known), _provisional(known)]
    words = "; ".join(part for part in parts if part)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def hidden(figure: Estimate) -> str:
    """Give the mark of a figure that is not there, and what it means."""
    mark = figure.mark or NOT_AVAILABLE
    return ", ".join(part for part in (mark, MARKS.get(mark)) if part)


def _rests_on(metric: Metric, chosen: Selection) -> str:
    if metric.theme is Theme.COST:
        share = _share(PRICED, chosen)
        is_all = share.value is None or round(share.value) >= 100
        return "" if is_all else f"the price is known for {share.value:.0f}% of children"
    if metric.theme is Theme.OUT_OF_AREA:
        share = _share(UNPLACED, chosen)
        is_none = share.value is None or round(share.value) == 0
        return "" if is_none else f"the area is not known for {share.value:.0f}% of children"
    return ""


def _share(slug: str, chosen: Selection) -> Estimate:
    """The focus's figure, as the table of what figures rest on has it."""
    rows = by_borough(slug, chosen).iter_rows(named=True)
    return next(
        (figure_of(chosen.name, row) for row in rows if row["series"] == chosen.name),
        Estimate(chosen.name, None, None, None, None, NOT_AVAILABLE),
    )


def _boroughs(known: Sequence[Evidence]) -> list[str]:
    """Of how many boroughs nothing is shown, or nothing has come in."""
    each = known[:-1]
    counts = {mark: sum(one.mine.mark == mark for one in each) for mark in (CONFIDENTIAL, NOT_AVAILABLE)}
    words = {CONFIDENTIAL: "not shown", NOT_AVAILABLE: "not available"}
    return [f"{words[mark]} for {count} of {len(each)} boroughs" for mark, count in counts.items() if count]


def _provisional(known: Sequence[Evidence]) -> str:
    marks = {figure.mark for each in known[-1:] for figure in (each.mine, each.before)}
    return "provisional, as the returns that are loaded do not tell the whole of it" if PROVISIONAL in marks else ""
