"""What a made-up consortium in which nothing changes needs besides, for the pages of themes: needs and incidents."""

from typing import Final

import numpy as np
import polars as pl

from bench.national import whole
from bench.still import END, Floats
from loaders import labels
from loaders.need_scale import WEIGHTS, level

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
    scores = _scores(chance, assessed)
    made = {
        "assessments": _totals(assessed, scores),
        "needs": _each(assessed, scores),
        "incidents": _incidents(chance, tables["missing"]),
    }
    spoken = tables["loaded"].with_columns(source=pl.col("source").replace({"ssda903_header": "incidents"}))
    loaded = pl.concat([tables["loaded"], spoken.filter(pl.col("source") == "incidents")])
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


def _scores(chance: np.random.Generator, assessed: pl.DataFrame) -> Floats:
    """Give twelve scores of 0 to 3 an assessment."""
    own = assessed["own"].to_numpy()[:, None]
    drawn = 1.0 + 0.6 * own + chance.normal(0, 0.9, (assessed.height, len(labels.INDICATORS)))
    return np.clip(np.round(drawn), 0, 3)


def _totals(assessed: pl.DataFrame, scores: Floats) -> pl.DataFrame:
    weights = np.array([WEIGHTS[step] for step in sorted(WEIGHTS)])
    rows = assessed.with_columns(need_score=pl.Series(weights[scores.astype(int)].sum(axis=1)))
    first = pl.col("need_score").first().over("child")
    return rows.with_columns(need_level=level(pl.col("need_score")), first_score=first)


def _each(assessed: pl.DataFrame, scores: Floats) -> pl.DataFrame:
    names = pl.DataFrame({"indicator": labels.INDICATORS, "domain": [labels.NEEDS[name] for name in labels.INDICATORS]})
    rows = assessed.join(names, how="cross").with_columns(score=pl.Series(scores.reshape(-1)))
    first = pl.col("score").first().over("child", "indicator")
    return rows.with_columns(first_score=first)


def _incidents(chance: np.random.Generator, missing: pl.DataFrame) -> pl.DataFrame:
    cohorts = pl.Series(labels.COHORTS)
    hours = pl.Series(chance.integers(0, 24, missing.height), dtype=pl.Int8)
    return missing.with_columns(cohort=pl.lit(cohorts[0]), hour=hours)
