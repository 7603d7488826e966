"""Which days the returns speak of, so that what no return says is marked as such and never shown as zero."""

from collections.abc import Hashable, Sequence
from typing import Final

import polars as pl

from metrics.card import Metric
from metrics.engine.query import Question
from metrics.engine.return_periods import NEVER_UNKNOWN, NOT_KNOWN, spans, told_by
from metrics.engine.sources import ANY_TIME, ONCE_A_YEAR, Sources
from metrics.engine.table_cache import plain, remembered
from metrics.engine.values import FIGURES
from metrics.periods import is_cut
from metrics.populations import POPULATIONS, Tables
from metrics.populations.population import declared_of
from metrics.populations.residents import residents

NOT_AVAILABLE: Final = "[x]"
"""Government shorthand for a figure that is not available: no return that is loaded speaks of the period."""

PROVISIONAL: Final = "[p]"
"""Government shorthand for a provisional figure: of a part of the period, or without some of the boroughs."""

NOTHING, PART, WHOLE = 0, 1, 2
"""How much of a period a borough's returns speak of."""

EVER: Final = (pl.date(1900, 1, 1), pl.date(2999, 1, 1))

EXCHANGED: Final = "exchanges"
RESIDENTS: Final = "residents"
"""The population that a rate is over: no return speaks of it, and it is known of some boroughs and not of others."""


def boroughs(question: Question, tables: Tables) -> list[str]:
    """Name the boroughs that have uploaded anything, of those asked about."""
    everyone = remembered(tables, "boroughs", lambda: spans(tables)["borough"].unique().sort().to_list())
    asked = question.where.get("borough")
    return everyone if asked is None else [name for name in everyone if name in asked]


def covered(figures: pl.LazyFrame, question: Question, tables: Tables) -> pl.LazyFrame:
    """Blank and mark the figures of periods that no return speaks of; mark those that are not of all.

    A figure is provisional where some boroughs' returns do not speak of the period, which are then left out of it,
    and where a part of the period is all that is told: the figure is of that part. Where nothing is loaded at all, as
    in a test of a few rows, every period counts as spoken of.
    """
    by = tuple(name for name in question.by if name in {"borough", question.step})
    which = (_which(question), by, question.where.get("borough"))
    known = remembered(tables, which, lambda: _known(_asked(question, tables), by))
    if known is None:
        return figures
    told = known.lazy()
    return _marked(
        figures.join(told, on=by, how="left", maintain_order="left") if by else figures.join(told, how="cross")
    )


def silent(question: Question, tables: Tables, *, everywhere: bool = False) -> pl.DataFrame | None:
    """Give the boroughs to leave out of a figure: borough and period_end; None where nobody is.

    Those that no return speaks of, or whose population a rate needs and is not known, in periods in which another
    borough that is asked about is told of. None where figures are by borough: theirs is blank. `everywhere` gives
    those not asked about too, however it is grouped.
    """
    if "borough" in question.by and not everywhere:
        return None
    which = (_which(question), "silent", None if everywhere else question.where.get("borough"))
    of = told_of if everywhere else _asked
    told = remembered(plain(tables), which, lambda: _silent(of(question, tables)))
    return None if told.is_empty() else told


def _silent(told: pl.DataFrame) -> pl.DataFrame:
    is_heard = (pl.col("told") > NOTHING).any().over("period_end")
    return told.filter(pl.col("told") == NOTHING, is_heard).select("borough", "period_end")


def _which(question: Question) -> Hashable:
    """Name what the answer hangs on, but for who is asked about: what is needed, and when."""
    metric = question.metric
    needs = (
        frozenset({EXCHANGED, RESIDENTS} & {*metric.needs}),
        metric.is_at_date,
        metric.window_is_year,
        _looks_back(metric),
    )
    return "covered", tuple(sources_of(question)), *needs, question.when, question.step


def _known(told: pl.DataFrame, by: tuple[str, ...]) -> pl.DataFrame | None:
    """Say of each group whether some boroughs' returns speak of it and whether all do; None where all do of all."""
    if told.is_empty():
        return None
    how_many = [(pl.col("told") > NOTHING).any().alias("_some"), (pl.col("told") == WHOLE).all().alias("_all")]
    known = told.group_by(by).agg(how_many) if by else told.select(how_many)
    return None if known["_all"].all() else known


def _asked(question: Question, tables: Tables) -> pl.DataFrame:
    """Say of each borough that is asked about, and period, how much is told of it."""
    told, asked = told_of(question, tables), question.where.get("borough")
    return told if asked is None else told.filter(pl.col("borough").is_in(asked))


def told_of(question: Question, tables: Tables) -> pl.DataFrame:
    """Say of each borough and period how much its returns tell of it, `told`; no rows of what is in no return."""
    of = plain(tables)

    def find() -> pl.DataFrame:
        told = _told(spans(of), question)
        return _with_residents(told, question, of) if RESIDENTS in question.metric.needs else told

    return remembered(of, _which(question), find)


def _with_residents(told: pl.DataFrame, question: Question, tables: Tables) -> pl.DataFrame:
    """Count a borough without a known population as not told; without returns its population alone counts."""
    people = residents(tables, question.periods.lazy())
    is_known = pl.when(pl.col("population").is_not_null()).then(WHOLE).otherwise(NOTHING)
    by = [name for name in ("borough", "period_end", question.step) if name]
    known = people.select(*by, is_known=is_known).collect()
    if told.is_empty():
        return known.rename({"is_known": "told"})
    both = told.join(known, on=by, how="left", maintain_order="left")
    return both.with_columns(pl.min_horizontal("told", pl.col("is_known").fill_null(NOTHING))).drop("is_known")


