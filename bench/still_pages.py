"""What a made-up consortium in which nothing changes needs besides, for the pages of themes: needs and incidents."""

from typing import Final

import numpy as np
import polars as pl

from bench.national import whole
from bench.still import END
from loaders import labels
from loaders.need_scale import level, weighted

ASSESSED: Final = 0.9
"""Share of children who are assessed."""
BETWEEN: Final = 180
"""Days between two assessments of a child."""
ASSESSMENTS: Final = 6
"""At most, of one child."""


def with_needs_and_incidents(tables: dict[str, pl.DataFrame], seed: int) -> dict[str, pl.DataFrame]:
    """Give the tables with assessments that depend on the child alone, and local incidents at any hour."""
    chance = np.random.default_rng(seed)
    assessed = _assessed(chance, tables["episodes"])
    scored = _scored(chance, assessed)
    made = {
        "assessments": _totals(assessed, scored),
        "needs": scored,
        "incidents": _incidents(chance, tables["missing"]),
    }
    headers = tables["loaded"].filter(pl.col("source") == "ssda903_header")
    loaded = pl.concat([tables["loaded"], headers.with_columns(source=pl.lit("incidents"))])
    return {**tables, **{name: whole(name, rows) for name, rows in made.items()}, "loaded": loaded}


def _assessed(chance: np.random.Generator, episodes: pl.DataFrame) -> pl.DataFrame:
    """Give a row an assessment: the child, where it lived on the day, and the next day of one."""
    children = episodes.select("borough", "child", "care_started").unique("child", maintain_order=True)
    known = children.filter(pl.Series(chance.random(children.height) < ASSESSED))
    turns = known.with_columns(own=pl.Series(chance.normal(0, 1, known.height))).join(
        pl.DataFrame({"turn": range(ASSESSMENTS)}), how="cross"
    )
    dated = turns.with_columns(date=pl.col("care_started") + pl.duration(days=pl.col("turn") * BETWEEN + 14))
    there = (
        dated.filter(pl.col("date") <= END)
        .sort("date")
        .join_asof(
            episodes.sort("started").drop("care_started", "borough"), left_on="date", right_on="started", by="child"
        )
        .filter(pl.col("ended").is_null() | (pl.col("ended") > pl.col("date")))
        .sort("child", "date")
    )
    return there.drop("started", "ended").with_columns(
        next_assessed=pl.col("date").shift(-1).over("child"), first_assessed=pl.col("date").first().over("child")
    )


def _scored(chance: np.random.Generator, assessed: pl.DataFrame) -> pl.DataFrame:
    """Give a row an indicator of an assessment, scored 0 to 3 by what the child is like."""
    own = assessed["own"].to_numpy()[:, None]
    drawn = 1.0 + 0.6 * own + chance.normal(0, 0.9, (assessed.height, len(labels.NEEDS)))
    needs = pl.DataFrame({"indicator": list(labels.NEEDS), "domain": list(labels.NEEDS.values())})
    score = pl.Series(np.clip(np.round(drawn), 0, 3).reshape(-1), dtype=pl.Float64).cast(pl.Int8)
    rows = assessed.join(needs, how="cross", maintain_order="left_right").with_columns(score=score)
    return rows.with_columns(first_score=pl.col("score").first().over("child", "indicator"))


def _totals(assessed: pl.DataFrame, scored: pl.DataFrame) -> pl.DataFrame:
    """Give the need score of each assessment, its level, and the child's first."""
    totals = scored.group_by("child", "date").agg(need_score=weighted(pl.col("score")).sum())
    rows = assessed.join(totals, on=["child", "date"], maintain_order="left")
    first = pl.col("need_score").first().over("child")
    return rows.with_columns(need_level=level(pl.col("need_score")), first_score=first)


def _incidents(chance: np.random.Generator, missing: pl.DataFrame) -> pl.DataFrame:
    return missing.with_columns(hour=pl.Series(chance.integers(0, 24, missing.height), dtype=pl.Int8))
