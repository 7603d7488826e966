"""Missing from home for charts: incidents by month with their limits, beside a year before, by who and when."""

from datetime import date, timedelta
from typing import Final, NamedTuple

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.charts.trend import Breaks
from dashboard.data.claims import change_way
from dashboard.data.comparisons import by_borough, changed_over, each_year, focused, trend_of
from dashboard.data.control_limits import rebased, step_in
from dashboard.data.data_source import tables
from dashboard.data.headlines import A_YEAR
from dashboard.data.judgements import way_of_step
from dashboard.data.reader_cache import kept_for_reader
from dashboard.data.settled_months import settled
from dashboard.filters.selection import Selection
from metrics import When
from metrics.dimensions.time_of_week import PARTS_OF_DAY, WEEKDAYS
from metrics.engine.coverage import PROVISIONAL
from metrics.populations.missing_incidents import MISSING_SERVICE
from metrics.statistics.change_point import FEWEST
from metrics.statistics.control_chart import Signal

INCIDENTS: Final = "incidents"
ALL: Final = "All"

BOTH: Final[tuple[tuple[str, ...], ...]] = ((), ("cohort",))
"""Incidents in all, and by cohort."""

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


@kept_for_reader(500)
def beside_a_year_before(chosen: Selection) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give incidents in all and by cohort, now and a year before: series, change (words), value, mark, n."""
    change = _stacked(*(_change(chosen, by) for by in BOTH)).select("series", change=pl.col("value"))
    now, before = (_stacked(*frames) for frames in zip(*(each_year(INCIDENTS, chosen, by) for by in BOTH), strict=True))
    both = now.join(change, on="series", how="left", maintain_order="left")
    words = pl.Series("change", [changed(value) for value in both["change"]], dtype=pl.String)
    return both.with_columns(words).select("series", "change", "value", "mark", "n"), before


def _change(chosen: Selection, by: tuple[str, ...] = ()) -> pl.DataFrame:
    found = changed_over("missing_change", chosen, by)
    return found.with_columns(value=pl.when(pl.col("mark").ne_missing(PROVISIONAL)).then("value"))


def changed(value: float | None) -> str:
    """Write a change on the year before, in percent: `14% fewer`; nothing where it may not or cannot be said."""
    if value is None:
        return ""
    if round(value) == 0:
        return "as before"
    return f"{abs(value):.0f}% {'more' if value > 0 else 'fewer'}"


def _stacked(whole: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    named = parts.rename({"cohort": "series"}).with_columns(pl.col("series").cast(pl.String))
    return pl.concat([whole.select(pl.lit(ALL).alias("series"), pl.all()), named])


@kept_for_reader(500)
def by_age(chosen: Selection) -> pl.DataFrame:
    """Give the young people who went missing by age band, as `series`."""
    rows = focused("young_people_missing", chosen, ("age_band",)).rename({"age_band": "series"})
    return rows.with_columns(pl.col("series").cast(pl.String).fill_null("Age not known"))


@kept_for_reader(500)
def each_borough(slug: str, chosen: Selection) -> pl.DataFrame:
    """Give figures of every borough without the consortium's: a count of all is no yardstick for one."""
    rows = by_borough(slug, chosen)
    return rows.filter(pl.col("series").is_in(chosen.boroughs))


@kept_for_reader(500)
def week(chosen: Selection) -> pl.DataFrame:
    """Give incidents by part of the day and day of the week; one that has none is a zero.

    Counts this small are a matter of course here, so the mark of an unreliable one is left off.
    """
    rows = focused(INCIDENTS, chosen, ("part_of_day", "weekday"))
    if rows.is_empty():
        return rows
    days = pl.DataFrame({"weekday": pl.Series(WEEKDAYS, dtype=rows.schema["weekday"])})
    full = rows.select("part_of_day").unique().join(days, how="cross").sort("part_of_day", "weekday")
    filled = full.join(rows, on=["part_of_day", "weekday"], how="left", maintain_order="left")
    is_zero = pl.col("value").is_null() & pl.col("mark").is_null()
    is_said = pl.col("value").is_not_null()
    return filled.with_columns(value=pl.when(is_zero).then(0.0).otherwise("value"), mark=pl.when(~is_said).then("mark"))


@kept_for_reader(500)
def parts_of_day(chosen: Selection) -> dict[str, float | None]:
    """Give incidents by part of the day, in the day's order; null where hidden."""
    rows = focused(INCIDENTS, chosen, ("part_of_day",))
    found = dict(rows.select(pl.col("part_of_day").cast(pl.String), "value").iter_rows())
    return {part: found.get(part, 0.0) for part in PARTS_OF_DAY}
