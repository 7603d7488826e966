"""The tables of the package: figures, a row each, and what their measures, marks and dimensions mean."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.charts.number_format import MARKS
from dashboard.data.figures import figures
from dashboard.exports.data_package.questions import AT_DATE, TWELVE_MONTHS, Query, questions
from loaders.spreadsheet_safety import harmless
from metrics import METRICS
from metrics.dimensions.catalogue import DIMENSIONS
from metrics.periods import STEPS

ALL: Final = "All"
"""Where a figure is not cut."""
NOT_KNOWN: Final = "Not known"
YES_NO: Final = {"true": "Yes", "false": "No"}

FIGURE: Final = ("value", "lower", "upper", "numerator", "denominator", "n")

SHAPE: Final[dict[str, pl.DataType]] = {
    "measure": pl.String(),
    "unit": pl.String(),
    "area": pl.String(),
    "dimension": pl.String(),
    "category": pl.String(),
    "dimension_2": pl.String(),
    "category_2": pl.String(),
    "period": pl.String(),
    "period_start": pl.Date(),
    "period_end": pl.Date(),
    **dict.fromkeys(FIGURE, pl.Float64()),
    "mark": pl.String(),
}
"""The columns of the table of figures."""

KEY: Final = [*SHAPE][: [*SHAPE].index("value")]
"""What tells one row from another, with the unit, which goes with the measure."""


def tables_of(measures: Iterable[str], end: date) -> dict[str, pl.DataFrame]:
    """Give the tables by name: figures, measures, dimensions, marks."""
    slugs = [*measures]
    told = {
        "figures": figures_of(slugs, end),
        "measures": _measures(slugs),
        "dimensions": pl.DataFrame({"dimension": [*DIMENSIONS], "title": [*DIMENSIONS.values()]}),
        "marks": pl.DataFrame({"mark": [*MARKS], "meaning": [*MARKS.values()]}),
    }
    return {name: harmless(table) for name, table in told.items()}


def figures_of(measures: Iterable[str], end: date) -> pl.DataFrame:
    """Give every figure of the lattice in the reader's release, sorted by what tells it apart."""
    parts = [_rows(asked) for asked in questions(measures, end)]
    return pl.concat([pl.DataFrame(schema=SHAPE), *parts]).sort(KEY)


def _rows(asked: Query) -> pl.DataFrame:
    """One question's figures, tidy: a column each for the area, for what it is cut by and for its period."""
    found = figures(asked.metric.slug, asked.by, when=asked.when)
    cut = [name for name in asked.by if name not in STEPS and name != "borough"]
    start, end = _period(asked)
    told = found.with_columns(
        measure=pl.lit(asked.metric.slug),
        unit=pl.lit(asked.metric.unit.value),
        area=pl.col("borough").cast(pl.String) if "borough" in asked.by else pl.lit(CONSORTIUM),
        period=pl.lit(asked.kind),
        period_start=start,
        period_end=end,
        **_cut(cut, 0, ""),
        **_cut(cut, 1, "_2"),
    )
    return told.select(pl.col(name).cast(dtype) for name, dtype in SHAPE.items())


def _cut(names: list[str], at: int, ending: str) -> dict[str, pl.Expr]:
    if at >= len(names):
        return {f"dimension{ending}": pl.lit(ALL), f"category{ending}": pl.lit(ALL)}
    words = pl.col(names[at]).cast(pl.String).replace(YES_NO).fill_null(NOT_KNOWN)
    return {f"dimension{ending}": pl.lit(names[at]), f"category{ending}": words}


def _period(asked: Query) -> tuple[pl.Expr, pl.Expr]:
    """The first and last day that a row speaks of."""
    if "year" in asked.by:
        year = pl.col("year").cast(pl.Int32)
        return pl.date(year - 1, 4, 1), pl.date(year, 3, 31)
    end = pl.col("month").cast(pl.Date) if "month" in asked.by else pl.lit(asked.when.end)
    if asked.kind == AT_DATE:
        return end, end
    return end.dt.offset_by("1d").dt.offset_by("-1y" if asked.kind == TWELVE_MONTHS else "-1mo"), end


def _measures(slugs: Iterable[str]) -> pl.DataFrame:
    cards = [METRICS[slug] for slug in slugs]
    return pl.DataFrame(
        {
            "measure": [card.slug for card in cards],
            "title": [card.title for card in cards],
            "theme": [card.theme.heading for card in cards],
            "unit": [card.unit.value for card in cards],
            "better": [card.polarity.value for card in cards],
            "source": [card.source for card in cards],
            "definition": [card.definition for card in cards],
        }
    )
