"""Needs assessments: scores a child, totals an assessment, and the need in force at a date."""

import polars as pl

from loaders import need_scale
from loaders.consolidate.cuts import cut
from loaders.consolidate.latest_return import latest


def indicators(needs: pl.DataFrame) -> pl.DataFrame:
    """One indicator of one assessment a row, with the child's first score for it; `date` is the day assessed."""
    rows = latest(needs, "child", "assessed", "indicator").rename({"assessed": "date"})
    in_order = rows.sort("child", "date", "indicator")
    first = pl.col("score").first().over("child", "indicator")
    return in_order.with_columns(first_score=first)


def assessments(indicators: pl.DataFrame) -> pl.DataFrame:
    """One assessment a row: weighted total (0 to 72), level, the child's first total and the next date."""
    total = need_scale.weighted(pl.col("score")).sum().cast(pl.Int16)
    totals = indicators.group_by("borough", "child", "date").agg(need_score=total).sort("child", "date")
    return totals.with_columns(
        need_level=need_scale.level(pl.col("need_score")),
        first_score=pl.col("need_score").first().over("child"),
        first_assessed=pl.col("date").first().over("child"),
        next_assessed=pl.col("date").shift(-1).over("child"),
    )


def with_assessment(indicators: pl.DataFrame, assessments: pl.DataFrame) -> pl.DataFrame:
    """Indicator scores with the level of their assessment and the date of the next."""
    of_day = assessments.select("child", "date", "need_level", "next_assessed")
    return indicators.join(of_day, on=["child", "date"], how="left", maintain_order="left")


def with_need(rows: pl.DataFrame, assessments: pl.DataFrame, on: str) -> pl.DataFrame:
    """Rows with the need of the latest assessment on or before their date `on`, else "Not assessed"."""
    known = assessments.sort("date").select("child", "need_score", _assessed="date")
    found = rows.sort(on, maintain_order=True).join_asof(
        known, left_on=on, right_on="_assessed", by="child", check_sortedness=False
    )
    return found.drop("_assessed").with_columns(need_level=need_scale.level(pl.col("need_score")))


def with_need_in_force(spells: pl.DataFrame, assessments: pl.DataFrame) -> pl.DataFrame:
    """Spells cut where the need changes: each piece has the need of the latest assessment on or before its start."""
    score = pl.col("need_score")
    changes = assessments.sort("child", "date").filter(score.ne_missing(score.shift().over("child")))
    return with_need(cut(spells, changes.select("child", day="date"), on="child"), assessments, on="started")
