"""What the statistics say about children who go missing."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

import polars as pl

from dashboard.charts.number_format import month as written_month
from dashboard.charts.number_format import pounds, written
from dashboard.data.cache import kept
from dashboard.data.comparisons import Figure
from dashboard.insights.sentences import direction, have_ranges, short, without
from metrics import Unit
from metrics.statistics.control_chart import TRIAL_BELOW, Signal
from metrics.statistics.standardised_rate import Standardised

UNKNOWN: Final = "Too few months to say"
CAUTION: Final = "Boroughs do not all record missing and away alike: compare with care."


def with_ages_of_all(name: str, like: Standardised | None, unit: Unit) -> str:
    """Say what a borough's share would be with the ages of all, and its range; nothing where that is not known."""
    if like is None:
        return ""
    value, lower, upper = (written(end, unit) for end in (like.value, like.lower, like.upper))
    return f"With the ages of all boroughs together, {name}'s would be {value} ({lower} to {upper})."


@kept(500)
def over_months(name: str, months: pl.DataFrame) -> str:
    """Say whether the level has stepped, or which months stand out. Columns: month, value, mean, stands_out."""
    rows = _seen(months)
    if len(rows) < 3:
        return UNKNOWN
    first, last = rows[0]["mean"], rows[-1]["mean"]
    if first != last:
        since = written_month(next(row["month"] for row in rows if row["mean"] == last))
        way = "Lower" if last < first else "Higher"
        both = f"{last:.0f} a month, {first:.0f} before"
        return short(f"{name}: {way.lower()} since {since}, {both}", f"{way} since {since}, {both}")
    return _standing_out(name, rows)


def _standing_out(name: str, rows: list[dict[str, Any]]) -> str:
    """Say which months stand out where the level is one and the same."""
    odd = [row for row in rows if row["stands_out"]]
    if not odd:
        level = f"about {rows[0]['mean']:.0f} incidents a month"
        return short(f"{name}: usual variation, {level}", f"Usual variation, {level}")
    if odd[-1] is rows[-1]:
        told = f"latest month far {'above' if odd[-1]['value'] > odd[-1]['mean'] else 'below'} usual"
        return short(f"{name}: {told}", told.capitalize())
    return _in_the_past(name, odd)


def _in_the_past(name: str, odd: list[dict[str, Any]]) -> str:
    """Name one or two months, or count more. One far out moves the mean, and its neighbours to one side of it."""
    months = [written_month(row["month"]) for row in odd]
    which = " and ".join(months) if len(months) < 3 else f"{len(months)} months to {months[-1]}"
    told = f"{which} far from usual; no clear lasting change"
    return short(f"{name}: {told}", told, f"{len(months)} months far from usual; no clear lasting change")


@kept(500)
def signals(months: pl.DataFrame) -> str:
    """Say which months the chart marks and why, months in a row together; and whether the limits are trial.

    That is for a closer look: by these rules chance alone marks some month of most years.
    """
    rows = _seen(months)
    trial = "Trial limits: fewer than twelve months. " if 0 < len(rows) < TRIAL_BELOW else ""
    runs: list[list[dict[str, Any]]] = []
    for before, row in zip([None, *rows], rows, strict=False):
        if row["signal"] and before and before["signal"] == row["signal"] and before["mean"] == row["mean"]:
            runs[-1].append(row)
        elif row["signal"]:
            runs.append([row])
    told = [_run(run) for run in runs]
    return f"{trial}Marked for a closer look: {'; '.join(told)}." if told else f"{trial}No month is marked."


def _run(run: list[dict[str, Any]]) -> str:
    first, last = written_month(run[0]["month"]), written_month(run[-1]["month"])
    return f"{first if len(run) == 1 else f'{first} to {last}'} ({run[0]['signal']})"


def _seen(months: pl.DataFrame) -> list[dict[str, Any]]:
    """The months that may be seen, in order; the signal of a usual one is null."""
    usual = pl.when(pl.col("signal") != Signal.NONE.value).then("signal")
    return months.sort("month").filter(pl.col("value").is_not_null()).with_columns(signal=usual).to_dicts()


def on_the_year_before(now: Figure, before: Figure, change: str, way: int) -> str:
    """Say how many incidents there were, and how many a year before. No interval: incidents cluster.

    `way` is which way they are claimed to have gone, judged child by child; 0 where chance may make as much.
    """
    if now.value is None:
        return f"Incidents {now.mark or '[x]'}"
    if before.value is None or not change:
        return f"{now.value:,.0f} incidents; a year before {written(before.value, Unit.INCIDENTS, before.mark)}"
    left = f", {without(before)}" if before.without else ""
    if way * (now.value - before.value) <= 0 and now.value != before.value:
        return f"{now.value:,.0f} incidents, no clear change from {before.value:,.0f} a year before{left}"
    return f"{now.value:,.0f} incidents, {change} than a year before ({before.value:,.0f}{left})".replace(
        "as before than a year before", "as many as a year before"
    )


def counted(now: Figure, before: Figure, what: str) -> str:
    """Say how many young people there were, and whether that differs from a year before. `what` follows a number."""
    if now.value is None:
        return f"{what.capitalize()}: {now.mark or '[x]'}"
    count = f"{now.value:,.0f} {what}"
    if before.value is None:
        return count
    then = f"{before.value:,.0f} the year before{f', {without(before)}' if before.without else ''}"
    if not have_ranges(now, before):
        return f"{count}, {then}"
    way = {1: "more than", -1: "fewer than", 0: "no clear difference from"}[direction(now, before)]
    return short(f"{count}, {way} {then}", f"{count}, {way} {before.value:,.0f} before")


def cost(service: Figure, police: Figure, total: Figure) -> str:
    """Say what incidents cost, the assumption said."""
    if total.value is None:
        return f"Missing from home, cost: {total.mark or '[x]'}"
    named = (("service", service), ("police", police))
    parts = [f"{name} {pounds(figure.value)}" for name, figure in named if figure.value]
    whole = f"Going missing cost {pounds(total.value)}"
    return short(f"{whole}: {', '.join(parts)} (assumed)", whole) if parts else whole


def busiest(parts: Mapping[str, float | None]) -> str:
    """Say in which eight hours of the day most incidents start, and what share. Parts are in the day's order."""
    hours = [(part, value) for part, value in parts.items() if " to " in part]
    known = [(part, value) for part, value in hours if value is not None]
    total = sum(value for _, value in known)
    if len(known) < len(hours) or not total:
        return "When in the week incidents start"
    (first, some), (second, more) = max(pairwise(known), key=lambda pair: pair[0][1] + pair[1][1])
    start, end = first.split(" to ")[0].lower(), second.split(" to ")[1]
    return f"{(some + more) / total * 100:.0f}% of incidents start between {start} and {end}"
