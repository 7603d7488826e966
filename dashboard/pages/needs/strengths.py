"""Strengths and difficulties: the share of scored children in each band."""

from datetime import date

import polars as pl

from dashboard.charts.stacked_bars import stacked
from dashboard.data import comparisons
from dashboard.data.comparisons import Estimate, compared
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.benchmarks import words
from dashboard.insights.description import described
from dashboard.insights.wording import direction, short
from loaders.labels import SDQ_BANDS
from metrics import When
from metrics.periods import YEAR_END_MONTH


def scored_year(chosen: Selection) -> When:
    """Give the latest return year that ended by the end of the period: scores are returned at its end."""
    end = date(chosen.end.year, YEAR_END_MONTH, 31)
    return When.return_year(end.year if chosen.end >= end else end.year - 1)


@kept_for_reader(500)
def bands(chosen: Selection) -> pl.DataFrame:
    """Give the share of scored children in each band for each line of the comparison: series, sdq_band, value, mark, n.

    Where one band of a line is hidden the others are too, with their n, as the three add up to a hundred.
    """
    rows = compared("sdq_mean", chosen, ("sdq_band",), scored_year(chosen)).drop_nulls("sdq_band")
    is_hidden = pl.col("n").is_null().any().over("series")
    n = pl.when(~is_hidden).then("n")
    share = n / pl.col("n").sum().over("series") * 100
    mark = pl.when(is_hidden).then(pl.col("mark").drop_nulls().first().over("series"))
    return rows.select("series", pl.col("sdq_band").cast(pl.String), value=share, mark=mark, n=n)


def concern(mine: Estimate, other: Estimate) -> str:
    """Say for what share strengths and difficulties are a cause for concern, and beside whom."""
    if mine.value is None:
        return f"Cause for concern: {mine.mark or '[x]'}"
    now, beside = f"Cause for concern: {mine.value:.0f}%", other.series.replace("Rest of consortium", "the rest")
    if other.value is None:
        return f"{now} of scored children"
    if mine.lower is None or other.lower is None:
        return f"{now} of scored children, {beside} {other.value:.0f}%"
    way = {1: "higher than", -1: "lower than", 0: "no clear difference from"}[direction(mine, other)]
    return short(f"{now}, {way} {beside} ({other.value:.0f}%)")


@figure_part("Strengths and difficulties")
def strengths_figure(selection: Selection) -> Figure:
    """Give strengths and difficulties by band."""
    year, slug = scored_year(selection), "sdq_concern"
    mean = words("sdq_mean", selection)
    scores = f"Mean score: {mean[:1].lower()}{mean[1:]}" if mean else ""
    return described(
        Figure(
            metric=metric(slug),
            rows=bands(selection),
            chart=stacked,
            selection=selection,
            title=concern(*comparisons.beside(slug, selection, year)),
            note=f"Normal 0 to 13, borderline 14 to 16, cause for concern 17 to 40. {scores}".strip(),
            span=year,
            options={"part": "sdq_band", "kept": SDQ_BANDS},
        )
    )
