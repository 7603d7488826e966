"""Need by age: where it peaks."""

import polars as pl

from dashboard.charts.age_profile import ages
from dashboard.charts.bars import bars
from dashboard.data import comparisons
from dashboard.data.cache import kept
from dashboard.data.comparisons import focused
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.publishable import is_limited
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.wording import TOO_FEW, short
from metrics.chance.peaks import OfAge, peaks


@kept_for_reader(500)
def by_age(chosen: Selection) -> pl.DataFrame:
    """Give the weighted need score by single year of age, with `peak`."""
    rows = focused("weighted_need", chosen, ("age",)).drop_nulls("age").sort("age")
    return rows.with_columns(pl.Series("peak", _peaks(rows), dtype=pl.Boolean))


def _peaks(rows: pl.DataFrame) -> list[bool]:
    known = rows.drop_nulls("lower").select("age", *OfAge._fields)
    found = peaks({age: OfAge(*figures) for age, *figures in known.iter_rows()})
    return [age in found for age in rows["age"]]


@kept_for_reader(500)
def by_age_band(chosen: Selection) -> pl.DataFrame:
    """Give the weighted need score by age band, where single years of age are too fine to be shown."""
    return focused("weighted_need", chosen, ("age_band",)).drop_nulls("age_band").sort("age_band")


@kept(500)
def peaks_title(rows: pl.DataFrame) -> str:
    """Name the ages at which need peaks. Columns: age, value, peak."""
    if rows["value"].count() <= rows["value"].null_count():
        return TOO_FEW
    spans = _spans(rows.filter("peak")["age"].to_list())
    if not spans:
        return "Need does not clearly peak at any age"
    return short(f"Need peaks at {' and at '.join(spans)}")


@kept(500)
def highest(rows: pl.DataFrame) -> str:
    """Name the group whose mean is the highest. The first column holds the groups."""
    known = rows.drop_nulls("value").sort("value", descending=True)
    if known.is_empty():
        return TOO_FEW
    return short(f"{known[0, 0]}: the highest need, {known['value'][0]:.1f} points")


def _spans(ages: list[int]) -> list[str]:
    """Write ages as spans: 7, 8 and 12 as `7 to 8`, `12`."""
    starts = [age for age in ages if age - 1 not in ages]
    ends = [age for age in ages if age + 1 not in ages]
    return [str(start) if start == end else f"{start} to {end}" for start, end in zip(starts, ends, strict=True)]


@figure_part("Need by age")
def by_age_figure(selection: Selection, note: str) -> Figure:
    """Give the weighted need score by single year of age; by age band where the release is as coarse."""
    is_coarse = is_limited()
    rows = by_age_band(selection) if is_coarse else by_age(selection)
    options = {"name": "age_band"} if is_coarse else {"mean": comparisons.one("weighted_need", selection).value}
    return described(
        Figure(
            metric=metric("weighted_need"),
            rows=rows,
            chart=bars if is_coarse else ages,
            selection=selection,
            title=highest(rows) if is_coarse else peaks_title(rows),
            note=note,
            options=options,
        )
    )
