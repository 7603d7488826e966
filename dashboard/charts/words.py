"""What a chart shows, in a sentence or two, for those who do not see it."""

from collections.abc import Sequence

import polars as pl
import polars.selectors as cs

from dashboard.charts.look import Look
from dashboard.charts.numbers import month, written

MOST = 10


def alt(figures: pl.DataFrame, look: Look, kind: str) -> str:
    """Describe a chart: what kind, of what, its ends or its values, and that the table is beside it."""
    what = f"{kind} of {look.title.lower() or 'figures'}"
    told = _over_time(figures, look) if "month" in figures.columns else _values(figures, look)
    return f"{what}. {told} The table beside it has every figure."


def _over_time(figures: pl.DataFrame, look: Look) -> str:
    if "series" not in figures.columns:
        figures = figures.with_columns(series=pl.lit(look.focus or "Consortium"))
    seen = figures.filter(pl.col("value").is_not_null()).sort("month")
    names = seen["series"].unique(maintain_order=True).to_list()
    telling = [name for name in names if look.role(name) != "others"] or names
    ends = [_ends(seen.filter(pl.col("series") == name), str(name), look) for name in telling[:3]]
    others = len(names) - len(ends)
    return " ".join([*ends, f"{others} more series are drawn." if others > 0 else ""]).strip()


def _ends(one: pl.DataFrame, name: str, look: Look) -> str:
    first, last = one.row(0, named=True), one.row(-1, named=True)
    start, end = (f"{written(row['value'], look.unit)} in {month(row['month'])}" for row in (first, last))
    return f"{name}: from {start} to {end}."


def _values(figures: pl.DataFrame, look: Look) -> str:
    name = next(
        iter(figures.select(cs.string() | cs.categorical() | cs.enum()).drop("mark", strict=False).columns), None
    )
    if name is None or "value" not in figures.columns:
        return f"{figures.height} rows."
    rows = figures.select(pl.col(name).cast(pl.String), "value", "mark").head(MOST).iter_rows()
    return f"{_listed([f'{who} {written(value, look.unit, mark)}' for who, value, mark in rows])}."


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts) or "Nothing to show"
