"""Whether a column has one of some values: a value that it cannot have raises, where `==` would match nothing."""

import polars as pl


def is_one_of(column: str, dtype: pl.DataType, values: tuple[str, ...]) -> pl.Expr:
    """Say whether a column has one of the values, given as text; the empty string stands for null.

    Raises:
        ValueError: a value that the column cannot take.
    """
    named = [value for value in values if value]
    typed = pl.Series([_typed(column, dtype, value) for value in named], dtype=dtype)
    return pl.col(column).is_in(typed.implode()).fill_null("" in values)


def labelled(rows: pl.LazyFrame, column: str, *labels: str) -> pl.Expr:
    """Say whether a column of these rows has one of some labels; null counts as none of them.

    A misspelt label raises, where a plain comparison would match nothing in silence.
    """
    return is_one_of(column, rows.collect_schema()[column], labels)


def _typed(column: str, dtype: pl.DataType, value: str) -> object:
    if isinstance(dtype, pl.String | pl.Categorical):
        return value
    if dtype == pl.Boolean:
        cast = {"true": True, "false": False}.get(value.lower())
    elif dtype == pl.Date:
        cast = pl.Series([value]).str.to_date(strict=False).item()
    else:
        cast = pl.Series([value]).cast(dtype, strict=False).item()
    if cast is None:
        raise ValueError(f"{column} cannot be {value}. It can be {_possible(dtype)}.")
    return cast


def _possible(dtype: pl.DataType) -> str:
    if isinstance(dtype, pl.Enum):
        return "one of " + ", ".join(dtype.categories)
    if dtype == pl.Boolean:
        return "true or false"
    return "a date such as 2025-03-31" if dtype == pl.Date else "a number"
