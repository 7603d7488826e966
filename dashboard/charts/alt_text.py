"""What a chart shows, in a sentence or two, for those who do not see it."""

from collections.abc import Sequence

import polars as pl
import polars.selectors as cs

from dashboard.charts.chart_style import Look
from dashboard.charts.number_format import month, written
from metrics.shorthand import CONFIDENTIAL

MOST = 10


def alt(figures: pl.DataFrame, look: Look, kind: str, *, has_table: bool = True) -> str:
    """Describe a chart: what kind, of what, its ends or its values, what is hidden, and that the table is beside it."""
    what = f"{kind} of {look.title.lower() or 'figures'}"
    told = _over_time(figures, look) if "month" in figures.columns else _values(figures, look)
    parts = [f"{what}.", told, _hidden(figures), "The table beside it has every figure." if has_table else ""]
    return " ".join(part for part in parts if part)


def _hidden(figures: pl.DataFrame) -> str:
    """Say what a mark says, for those who hear it."""
    count = int((figures["mark"] == CONFIDENTIAL).sum()) if "mark" in figures.columns else 0
    return (
        f"{count:,} figure{'s are' if count > 1 else ' is'} hidden to protect children's identities." if count else ""
    )


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
    return f"{_listed([f'{who} {_spoken(value, look, mark)}' for who, value, mark in rows])}."


def _spoken(value: float | None, look: Look, mark: str | None) -> str:
    return "hidden" if value is None and mark == CONFIDENTIAL else written(value, look.unit, mark)


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts) or "Nothing to show"
