"""Every category of a dimension, whether anybody is in it or not: a row that is there tells as much as a number."""

import polars as pl

from metrics.engine.query import Question
from metrics.engine.small_queries import collected
from metrics.periods import STEPS


def listed(groups: pl.DataFrame, question: Question, boroughs: list[str], unknown: frozenset[str]) -> pl.DataFrame:
    """Give groups with those that nobody is in, as zeros. `unknown` are dimensions in which some are not known."""
    by = question.by
    if not by:
        return groups
    grid = pl.LazyFrame({"_": [0]})
    for name in by:
        grid = grid.join(_categories(groups, name, question, boroughs, name in unknown).to_frame().lazy(), how="cross")
    full = grid.drop("_").join(groups.lazy(), on=by, how="left", nulls_equal=True)
    counts = [name for name, dtype in groups.schema.items() if dtype.is_numeric() and name not in by]
    empty = [pl.col(name).fill_null([]) for name, dtype in groups.schema.items() if isinstance(dtype, pl.List)]
    return collected(full.with_columns(pl.col(counts).fill_null(0), *empty).sort(by, nulls_last=True))


def _categories(
    groups: pl.DataFrame, name: str, question: Question, boroughs: list[str], is_unknown: bool
) -> pl.Series:
    dtype = groups.schema[name]
    if name in STEPS:
        return question.periods[name].cast(dtype)
    kept = question.where.get(name) if name not in question.metric.parts else None
    known = boroughs if name == "borough" else _known(dtype)
    if known is None:
        return groups[name].unique()
    if kept is not None:
        known = [value for value in known if str(value).lower() in {each.lower() for each in kept}]
    return pl.Series(name, [*known, None] if is_unknown else known, dtype)


def _known(dtype: pl.DataType) -> list[str] | list[bool] | None:
    if isinstance(dtype, pl.Enum):
        return dtype.categories.to_list()
    return [False, True] if dtype == pl.Boolean else None
