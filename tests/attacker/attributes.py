"""What a release could tell of who is in a hidden cell, whoever has the protected tables child by child."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from metrics import METRICS, When
from metrics.disclosure import Protected
from metrics.engine.query import ask
from metrics.measure import rows_behind
from metrics.populations import Tables

TOLD_BY: Final = ("broad_type", "broad_sector", "broad_nearness", "category_of_need", "sourcing", "need_level")
ATTRIBUTES: Final = ("sex", "age_band", "ethnicity", "has_ehc_plan", "placement_type")


@dataclass(frozen=True)
class Named:
    """Attributes of children in small cells: how many were named, how often rightly (%), and what saying the
    commonest of all boroughs' children of the category comes to.
    """

    named: int
    right: float
    commonest: float


def named(tables: Tables, behind: Protected, day: date, most: int) -> Named:
    """Name each attribute of the children in each small cell as that of most who are there in the protected tables."""
    true, kept = (_children(of, day) for of in (tables, behind))
    found = [_of_cell(true, kept, cut, what, most) for cut in TOLD_BY for what in ATTRIBUTES if cut != what]
    each = pl.concat(found)
    share = 100 / max(each.height, 1)
    return Named(each.height, share * each["is_named"].sum(), share * each["is_commonest"].sum())


def _children(tables: Tables, day: date) -> pl.DataFrame:
    question = ask(METRICS["children_looked_after"], tables, (), None, When.year_to(day))
    columns = [pl.col(name).cast(pl.String).fill_null("") for name in ("borough", *TOLD_BY, *ATTRIBUTES)]
    return rows_behind(question, tables).select(columns).collect()


def _of_cell(true: pl.DataFrame, kept: pl.DataFrame, cut: str, what: str, most: int) -> pl.DataFrame:
    cell = ["borough", cut]
    small = true.filter(pl.len().over(cell).is_between(1, most))
    of_all = _likeliest(true, [cut], what).rename({"_value": "_commonest"})
    met = small.join(_likeliest(kept, cell, what), on=cell, how="left").join(of_all, on=cut, how="left")
    told = pl.coalesce("_value", "_commonest")
    return met.select(is_named=told == pl.col(what), is_commonest=pl.col("_commonest") == pl.col(what))


def _likeliest(children: pl.DataFrame, by: list[str], what: str) -> pl.DataFrame:
    often = children.group_by(*by, pl.col(what).alias("_value")).len().sort("len", "_value", descending=[True, False])
    return often.unique(by, keep="first", maintain_order=True).drop("len")
