"""Every metric's card as one page of Markdown: docs/definitions.md, for those who use the figures."""

from collections.abc import Iterator
from typing import Final

from metrics.card import Metric, Statistic, Theme
from metrics.discovery import METRICS
from metrics.statistics.intervals import FEWEST_OF_A_MEAN

OPENING: Final = """# Definitions

Every figure of the dashboard, as its card in `metrics/` says it. Made by `make docs`; do not edit by hand.

"At a date" means open on that date: started on or before it, not ended on or before it. A return year ends on 31
March and is named by its end. Every figure comes with n, the number of cases that it stands on.

No figure is given for a day after the last that the returns speak of, which is never later than the day they were
loaded. A borough speaks of a period where it has uploaded every table that the figure is made of; a file of headings
without rows says that there is nobody. A borough that does not is left out of the consortium's figure, above the line
and below.

The need of a child at a date is that of the latest assessment on or before it, in figures of cost as in those of need;
before the first it is not assessed.

## Marks

| mark | meaning |
|---|---|
| `[c]` | confidential: hidden so that nobody can be told from it, or from it and its neighbours |
| `[x]` | not available: no return that is loaded speaks of the period, a table that the figure needs is not loaded, \
or the returns on record cannot say of many children whether they count |
| `[z]` | not applicable: there is nothing to divide by |
| `[u]` | unreliable: from one to five cases |
| `[p]` | provisional: of a part of the period, without the boroughs whose returns do not speak of it, or without \
children of whom the returns on record cannot say whether they count |
"""

INTERVALS: Final = {
    Statistic.COUNT: "a count; 95% interval by Byar, exact Poisson below 10",
    Statistic.TOTAL: "a total of all there was, not of a sample, without an interval; changes are judged by child",
    Statistic.SHARE: "a share of a whole; 95% interval by Wilson",
    Statistic.RATE: "a rate; 95% interval by Byar, exact Poisson below 10",
    Statistic.MEAN: "a mean, as the ratio of two sums; 95% interval by the ratio estimator, "
    f"from {FEWEST_OF_A_MEAN} children on",
    Statistic.QUANTILE: "a quantile; 95% interval by order statistics",
    Statistic.CHANGE: "a ratio of two totals, without an interval; changes are judged by child",
    Statistic.GIVEN: "as published",
}


def page() -> str:
    """Give the whole page."""
    return "\n".join([OPENING, *(line for theme in Theme for line in _theme(theme))]).rstrip() + "\n"


def _theme(theme: Theme) -> Iterator[str]:
    yield f"## {theme.heading}\n"
    for metric in METRICS.values():
        if metric.theme is theme:
            yield from _card(metric)


def _card(metric: Metric) -> Iterator[str]:
    first, _, more = metric.definition.partition("\n\n")
    yield f"### {metric.title}\n"
    yield f"**{first}**\n"
    if more:
        yield f"{more}\n"
    yield f"- Slug: `{metric.slug}`"
    yield f"- Unit: {metric.unit}, {INTERVALS[metric.statistic]}"
    yield f"- When: {_when(metric)}"
    yield f"- Direction: {metric.polarity}"
    yield f"- Source: {metric.source}\n"


def _when(metric: Metric) -> str:
    if metric.statistic is Statistic.GIVEN:
        return "as published"
    if metric.window_is_year:
        return "the twelve months to a date"
    return "at a date" if metric.is_at_date else "over a period"
