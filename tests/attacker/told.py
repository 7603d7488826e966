"""Every count of children that the lattice tells: what it is in truth, in the tables behind a release, and if hidden.

The attacker is given more than anybody has: the hidden counts of the protected tables too, as if adding, subtracting
and dividing had worked every one of them out; but of boroughs that are not cut at all only what they come to together.
What is left to guess is the truth.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from metrics import METRICS, Metric, Release, Statistic, When, measure
from metrics.disclosure import CONFIDENTIAL, NotInReleaseError, Protected
from metrics.disclosure.lattice import OF_CHILDREN
from metrics.engine.groupings import groupings
from metrics.engine.protected_sums import smallest
from metrics.populations import Tables

CENSUS: Final = "children_looked_after"
FLOWS: Final = (
    *(("started", ()), ("ceased", ()), ("incidents", ("cohort",)), ("incidents", ("part_of_day",))),
    *(("young_people_missing", ("age_band",)), ("repeat_runners", ())),
)
MONTHS: Final = 18
PARTS: Final = ("numerator", "beside", "n")
BOROUGH: Final = "borough"
NOTHING: Final = -1
"""Stands for a count of which nothing is known."""


@dataclass(frozen=True)
class Way:
    """A question of the lattice: a measure, what a borough is cut by, and whether it is asked at every month's end."""

    slug: str
    cut: tuple[str, ...]
    monthly: bool

    @property
    def metric(self) -> Metric:
        """The card of the measure."""
        return METRICS[self.slug]


def ways(tables: Tables) -> list[Way]:
    """Give all questions whose answers are counts of children."""
    known = groupings(METRICS[CENSUS], tables)
    census = [Way(CENSUS, (name,), monthly=True) for name in OF_CHILDREN if name in known]
    shares = [
        Way(slug, (), monthly=True)
        for slug, card in METRICS.items()
        if card.statistic is Statistic.SHARE and (card.is_at_date or card.window_is_year) and not card.parts
    ]
    return [*census, *shares, *(Way(slug, cut, monthly=False) for slug, cut in FLOWS)]


def told(
    tables: Tables, behind: Protected, release: Release, end: date, some: Sequence[Way], months: int = MONTHS
) -> pl.DataFrame:
    """Give counts of boroughs: what, borough, category, day, part, true, kept, is_hidden."""
    frames = [frame for way in some for frame in _of_way(tables, behind, release, end, way, months)]
    uncut = pl.col(BOROUGH).is_in(smallest(behind))
    return pl.concat(frames).with_columns(
        kept=pl.when(uncut & pl.col("is_hidden")).then(_of_all(uncut)).otherwise("kept")
    )


def _of_all(uncut: pl.Expr) -> pl.Expr:
    """What boroughs come to together, each; where that is hidden, what all hidden categories do; one alone tells none.

    The consortium's own small cells are not redrawn: they are known as far as its totals tell.
    """
    mean, line = pl.when(uncut).then("kept").mean(), ["what", "day"]
    hidden = pl.when(uncut & pl.col("is_hidden_of_all"))
    is_alone = pl.col("category").filter(pl.col("is_hidden_of_all")).n_unique().over(line) < 2
    together = pl.when(is_alone).then(NOTHING).otherwise(hidden.then("kept").mean().over(line))
    told = pl.when("is_hidden_of_all").then(together).otherwise(mean.over("category", *line))
    return told.round().cast(pl.Int64)


def _of_way(
    tables: Tables, behind: Protected, release: Release, end: date, way: Way, months: int
) -> Iterator[pl.DataFrame]:
    when = When.year_to(end) if not way.monthly else When(_first(end, months), end)
    by = (BOROUGH, *way.cut, *(["month"] if way.monthly else []))
    with suppress(NotInReleaseError):
        shown = measure(way.metric, behind, by=by, when=when, release=release)
        kept, true = (measure(way.metric, of, by=by, when=when) for of in (behind, tables))
        hidden = pl.col("mark").eq_missing(CONFIDENTIAL).alias("is_hidden")
        rows = _beside_everyone(
            shown.select(*by, hidden), measure(way.metric, behind, by=by[1:], when=when, release=release)
        )
        for name, figures in (("kept", kept), ("true", true)):
            counted = figures.select(*by, *_counts(way.metric, name))
            rows = rows.join(counted, on=by, how="left", nulls_equal=True)
        for part in PARTS:
            if f"kept_{part}" in rows.columns:
                yield _long(rows, way, part, end)


def _beside_everyone(rows: pl.DataFrame, of_all: pl.DataFrame) -> pl.DataFrame:
    """Say beside each borough's count whether that of all boroughs is hidden too."""
    on = [name for name in rows.columns if name in of_all.columns]
    told = of_all.select(*on, is_hidden_of_all=pl.col("mark").eq_missing(CONFIDENTIAL))
    if not on:
        return rows.join(told, how="cross")
    return rows.join(told, on=on, how="left", nulls_equal=True, maintain_order="left")


def _first(end: date, months: int) -> date:
    count = end.year * 12 + end.month - months
    return date(count // 12, count % 12 + 1, 1)


def _counts(metric: Metric, name: str) -> list[pl.Expr]:
    """Counts of children alone: of a count its number, of a share its part and what is beside it."""
    if metric.statistic is Statistic.SHARE and metric.n_of is None:
        beside = pl.col("denominator") - pl.col("numerator")
        return [pl.col("numerator").alias(f"{name}_numerator"), beside.alias(f"{name}_beside")]
    return [pl.col("n").alias(f"{name}_n")]


def _long(rows: pl.DataFrame, way: Way, part: str, end: date) -> pl.DataFrame:
    category = [pl.col(name).cast(pl.String).fill_null("") for name in way.cut]
    return rows.select(
        pl.lit(f"{way.slug}|{'|'.join(way.cut)}|{part}").alias("what"),
        pl.col(BOROUGH).cast(pl.String),
        (category[0] if category else pl.lit("")).alias("category"),
        (pl.col("month") if way.monthly else pl.lit(end)).alias("day"),
        pl.col(f"true_{part}").fill_null(0).cast(pl.Int64).alias("true"),
        pl.col(f"kept_{part}").fill_null(0).cast(pl.Int64).alias("kept"),
        "is_hidden",
        "is_hidden_of_all",
    )
