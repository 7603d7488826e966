"""Do intervals hold the truth nineteen times in twenty? On a thousand made-up boroughs of each size, by measure."""

from collections.abc import Iterator
from statistics import fmean
from typing import Final

import polars as pl

from bench.claims import YEAR
from bench.still import still
from metrics import METRICS, measure
from metrics.chance.judgements import WHOLE, Asked, changes
from metrics.engine.table_cache import Held

SIZES: Final = (15, 25, 60, 100, 300)
BOROUGHS: Final = 50
"""Boroughs in one made-up table."""
TABLES: Final = 20
MEASURES: Final = (
    "children_looked_after",
    "rate_per_10000",
    "outside_borough",
    "secure_and_childrens_homes",
    "missing_share",
    "three_or_more_placements",
    "weekly_cost",
    "weekly_cost_median",
)
"""A count, a rate, shares near a half and near nothing, a mean with a long tail, a median."""


def coverage() -> str:
    """Give a table: of the intervals of figures, and of changes, how many hold the truth."""
    heads = "".join(f" {size} children: figure, change |" for size in SIZES)
    lines = [f"| measure |{heads}", f"|---|{'---|' * len(SIZES)}"]
    found = {size: pl.concat(list(_of_size(size))) for size in SIZES}
    for slug in MEASURES:
        cells = " | ".join(_cell(found[size].filter(slug=slug)) for size in SIZES)
        lines.append(f"| {METRICS[slug].title} | {cells} |")
    return "\n".join([*lines, ""])


def _cell(rows: pl.DataFrame) -> str:
    shares = [rows.filter(kind=kind)["holds"].to_list() for kind in ("figure", "change")]
    return ", ".join(map(_share, shares))


def _share(holds: list[bool]) -> str:
    """How many hold the truth; of how many, where most boroughs are too small to have a range."""
    if not holds:
        return "no range"
    return f"{fmean(holds):.1%}" + (f" of {len(holds)}" if 2 * len(holds) < TABLES * BOROUGHS else "")


def _of_size(size: int) -> Iterator[pl.DataFrame]:
    """Give whether each interval holds the truth: that of all boroughs together, and that nothing changed."""
    tables = [_held(seed, size) for seed in range(TABLES)]
    for slug in MEASURES:
        figures = pl.concat([measure(METRICS[slug], each, by=("borough",), when=YEAR) for each in tables])
        yield _holds(slug, "figure", figures, _truth(slug, tables, figures))
        changed = pl.concat([changes(Asked(METRICS[slug], each, {}), YEAR, YEAR.before()) for each in tables])
        yield _holds(slug, "change", changed.filter(pl.col("by") != WHOLE), 0.0)


def _held(seed: int, size: int) -> Held:
    return Held({name: rows.lazy() for name, rows in still(seed, (size,) * BOROUGHS, april=False).items()})


def _truth(slug: str, tables: list[Held], figures: pl.DataFrame) -> float:
    if slug == "children_looked_after":
        return fmean(figures["value"].to_list())
    return fmean(measure(METRICS[slug], each, when=YEAR)["value"].item() for each in tables)


def _holds(slug: str, kind: str, rows: pl.DataFrame, truth: float) -> pl.DataFrame:
    known = rows.filter(pl.col("lower").is_not_null() & pl.col("upper").is_not_null())
    holds = pl.lit(truth).is_between("lower", "upper")
    return known.select(slug=pl.lit(slug), kind=pl.lit(kind), holds=holds)
