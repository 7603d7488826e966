"""The table beside a chart: the same figures in words, with the marks explained."""

from collections.abc import Iterable

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.charts.number_format import MARKS, month, written
from metrics import Metric, Release, Unit

NAMES = {
    "series": "Who",
    "month": "Month",
    "value": "Value",
    "borough": "Borough",
    "n": "n",
    "placement_type": "Placement type",
    "placement_group": "Placement group",
    "provider_sector": "Provider sector",
    "age_band": "Age",
    "need_level": "Need level",
}
DROPPED = ("numerator", "denominator", "lower", "upper", "mark", "value", "n")
MOVED = "Some children have changed places between boroughs to protect the few: small figures are near, not exact."
MOST = 500
"""Rows of a table on the page; the CSV has them all."""


def readable(figures: pl.DataFrame, metric: Metric) -> pl.DataFrame:
    """Give groupings, value with its mark, 95% range and n as text, newest month first."""
    rows = figures.sort("month", descending=True, maintain_order=True) if "month" in figures.columns else figures
    rows = rows.head(MOST)
    groupings = [_grouping(rows[name], metric.unit) for name in rows.columns if name not in DROPPED]
    if "value" not in rows.columns:
        return pl.DataFrame(groupings)
    told = [_told(row, metric.unit) for row in rows.iter_rows(named=True)]
    return pl.DataFrame(groupings).hstack(pl.DataFrame(told, schema=["Value", "95% range", "n"], orient="row"))


def _grouping(column: pl.Series, unit: Unit) -> pl.Series:
    name = NAMES.get(column.name, column.name.replace("_", " ").capitalize())
    words = [month(value) if column.name == "month" else _plain(value, unit) for value in column]
    return pl.Series(name, words, dtype=pl.String)


def _plain(value: object, unit: Unit) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return written(value, unit)
    return "Not known" if value is None else str(value)


def _told(row: dict[str, object], unit: Unit) -> tuple[str, str, str]:
    value, lower, upper, n = (_number(row.get(name)) for name in ("value", "lower", "upper", "n"))
    mark = row.get("mark")
    span = f"{written(lower, unit)} to {written(upper, unit)}" if lower is not None and upper is not None else ""
    return written(value, unit, mark if isinstance(mark, str) else None), span, "" if n is None else f"{n:,.0f}"


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def legend(figures: pl.DataFrame) -> list[str]:
    """Explain each mark that the figures hold."""
    held = figures["mark"].drop_nulls().unique().sort() if "mark" in figures.columns else []
    return [f"{mark} {MARKS.get(mark, 'not shown')}" for mark in held]


def on_sums() -> list[str]:
    """Say under a table, in the releases made of protected tables, what that does to small figures."""
    return [] if scope().view.release is Release.WORKING else [MOVED]


def legend_of(words: Iterable[str]) -> list[str]:
    """Explain each mark that words on screen hold."""
    held = {mark for told in words for mark in MARKS if mark in told}
    return [f"{mark} {MARKS[mark]}" for mark in sorted(held)]