def sources_of(question: Question) -> list[Sources]:
    """Give the sources that must all speak: of the populations, of the metric, of what is filtered or grouped by."""
    metric = question.metric
    of_rows = [sources for name in metric.needs for sources in POPULATIONS[name].sources]
    if not of_rows:
        return []
    known = [name for name, values in question.where.items() if not NOT_KNOWN & {*values}]
    named = {*known, *(NEVER_UNKNOWN & {*question.by})}
    of_names = [sources for name in named if (sources := told_by({*metric.needs}, name))]
    return sorted({*of_rows, *metric.reads, *of_names})


def _told(returns: pl.DataFrame, question: Question) -> pl.DataFrame:
    by = [name for name in ("borough", "period_end", question.step) if name]
    kinds = sources_of(question)
    if not kinds:
        return returns.select("borough").clear().join(question.periods, how="cross").select(*by, told=pl.lit(WHOLE))
    told = told_by_kind(returns, kinds, question)
    least = told.group_by(by, maintain_order=True).agg(pl.col("told").min())
    if EXCHANGED in question.metric.needs:
        return least.with_columns(told=pl.min_horizontal("told", pl.col("told").min().over("period_end").clip(PART)))
    return least


def told_by_kind(returns: pl.DataFrame, kinds: Sequence[Sources], question: Question) -> pl.DataFrame:
    """Say how much each kind of source tells of each borough and period: `kind`, its place in the list, and `told`."""
    which = _kinds(kinds, question)
    latest = returns.group_by("borough").agg(latest=pl.col("last").max())
    needed = latest.join(which.select("kind", "once_a_year").unique(), how="cross")
    within = needed.join(question.periods.with_columns(is_cut=_is_cut(question)), how="cross")
    days = within.join(_days_told(returns, which, question), on=["borough", "kind", "period_end"], how="left")
    return days.with_columns(told=_how_much(question.metric))


def _how_much(metric: Metric) -> pl.Expr:
    """Say how much of a period is told by one kind of source.

    A date is told or not; so is a year that is measured as a whole, and a change on the year before.
    """
    days, needed = pl.col("days").fill_null(0), pl.col("needed")
    is_late = pl.col("once_a_year") & (pl.col("period_end") > pl.col("latest"))
    is_all = (days >= needed).fill_null(value=False)
    in_part = pl.lit(not (metric.is_at_date or metric.window_is_year or _looks_back(metric)))
    some = pl.when((days > 0) & in_part).then(PART).otherwise(NOTHING)
    return pl.when(is_all & ~is_late & ~pl.col("is_cut")).then(WHOLE).when(is_all).then(PART).otherwise(some)


def _is_cut(question: Question) -> pl.Expr:
    return is_cut(question.step, at_end=question.metric.is_at_date or question.metric.window_is_year)


def _days_told(returns: pl.DataFrame, kinds: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Count the days told, of those needed, by borough, kind of source and period. Returns of two years never meet."""
    once, ever = pl.col("once_a_year"), pl.col("any_time")
    a_year_on = pl.col("last").dt.offset_by("1y").dt.offset_by("-1d")
    spoken = (
        returns.join(kinds, on="source")
        .group_by("borough", "kind", "once_a_year", "any_time", "return_year")
        .agg(pl.min("first"), pl.max("last"))
        .with_columns(
            first=pl.when(ever).then(EVER[0]).when(once).then("last").otherwise("first"),
            last=pl.when(ever).then(EVER[1]).when(once).then(a_year_on).otherwise("last"),
        )
    )
    since = pl.when(once).then("period_end").otherwise(_since(question.metric))
    each = spoken.join(question.periods, how="cross").with_columns(since=since)
    days = pl.min_horizontal("last", "period_end") - pl.max_horizontal("first", "since")
    return each.group_by("borough", "kind", "period_end").agg(
        days=(days.dt.total_days() + 1).clip(0).sum(),
        needed=(pl.col("period_end") - pl.col("since")).dt.total_days().first() + 1,
    )


def _kinds(kinds: Sequence[Sources], question: Question) -> pl.DataFrame:
    """Give each source of each kind that the metric needs, and whether it speaks of a year's end only, or always."""
    is_yearly = all(each.is_yearly for each in declared_of(question.metric.needs))
    each = [
        (number, source, is_yearly or kind in ONCE_A_YEAR, kind in ANY_TIME)
        for number, kind in enumerate(kinds)
        for source in kind
    ]
    shape = {"kind": pl.Int64, "source": pl.String, "once_a_year": pl.Boolean, "any_time": pl.Boolean}
    return pl.DataFrame(each, schema=shape, orient="row")


def _since(metric: Metric) -> pl.Expr:
    """Give the first day that a figure speaks of."""
    if _looks_back(metric):
        return pl.col("period_start").dt.offset_by("-1y")
    return pl.col("period_end") if metric.is_at_date and not metric.window_is_year else pl.col("period_start")


def _looks_back(metric: Metric) -> bool:
    return any(each.looks_back for each in declared_of(metric.needs))


def _marked(figures: pl.LazyFrame) -> pl.LazyFrame:
    return figures.with_columns(*BLANK, mark=MARK)


SOME: Final = pl.col("_some").fill_null(value=True)
BLANK: Final = [pl.when(SOME).then(name).alias(name) for name in FIGURES if name != "mark"]
COMPLETE: Final = pl.col("_all").fill_null(value=True) | pl.col("value").is_null()
MARK: Final = (
    pl.when(SOME).then(pl.when(COMPLETE).then("mark").otherwise(pl.lit(PROVISIONAL))).otherwise(pl.lit(NOT_AVAILABLE))
)
