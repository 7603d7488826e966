"""Which days the returns speak of, so that what no return says is marked as such and never shown as nought."""

from collections.abc import Hashable
from typing import Final

import polars as pl

from metrics.card import Metric
from metrics.held import remembered
from metrics.populations import Tables
from metrics.populations.residents import residents
from metrics.question import Question
from metrics.returns import ONCE_A_YEAR, SPOKEN_OF_BY
from metrics.values import FIGURES

NOT_AVAILABLE: Final = "[x]"
"""Government shorthand for a figure that is not available: no return that is loaded speaks of the period."""

PROVISIONAL: Final = "[p]"
"""Government shorthand for a provisional figure: some boroughs' returns do not speak of the whole period yet."""

YEAR_BEFORE: Final = "_year_before"

RESIDENTS: Final = "residents"
"""The population that a rate is over: no return speaks of it, and it is known of some boroughs and not of others."""


def boroughs(question: Question, tables: Tables) -> list[str]:
    """Name the boroughs that have handed in anything, of those asked about."""
    everyone = remembered(tables, "boroughs", lambda: _returns(tables)["borough"].unique().sort().to_list())
    asked = question.where.get("borough")
    return everyone if asked is None else [name for name in everyone if name in asked]


def covered(figures: pl.LazyFrame, question: Question, tables: Tables) -> pl.LazyFrame:
    """Blank and mark the figures of periods that no return speaks of; mark those that only some boroughs' do.

    Where nothing is loaded at all, as in a test of a few rows, every period counts as spoken of.
    """
    if not _sources(question):
        return figures
    by = tuple(name for name in question.by if name in {"borough", question.step})
    which = (_which(question), by, question.where.get("borough"))
    known = remembered(tables, which, lambda: _known(question, tables, by))
    if known is None:
        return figures
    told = known.lazy()
    return _marked(
        figures.join(told, on=by, how="left", maintain_order="left") if by else figures.join(told, how="cross")
    )


def with_both_parts(rows: pl.LazyFrame, question: Question, tables: Tables) -> pl.LazyFrame:
    """Leave out of a rate the boroughs, period by period, of which either part is not known.

    A rate adds up only boroughs whose returns speak of the period and whose population is known: children of one
    borough over the population of another are no rate. `covered` marks what is left.
    """
    if RESIDENTS not in question.metric.needs:
        return rows
    told = _of_boroughs(question, tables).filter(pl.col("told").not_())
    if told.is_empty():
        return rows
    absent = told.lazy().select(pl.col("borough").cast(rows.collect_schema()["borough"]), "period_end")
    return rows.join(absent, on=["borough", "period_end"], how="anti", maintain_order="left")


def _which(question: Question) -> Hashable:
    """Name what the answer hangs on, but for who is asked about: what is needed, and when."""
    metric = question.metric
    return "covered", metric.needs, metric.is_at_date, metric.window_is_year, question.when, question.step


def _known(question: Question, tables: Tables, by: tuple[str, ...]) -> pl.DataFrame | None:
    """Say of each group whether some boroughs' returns speak of it and whether all do; None where all do of all."""
    told = _of_boroughs(question, tables)
    asked = question.where.get("borough")
    if asked is not None:
        told = told.filter(pl.col("borough").is_in(asked))
    if told.is_empty():
        return None
    how_many = [pl.col("told").any().alias("_some"), pl.col("told").all().alias("_all")]
    known = told.group_by(by).agg(how_many) if by else told.select(how_many)
    return None if known["_all"].all() else known


def _of_boroughs(question: Question, tables: Tables) -> pl.DataFrame:
    """Say of each borough and period whether all that the metric needs is there; no rows where nothing is loaded."""

    def find() -> pl.DataFrame:
        told = _told(_returns(tables), question)
        return _with_residents(told, question, tables) if RESIDENTS in question.metric.needs else told

    return remembered(tables, _which(question), find)


def _with_residents(told: pl.DataFrame, question: Question, tables: Tables) -> pl.DataFrame:
    """Count a borough without a known population as not told; without returns its population alone counts."""
    people = residents(tables, question.periods.lazy()).with_columns(is_known=pl.col("population").is_not_null())
    by = [name for name in ("borough", "period_end", question.step) if name]
    known = people.select(*by, "is_known").collect()
    if told.is_empty():
        return known.rename({"is_known": "told"})
    both = told.join(known, on=by, how="left", maintain_order="left")
    return both.with_columns(pl.col("told") & pl.col("is_known").fill_null(value=False)).drop("is_known")


def _returns(tables: Tables) -> pl.DataFrame:
    """Give what is loaded of each borough, with the first and last day that each return speaks of."""
    first = pl.date(pl.col("return_year").cast(pl.Int32) - 1, 4, 1)
    last = pl.coalesce("as_at", pl.date("return_year", 3, 31))
    loaded = tables["loaded"].filter(pl.col("return_year").is_not_null())
    return loaded.select("borough", "source", first=first, last=last).collect()


def _sources(question: Question) -> list[tuple[str, ...]]:
    return sorted({SPOKEN_OF_BY[name] for name in question.metric.needs if name in SPOKEN_OF_BY})


def _told(returns: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Say of each borough and period whether every source that the metric needs speaks of it."""
    sources = _kinds(question)
    spans = returns.join(sources, on="source").group_by("borough", "kind").agg(pl.min("first"), pl.max("last"))
    needed = returns.select("borough").unique().join(sources.select("kind", "once_a_year").unique(), how="cross")
    until = pl.when("once_a_year").then("period_start").otherwise("period_end")
    told = (pl.col("first") <= _since(question.metric)) & (pl.col("last") >= until)
    within = needed.join(spans, on=["borough", "kind"], how="left").join(question.periods, how="cross")
    by = [name for name in ("borough", "period_end", question.step) if name]
    return within.group_by(by).agg(told=told.fill_null(value=False).all())


def _kinds(question: Question) -> pl.DataFrame:
    """Give each source of each kind that the metric needs, and whether it speaks of a year's end only."""
    kinds = _sources(question)
    once = [kind in ONCE_A_YEAR for kind in kinds]
    return pl.DataFrame({"kind": range(len(kinds)), "source": kinds, "once_a_year": once}).explode("source")


def _since(metric: Metric) -> pl.Expr:
    """Give the first day that a figure speaks of."""
    if any(name.endswith(YEAR_BEFORE) for name in metric.needs):
        return pl.col("period_start").dt.offset_by("-1y")
    return pl.col("period_end") if metric.is_at_date and not metric.window_is_year else pl.col("period_start")


def _marked(figures: pl.LazyFrame) -> pl.LazyFrame:
    return figures.with_columns(*BLANK, mark=MARK)


SOME: Final = pl.col("_some").fill_null(value=True)
BLANK: Final = [pl.when(SOME).then(name).alias(name) for name in FIGURES if name != "mark"]
WHOLE: Final = pl.col("_all").fill_null(value=True) | pl.col("value").is_null()
MARK: Final = (
    pl.when(SOME).then(pl.when(WHOLE).then("mark").otherwise(pl.lit(PROVISIONAL))).otherwise(pl.lit(NOT_AVAILABLE))
)
