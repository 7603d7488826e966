"""One measure for every borough: what the charts of the comparison draw."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.charts.number_format import month as month_name
from dashboard.data import headlines
from dashboard.data.benchmarks import has_benchmarks, offered
from dashboard.data.comparisons import YEAR_BEFORE, Estimate, by_borough, consortium, of_boroughs
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.selection import Selection, month_ends, months_before
from metrics import Metric, Statistic, When
from metrics.periods import year_before
from metrics.statistics.partial_pooling import expected_shares

Pairs = Mapping[str, tuple[Estimate, Estimate]]
"""Each borough's figure and the consortium's, with the same of an earlier period."""


def with_benchmarks(slug: str, chosen: Selection) -> Selection:
    """Choose every benchmark that is loaded, unless the reader chose some or the measure has no published twin."""
    return chosen if chosen.benchmarks or not has_benchmarks(slug) else replace(chosen, benchmarks=offered())


def earlier(slug: str, chosen: Selection) -> dict[str, When]:
    """Give the periods that the one chosen may be held against, by the month that each ends with, the last first.

    Each is as long as the period chosen, and the data speak of it from its first day (its last, of a figure at a date).
    Two periods, or the years of two figures that are of a year, have no day in common.
    """
    ends = month_ends(chosen.first, chosen.end)[:-1]
    spans = [_ending(chosen, end) for end in reversed(ends) if end <= _last(metric(slug), chosen)]
    return {month_name(span.end): span for span in spans if _is_known(slug, chosen, span)}


def _last(card: Metric, chosen: Selection) -> date:
    """The last day that an earlier period may end with."""
    if card.window_is_year:
        return year_before(chosen.end)
    return chosen.end if card.is_at_date else chosen.start


def _ending(chosen: Selection, end: date) -> When:
    """The period chosen, moved back by whole months to end with a month's end."""
    months = (chosen.end.year - chosen.start.year) * 12 + chosen.end.month - chosen.start.month
    return When(months_before(end, months + 1), end)


def _is_known(slug: str, chosen: Selection, span: When) -> bool:
    return chosen.first <= (span.end if metric(slug).is_at_date else span.start)


def named(slug: str, chosen: Selection, then: When) -> str:
    """Name an earlier period: `a year before`, `Mar 2024` of a figure at a date, `the period to Mar 2024`."""
    if then.end == chosen.when.before().end:
        return YEAR_BEFORE
    name = month_name(then.end)
    return name if headlines.is_level(metric(slug)) else f"the period to {name}"


def pairs(slug: str, chosen: Selection, then: When) -> Pairs:
    """Give each borough's figure and the consortium's, last, with the same of an earlier period."""
    if then.end == chosen.when.before().end:
        return headlines.pairs(slug, chosen)
    return headlines.of_two(slug, chosen, then, named(slug, chosen, then))


def has_funnel(card: Metric) -> bool:
    """Say whether size alone gives a measure's limits: a share or a rate of children, each counted once."""
    return card.statistic in (Statistic.SHARE, Statistic.RATE) and card.n_of is None


@kept_for_reader(500)
def expected(slug: str, chosen: Selection) -> dict[str, float]:
    """Give what to expect of boroughs whose share is of few children, by name: drawn towards that of all.

    It is made of the figures as they are released.
    """
    card, centre = metric(slug), consortium(slug, chosen).value
    if card.statistic is not Statistic.SHARE or not has_funnel(card) or centre is None:
        return {}
    rows = by_borough(slug, chosen).filter(pl.col("value").is_not_null() & (pl.col("denominator") > 0))
    each = rows.filter(pl.col("series") != CONSORTIUM)
    near = expected_shares(each["value"].to_list(), each["denominator"].to_list(), centre)
    return {str(name): value for name, value in zip(each["series"], near, strict=True) if value is not None}


@kept_for_reader(500)
def month_by_month(slug: str, chosen: Selection) -> pl.DataFrame:
    """Give every borough's months, and the consortium's."""
    return of_boroughs(metric(slug), by_borough(slug, chosen, ("month",)))


def both_periods(pairs: Pairs, words: Mapping[str, str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the figures with what changed in words, and the earlier ones. Columns: series, change, value, mark, n."""
    now = [(who, words.get(who, ""), mine.value, mine.mark, mine.n) for who, (mine, _) in pairs.items()]
    before = [(who, "", then.value, then.mark, then.n) for who, (_, then) in pairs.items()]
    return _frame(now), _frame(before)


def _frame(rows: list[tuple[str, str, float | None, str | None, float | None]]) -> pl.DataFrame:
    schema = {"series": pl.String, "change": pl.String, "value": pl.Float64, "mark": pl.String, "n": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def is_bare(figures: pl.DataFrame) -> bool:
    """Say whether figures stand on nobody, and nothing of them is hidden."""
    hidden = figures["mark"].is_in(["[c]", "[x]", "[p]"]).any()
    return not hidden and not figures["n"].sum()
