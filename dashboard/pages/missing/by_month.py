"""Incidents by month with the limits of usual variation, and the step that lasts."""

from datetime import date, timedelta
from typing import Any, Final, NamedTuple

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.charts.control_chart import process
from dashboard.charts.number_format import month as written_month
from dashboard.charts.trend import Breaks
from dashboard.data.cache import kept
from dashboard.data.claims import change_way
from dashboard.data.comparisons import trend_of
from dashboard.data.control_limits import rebased, step_in
from dashboard.data.data_source import tables
from dashboard.data.figures import metric
from dashboard.data.headlines import A_YEAR
from dashboard.data.judgements import way_of_step
from dashboard.data.reader_cache import kept_for_reader
from dashboard.data.settled_months import settled
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.wording import short
from metrics import When
from metrics.populations.missing_incidents import MISSING_SERVICE
from metrics.statistics.change_point import FEWEST
from metrics.statistics.control_chart import TRIAL_BELOW, Signal

INCIDENTS: Final = "incidents"


NEW_SERVICE: Final = "New service\nbegins"
"""The words beside the day on which a commissioned service takes over."""


@kept_for_reader(500)
def months(chosen: Selection) -> pl.DataFrame:
    """Give the focus's incidents by month, with means and limits, each side of a lasting step its own."""
    step = lasting_step(chosen)
    run = rebased(trend_of(INCIDENTS, chosen), step.since if step else None)
    return run.with_columns(pl.col("signal").fill_null(Signal.NONE.value))


def way_since_a_year_before(chosen: Selection) -> int:
    """Give which way the focus's incidents are claimed to have gone: on the year before, or for good since then."""
    step = lasting_step(chosen)
    is_late = step is not None and step.since >= chosen.when.before().end
    return change_way(INCIDENTS, chosen) or (step.way if step and is_late else 0)


class LastingStep(NamedTuple):
    """A level that has changed for good: since which month, and which way."""

    since: date
    way: int


@kept_for_reader(500)
def lasting_step(chosen: Selection) -> LastingStep | None:
    """Give the step of the focus's months that stands child by child; None where chance may make as much.

    A new service is looked at first, the months since it began beside the year before; then what the months look like.
    """
    run = trend_of(INCIDENTS, chosen)
    months = settled(run)["month"].sort()
    for begun, _ in new_services(chosen):
        since = months.filter(months >= begun).min()
        if begun.day == 1 and isinstance(since, date) and (way := _way(chosen, months, since, is_known=True)):
            return LastingStep(since, way)
    seen = step_in(run)
    way = _way(chosen, months, seen, is_known=False) if seen else 0
    return LastingStep(seen, way) if seen and way else None


def _way(chosen: Selection, months: pl.Series, since: date, *, is_known: bool) -> int:
    """Give which way the months since one lie from those before it, a year of them where it is known; 0 by chance."""
    early, late = months.filter(months < since), months.filter(months >= since)
    early = early.tail(A_YEAR) if is_known else early
    if min(len(early), len(late)) < FEWEST:
        return 0
    first, begins, last = early[0].replace(day=1), since.replace(day=1), late[-1]
    before, now = When(first, begins - timedelta(days=1)), When(begins, last)
    return way_of_step(INCIDENTS, chosen, before, now, is_known=is_known)


@kept_for_reader(500)
def new_services(chosen: Selection) -> Breaks:
    """Give the days on which the focus's missing-from-home service changed hands, for the chart; none without a focus.

    Contracts are public: this tells nothing of a child, and names no provider.
    """
    mine = pl.col("borough") == (chosen.focus if chosen.focus and scope().names(chosen.focus) else "")
    contracts = tables()["services"].filter(mine & (pl.col("category") == MISSING_SERVICE))
    starts = contracts.select(pl.col("started").unique().sort()).collect()["started"].to_list()[1:]
    return tuple((day, NEW_SERVICE) for day in starts if chosen.trend.start <= day <= chosen.trend.end)


UNKNOWN: Final = "Too few months to say"


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


@figure_part("Incidents by month")
def by_month_figure(selection: Selection) -> Figure:
    """Give incidents by month with the limits of usual variation."""
    rows = months(selection)
    return described(
        Figure(
            metric=metric(INCIDENTS),
            rows=rows,
            chart=process,
            selection=selection,
            title=over_months(selection.name, rows),
            note=signals(rows),
            options={"breaks": new_services(selection)},
        )
    )
