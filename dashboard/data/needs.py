"""Needs for charts: indicators by group, need by age with its peaks, change, strengths and difficulties."""

from datetime import date
from typing import Final

import polars as pl

from dashboard.data.cache import kept
from dashboard.data.comparisons import compared, focused
from dashboard.data.detail_level import by_kind
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.publishable import is_limited
from dashboard.filters.selection import Selection
from metrics import When
from metrics.chance.peaks import OfAge, peaks
from metrics.disclosure.lattice import DIMENSIONS
from metrics.guidance import SMALL
from metrics.periods import YEAR_END_MONTH

WAYS: Final = {"Share with the need": "need_occurrence", "Mean score": "need_score_mean"}
"""How the heat maps show a need: the words of the switch, and the measure."""

MOST_GROUPS: Final = 8
MOST_PROVIDERS: Final = 12

WHO: Final = {
    "Category of need": "category_of_need",
    "Age": "age_band",
    "Sex": "sex",
    "Ethnicity": "ethnicity",
    "Legal status": "legal_status",
}
"""What children looked after may be counted by: the words of the switch, and the dimension."""


@kept_for_reader(500)
def indicators(slug: str, chosen: Selection, group: str) -> pl.DataFrame:
    """Give the focus's figures by indicator and group; `children` is n, as twelve indicators share the same ones."""
    rows = by_kind(group, lambda kind: focused(slug, chosen, ("indicator", kind))).drop_nulls(group)
    return rows.rename({"n": "children"})


@kept(500)
def largest(rows: pl.DataFrame, group: str) -> list[str]:
    """Name the eight groups with the most children, in their usual order."""
    each = rows.group_by(group, maintain_order=True).agg(pl.col("children").max().fill_null(0))
    sizes = each.sort("children", descending=True, maintain_order=True)
    return sizes.head(MOST_GROUPS).sort(group)[group].cast(pl.String).to_list()


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
def change(chosen: Selection, group: str) -> pl.DataFrame:
    """Give the change in need since the first assessment by group; groups of five children or fewer are left out."""
    rows = focused("need_change", chosen, (group,)).drop_nulls(group)
    enough = rows.filter(pl.col("n").is_null() | (pl.col("n") > SMALL))
    return enough.filter(pl.col("mark") == "[c]") if enough["n"].is_null().all() else enough.drop_nulls("n").sort(group)


@kept_for_reader(500)
def change_by_provider(chosen: Selection) -> pl.DataFrame:
    """Give the same for the dozen providers with the most children, the most first."""
    return change(chosen, "provider").sort("n", descending=True, nulls_last=True).head(MOST_PROVIDERS)


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


def characteristics() -> list[str]:
    """Give the words of the characteristics that the reader's release tells children apart by."""
    return [words for words, name in WHO.items() if not is_limited() or name in DIMENSIONS]


@kept_for_reader(500)
def by_age_band(chosen: Selection) -> pl.DataFrame:
    """Give the weighted need score by age band, where single years of age are too fine to be shown."""
    return focused("weighted_need", chosen, ("age_band",)).drop_nulls("age_band").sort("age_band")


@kept_for_reader(500)
def children(chosen: Selection, words: str) -> pl.DataFrame:
    """Give children looked after by a characteristic."""
    rows = focused("children_looked_after", chosen, (WHO[words],))
    return rows.with_columns(pl.col(WHO[words]).cast(pl.String).fill_null("Not known"))
