"""Findings in words, made by the statistics: a difference or a change is claimed only when an interval says so."""

from collections.abc import Mapping

import polars as pl

from dashboard.data.comparisons import Estimate
from dashboard.data.settled_months import settled
from dashboard.insights.wording import direction, figure_of, have_ranges, listed, said, short
from metrics import Metric, Unit
from metrics.statistics.control_chart import Signal, process


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
