"""Children's needs: the assessment in force, its twelve indicators, and the strengths and difficulties score."""

from collections.abc import Mapping

import polars as pl

from metrics.engine.small_queries import collected
from metrics.engine.sources import EPISODES, NEEDS, WELLBEING
from metrics.populations import care
from metrics.populations.care import CHILD_AND_PERIOD, census
from metrics.populations.need import CHILD, with_need_level
from metrics.populations.periods import FOREVER, dated, open_at_end
from metrics.populations.population import population


@population(sources=(NEEDS, EPISODES), is_at_date=True)
def levelled_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at the end of each period, one row a child, with their need level."""
    return with_need_level(census(tables, calendar), tables)


@population(sources=(NEEDS, EPISODES), is_at_date=True)
def assessed_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at the end of each period with an assessment, one row a child.

    `assessed` is the date of the latest assessment by then, `need_score` its weighted total; `first_assessed`
    and `first_score` are those of the child's first.
    """
    return _with_in_force(
        tables, calendar, "assessments", ["need_level", "need_score", "first_score", "first_assessed"]
    )


@population(sources=(NEEDS, EPISODES), is_at_date=True)
def needs_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """The twelve indicators of the same assessments, one row each, with `score` (0 to 3) and `first_score`."""
    return _with_in_force(tables, calendar, "needs", ["need_level", "indicator", "domain", "score", "first_score"])


@population(sources=(WELLBEING, EPISODES), is_yearly=True)
def strengths(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """The latest strengths and difficulties score of each child in each period."""
    scores = dated(tables["strengths"], calendar).sort("date", "sdq_score")
    return scores.unique(CHILD_AND_PERIOD, keep="last", maintain_order=True)


@population(sources=(WELLBEING,), takes_filters=False)
def scored_children(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Who has a strengths and difficulties score in each period: borough, child and period, once each."""
    return dated(tables["strengths"], calendar).select(CHILD_AND_PERIOD).unique()


def _with_in_force(
    tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame, table: str, columns: list[str]
) -> pl.LazyFrame:
    spans = tables[table].select(
        *CHILD, *columns, assessed=pl.col("date"), _until=pl.col("next_assessed").fill_null(FOREVER)
    )
    settled = care.spells(tables)
    if settled is None or collected(calendar).height == 1:
        in_force = (pl.col("assessed") <= pl.col("period_end")) & (pl.col("_until") > pl.col("period_end"))
        return census(tables, calendar).join(spans, on=CHILD).filter(in_force).drop("_until")
    both = settled.join(spans, on=CHILD)
    return open_at_end(both, calendar, within=("assessed", "_until")).drop("_until")
