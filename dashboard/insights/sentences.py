"""Findings in words, made by the statistics: a difference or a change is claimed only when an interval says so."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM, REST
from dashboard.data.comparisons import Estimate
from dashboard.data.settled_months import settled
from dashboard.insights.wording import beside, direction, figure_of, have_ranges, listed, said, short
from metrics import Metric, Unit
from metrics.statistics.control_chart import Signal, process
from metrics.statistics.judgement import Judgement, judged

_BESIDE: Final = {REST: "the rest", CONSORTIUM: "the consortium"}
_JUDGED: Final = (Judgement.BETTER, Judgement.WORSE)


def difference(metric: Metric, mine: Estimate, other: Estimate) -> str:
    """Say how the focus stands beside another figure: higher, lower, or no clear difference."""
    if mine.value is None:
        return short(f"{metric.title}: {mine.series} {mine.mark or '[x]'}")
    if other.value is None:
        return short(f"{metric.title}: {mine.series} {said(metric, mine)}")
    both = f"({said(metric, mine)} against {said(metric, other)})"
    against = _BESIDE.get(other.series, other.series)
    if not have_ranges(mine, other):
        return short(f"{metric.title}: {mine.series} {said(metric, mine)}, {against} {said(metric, other)}")
    sign = direction(mine, other)
    if sign == 0:
        return short(
            f"{metric.title}: no clear difference from {against} {both}", f"No clear difference from {against} {both}"
        )
    word = "higher" if sign > 0 else "lower"
    return short(
        f"{metric.title}: {mine.series} {word} than {against} {both}", f"{mine.series} {word} than {against} {both}"
    )


def judgement(metric: Metric, mine: Estimate, other: Estimate) -> Judgement:
    """Give better, worse, higher, lower or similar."""
    return judged(direction(mine, other), metric.polarity)


def comparison(metric: Metric, mine: Estimate, other: Estimate) -> str:
    """Say the comparison of a card in one line: `Rest of consortium 64%: higher (worse)`."""
    if other.value is None:
        return f"{_named(other)}: {other.mark or '[x]'}"
    both = beside(metric, mine, other)
    if not have_ranges(mine, other):
        return both
    sign = direction(mine, other)
    if sign == 0:
        return f"{both}: no clear difference"
    word = judgement(metric, mine, other)
    way = "higher" if sign > 0 else "lower"
    return f"{both}: {way}, which is {word.value}" if word in _JUDGED else f"{both}: {way}"


def _named(figure: Estimate) -> str:
    return figure.series[:1].upper() + figure.series[1:]


def movement(metric: Metric, months: pl.DataFrame) -> str:
    """Say whether the last month of a series is unusual, by XmR rules. Columns: month, value."""
    values = settled(months.sort("month"))["value"].to_list()
    if len(values) < 3:
        return "Too few months to say"
    run = process(values)
    if run.latest is Signal.NONE:
        return "Usual variation"
    way = "rise" if run.direction > 0 else "fall"
    word = judged(run.direction, metric.polarity)
    why = f"Unusual {way}: {run.latest.value}"
    return f"{why}, which is {word.value}" if word in _JUDGED else why


def over_time(metric: Metric, name: str, months: pl.DataFrame) -> str:
    """Say in a title what a series did, from its first month to its last. Columns: month, value, lower, upper, mark."""
    seen = settled(months.sort("month"))
    if seen.height < 2:
        return short(f"{metric.title}: too few months to say")
    first, last = (figure_of(name, seen.row(at, named=True)) for at in (0, -1))
    sign = direction(last, first)
    if metric.unit in (Unit.POUNDS, Unit.INCIDENTS) and not sign:
        return _by_process(metric, seen)
    if not have_ranges(first, last):
        return short(f"{metric.title}: {said(metric, first)} at first, {said(metric, last)} now", metric.title)
    if sign == 0:
        now = said(metric, last)
        return short(f"{metric.title}: no clear change ({now})", f"No clear change over {seen.height} months ({now})")
    way = "up" if sign > 0 else "down"
    return short(
        f"{metric.title} {way} from {said(metric, first)} to {said(metric, last)}",
        f"{way.capitalize()} from {said(metric, first)} to {said(metric, last)}",
    )


def _by_process(metric: Metric, seen: pl.DataFrame) -> str:
    """Money and incidents have no interval: only an unusual month is claimed."""
    run = process(seen["value"].to_list())
    if run.latest is Signal.NONE:
        return short(f"{metric.title}: within the usual monthly range", "Within the usual monthly range")
    way = "higher" if run.direction > 0 else "lower"
    return short(f"{metric.title}: latest month unusually {'high' if way == 'higher' else 'low'}")


def farthest(metric: Metric, rows: pl.DataFrame, centre: Estimate, ways: Mapping[str, int]) -> str:
    """Say which boroughs differ from the consortium. Columns: series, value, lower, upper, n, mark.

    `ways` says which way those differ of whom that is claimed.
    """
    figures = [figure_of(row["series"], row) for row in rows.iter_rows(named=True) if row["series"] != centre.series]
    apart = [(figure.series, ways.get(figure.series, 0)) for figure in figures]
    high, low = ([name for name, sign in apart if sign == way] for way in (1, -1))
    if not ways and not any(have_ranges(figure, centre) for figure in figures):
        return short(f"{metric.title}: boroughs not compared, no ranges given", "Boroughs not compared")
    if not high and not low:
        return short(
            f"{metric.title}: no borough clearly differs from the consortium",
            "No borough clearly differs from the consortium",
        )
    said_of = [f"{listed(names)} {word}" for names, word in ((high, "higher"), (low, "lower")) if names]
    return short(
        f"{metric.title}: {', '.join(said_of)}",
        ", ".join(said_of).capitalize() if len(high) > 2 else ", ".join(said_of),
    )
