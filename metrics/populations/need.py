"""Children's needs: the assessment in force, its twelve indicators, and the strengths and difficulties score."""

from collections.abc import Mapping

import polars as pl

from metrics.populations.periods import FOREVER, dated, open_at_end

CHILD = ["borough", "child"]


def with_need_level(rows: pl.LazyFrame, tables: Mapping[str, pl.LazyFrame]) -> pl.LazyFrame:
    """Put the need level of the latest assessment on or before `date` on each row; 'Not assessed' without one."""
    latest = tables["assessments"].select(*CHILD, "date", "need_level").sort("date")
    joined = rows.sort("date").join_asof(latest, on="date", by=CHILD, strategy="backward", check_sortedness=False)
    return joined.with_columns(pl.col("need_level").fill_null("Not assessed"))


def assessed_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at the end of each period with an assessment in force, one row a child."""
    scores = ["need_score", "need_level", "first_score", "first_assessed"]
    return _with_in_force(tables, calendar, "assessments", scores)


def needs_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """The twelve indicators in force of each child looked after at the end of each period, one row each."""
    return _with_in_force(tables, calendar, "needs", ["need_level", "indicator", "domain", "score", "first_score"])


def strengths(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """The latest strengths and difficulties score of each child in each period."""
    scores = dated(tables["strengths"], calendar)
    return scores.sort("date").unique([*CHILD, "period_start", "period_end"], keep="last", maintain_order=True)


def _with_in_force(
    tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame, table: str, columns: list[str]
) -> pl.LazyFrame:
    care = open_at_end(tables["episodes"].filter(~pl.col("is_short_break")), calendar)
    spans = tables[table].select(
        *CHILD, *columns, since=pl.col("date"), until=pl.col("next_assessed").fill_null(FOREVER)
    )
    in_force = (pl.col("since") <= pl.col("period_end")) & (pl.col("until") > pl.col("period_end"))
    return care.join(spans, on=CHILD).filter(in_force)
