"""What a reader sees on pointing at a mark: value, 95% range, n, in words."""

import altair as alt
import polars as pl

from dashboard.charts.chart_style import Look
from dashboard.charts.number_format import written
from metrics.card import Unit

COLUMNS = ("shown", "range", "of")


def told(figures: pl.DataFrame, look: Look) -> pl.DataFrame:
    """Add `shown` (value or mark), `range` (95%) and `of` (n) as text."""
    rows = figures.to_dicts()
    return figures.with_columns(
        pl.Series("shown", [_shown(row, look.unit) for row in rows], dtype=pl.String),
        pl.Series("range", [_range(row, look.unit) for row in rows], dtype=pl.String),
        pl.Series("of", [_of(row) for row in rows], dtype=pl.String),
    )


def _shown(row: dict[str, object], unit: Unit) -> str:
    return written(_float(row.get("value")), unit, _mark(row))


def _range(row: dict[str, object], unit: Unit) -> str:
    lower, upper = _float(row.get("lower")), _float(row.get("upper"))
    if lower is None or upper is None:
        return "not given"
    return f"{written(lower, unit)} to {written(upper, unit)}"


def _of(row: dict[str, object]) -> str:
    n = _float(row.get("n"))
    return "not shown" if n is None else f"{n:,.0f}"


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _mark(row: dict[str, object]) -> str | None:
    mark = row.get("mark")
    return mark if isinstance(mark, str) else None


def tips(*first: alt.Tooltip) -> list[alt.Tooltip]:
    """Give the tooltip: what the mark is, then value, range and n."""
    return [
        *first,
        alt.Tooltip("shown:N", title="Value"),
        alt.Tooltip("range:N", title="95% range"),
        alt.Tooltip("of:N", title="n"),
    ]
