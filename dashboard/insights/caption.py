"""The line under a panel's title: measure, unit, period and n, and which filters the measure cannot take."""

import polars as pl

from dashboard.charts.number_format import day
from dashboard.data.figures import left_out
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.fields import BY_COLUMN
from dashboard.filters.selection import Selection
from dashboard.filters.words import filter_lines
from metrics import Metric, When
from metrics.dimensions.catalogue import DIMENSIONS


@kept_for_reader(1_000)
def about(metric: Metric, figures: pl.DataFrame, span: When, chosen: Selection, note: str = "") -> str:
    """Say in one line what the figures are; `note` is a sentence more."""
    facts = [_measure(metric), _period(metric, figures, span), _count(metric, figures, chosen)]
    parts = [" · ".join(fact for fact in facts if fact) + ".", _filtered(metric, chosen), note, _cannot(metric, chosen)]
    return " ".join(part for part in parts if part)


def _measure(metric: Metric) -> str:
    words = metric.unit.value.replace("GBP", "£")
    return metric.title if words == "children" or metric.title.endswith(words) else f"{metric.title}, {words}"


def _period(metric: Metric, figures: pl.DataFrame, span: When) -> str:
    is_at_one_date = metric.is_at_date and "month" not in figures.columns
    return f"at {day(span.end)}" if is_at_one_date else f"{day(span.start)} to {day(span.end)}"


def _count(metric: Metric, figures: pl.DataFrame, chosen: Selection) -> str:
    n = _n(metric, figures, chosen)
    latest = "latest " if "month" in figures.columns else ""
    return "" if n is None else f"{latest}n\u00a0=\u00a0{n:,.0f}"


def _filtered(metric: Metric, chosen: Selection) -> str:
    lines = filter_lines(chosen, left_out(metric.slug, chosen.where()))
    return f"{'; '.join(lines)}." if lines else ""


def _cannot(metric: Metric, chosen: Selection) -> str:
    columns = [name for name in left_out(metric.slug, chosen.where()) if name in BY_COLUMN]
    labels = ", ".join(BY_COLUMN[name].label.lower() for name in columns)
    return f"Not filtered by {labels}." if labels else ""


def _n(metric: Metric, figures: pl.DataFrame, chosen: Selection) -> float | None:
    """The n of the focus at the end of what is shown, each whole once; null where it may not be said."""
    rows = figures.filter(pl.col("series") == chosen.name) if "series" in figures.columns else figures
    if "n" not in rows.columns or rows.is_empty():
        return None
    if "month" in rows.columns:
        rows = rows.filter(pl.col("month") == pl.col("month").max())
    if metric.parts:
        rows = _of_wholes(rows, [name for name in rows.columns if name in DIMENSIONS and name not in metric.parts])
    return None if rows["n"].is_null().any() else float(rows["n"].sum())


def _of_wholes(rows: pl.DataFrame, whole: list[str]) -> pl.DataFrame:
    smallest_first = rows.sort("n", nulls_last=True)
    return smallest_first.unique(whole, keep="first") if whole else smallest_first.head(1)
