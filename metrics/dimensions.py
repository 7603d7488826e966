"""What a figure may be grouped and filtered by, and the columns made for it from a birth month or a distance."""

from collections.abc import Mapping
from typing import Final

import polars as pl

AGE_BANDS: Final = ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"]
"""The DfE's age groups for children looked after."""

DISTANCE_BANDS: Final = ["Up to 5 miles", "5 to 10 miles", "10 to 20 miles", "Over 20 miles", "Not known"]

Where = Mapping[str, tuple[str, ...]]
"""Column to the values allowed, as text; the empty string stands for 'not known'."""


def with_made(rows: pl.LazyFrame, wanted: frozenset[str]) -> pl.LazyFrame:
    """Add the made dimensions that are wanted: age, age_band, distance_band, is_out_of_london."""
    for name in sorted(wanted & MADE.keys()):
        rows = rows.with_columns(MADE[name].alias(name))
    return rows


def only(rows: pl.LazyFrame, where: Where) -> pl.LazyFrame:
    """Keep the rows whose columns have one of the values allowed.

    Raises:
        ValueError: a column that these rows do not have, or a value that it cannot take.
    """
    schema = rows.collect_schema()
    for column, values in where.items():
        if column not in schema:
            raise ValueError(f"These figures cannot be filtered by {column}.")
        rows = rows.filter(_is_one_of(column, schema[column], values))
    return rows


def _is_one_of(column: str, dtype: pl.DataType, values: tuple[str, ...]) -> pl.Expr:
    named = [value for value in values if value]
    allowed = [value.lower() == "true" for value in named] if dtype == pl.Boolean else named
    found = pl.col(column).is_in(_typed(column, dtype, allowed))
    return found.fill_null("" in values)


def _typed(column: str, dtype: pl.DataType, values: list[str] | list[bool]) -> list[object]:
    try:
        return pl.Series(values, dtype=pl.Boolean if dtype == pl.Boolean else pl.String).cast(dtype).to_list()
    except pl.exceptions.InvalidOperationError:
        known = ", ".join(dtype.categories.to_list()) if isinstance(dtype, pl.Enum) else str(dtype)
        raise ValueError(f"{column} cannot be {', '.join(map(str, values))}. It takes: {known}.") from None


def _age() -> pl.Expr:
    born, day = pl.col("birth_month"), pl.col("date")
    months = (day.dt.year() - born.dt.year()) * 12 + day.dt.month() - born.dt.month()
    return (months // 12).cast(pl.Int16)


def _age_band() -> pl.Expr:
    return _banded(_age(), [0, 4, 9, 15], AGE_BANDS).cast(pl.Enum(AGE_BANDS))


def _distance_band() -> pl.Expr:
    bands = _banded(pl.col("distance_miles"), [5, 10, 20], DISTANCE_BANDS[:4])
    return bands.fill_null("Not known").cast(pl.Enum(DISTANCE_BANDS))


def _banded(value: pl.Expr, tops: list[int], labels: list[str]) -> pl.Expr:
    """Give the label of the first band whose top is not passed, the last label past them all."""
    over_all = pl.when(value > tops[-1]).then(pl.lit(labels[-1]))
    bands = [pl.when(value <= top).then(pl.lit(label)) for top, label in zip(tops, labels, strict=False)]
    return pl.coalesce(*bands, over_all)


MADE: Final[dict[str, pl.Expr]] = {
    "age": _age(),
    "age_band": _age_band(),
    "distance_band": _distance_band(),
    "is_out_of_london": pl.col("host_region") != "London",
}
