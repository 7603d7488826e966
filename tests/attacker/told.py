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
from metrics.disclosure import CONFIDENTIAL, RULES, NotInReleaseError, Protected
from metrics.groupings import groupings
from metrics.populations import Tables
from metrics.released import smallest

CENSUS: Final = "children_looked_after"
DIMENSIONS: Final = (
    *("broad_group", "broad_type", "broad_sector", "broad_nearness", "distance_band", "sourcing", "arrangement"),
    *("age_band", "sex", "is_uasc", "has_ehc_plan", "category_of_need", "need_level"),
)
"""What every child looked after may be told apart by, beside the borough."""

FLOWS: Final = (
    *(("started", ()), ("ceased", ()), ("incidents", ("cohort",)), ("incidents", ("part_of_day",))),
    *(("young_people_missing", ("age_band",)), ("repeat_runners", ())),
)
MONTHS: Final = 18
PARTS: Final = ("numerator", "beside", "n")
BOROUGH: Final = "borough"


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
    census = [Way(CENSUS, (name,), monthly=True) for name in DIMENSIONS if name in known]
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
    of_all = pl.when(uncut).then("kept").mean().over("what", "category", "day").round().cast(pl.Int64)
    counts = pl.concat(frames).with_columns(kept=pl.when(uncut & pl.col("is_hidden")).then(of_all).otherwise("kept"))
    to = RULES[release].round_to
    lines = {"left": ["what", "category", "day"], "own": ["what", "borough", "day"]}
    return counts.with_columns(_left(line, to).alias(name) for name, line in lines.items())


def _left(line: list[str], to: int) -> pl.Expr:
    """What a line's total less all that is shown of it comes to for each hidden part, rounded as the release does."""
    total, shown = _rounded(pl.col("kept").sum().over(line), to), pl.when("is_hidden").then(0).otherwise("kept")
    hidden = pl.col("is_hidden").sum().over(line)
    return ((total - _rounded(shown, to).sum().over(line)) / hidden).round().fill_nan(0).cast(pl.Int64, strict=False)


def _rounded(count: pl.Expr, to: int) -> pl.Expr:
    return ((count + to / 2) / to).floor() * to


def _of_way(
    tables: Tables, behind: Protected, release: Release, end: date, way: Way, months: int
) -> Iterator[pl.DataFrame]:
    when = When.year_to(end) if not way.monthly else When(_first(end, months), end)
    by = (BOROUGH, *way.cut, *(["month"] if way.monthly else []))
    with suppress(NotInReleaseError):
        shown = measure(way.metric, behind, by=by, when=when, release=release)
        kept, true = (measure(way.metric, of, by=by, when=when) for of in (behind, tables))
        hidden = pl.col("mark").eq_missing(CONFIDENTIAL).alias("is_hidden")
        rows = shown.select(*by, hidden)
        for name, figures in (("kept", kept), ("true", true)):
            counted = figures.select(*by, *_counts(way.metric, name))
            rows = rows.join(counted, on=by, how="left", nulls_equal=True)
        for part in PARTS:
            if f"kept_{part}" in rows.columns:
                yield _long(rows, way, part, end)


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
    )
