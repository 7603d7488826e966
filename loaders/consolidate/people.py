"""Who the child is, on every row about it."""

import polars as pl

from loaders.consolidate.latest_return import latest, of_source
from loaders.ssda903.people import UASC

WHO = ["sex", "birth_month", "ethnicity"]


def people(children: pl.DataFrame, asylum: pl.DataFrame, loaded: pl.DataFrame) -> pl.DataFrame:
    """One row a child: the latest return's sex, birth month and ethnicity, and its asylum status.

    `seeks_asylum` is true of a child ever returned as unaccompanied; `asylum_ceased` ends it, where known: as DUC says,
    else as the next return does that asks and names the child without the status. A return has whoever had it at any
    time in its year, so it had ceased by the first day of that.
    """
    known = latest(children, "child").select("child", *WHO)
    seeking = latest(asylum, "child").select("child", "return_year", "ceased", seeks_asylum=pl.lit(value=True))
    told = seeking.join(_without(children, seeking, loaded), on="child", how="left").select(
        "child", "seeks_asylum", asylum_ceased=pl.coalesce("ceased", "without")
    )
    return known.join(told, on="child", how="full", coalesce=True)


def _without(children: pl.DataFrame, seeking: pl.DataFrame, loaded: pl.DataFrame) -> pl.DataFrame:
    """By child, the first day of the year whose return is the first that names it without the status."""
    asked = of_source(loaded, UASC.slug).select("borough", "return_year").unique()
    named = children.join(asked, on=["borough", "return_year"], how="semi").select("child", year="return_year")
    later = named.join(seeking, on="child").filter(pl.col("year") > pl.col("return_year"))
    return later.group_by("child").agg(without=pl.date(pl.col("year").min() - 1, 4, 1))


def with_person(rows: pl.DataFrame, people: pl.DataFrame, on: str) -> pl.DataFrame:
    """Rows with who the child is; `is_uasc` unless the status had ceased by the row's date `on`, `uasc_until` its end.

    What a row says itself of sex or birth month stands where the child is not known.
    """
    joined = rows.join(people, on="child", how="left", maintain_order="left", suffix="_known")
    said = [name for name in WHO if name in rows.columns]
    lasts = pl.col("asylum_ceased").is_null() | (pl.col("asylum_ceased") > pl.col(on))
    return joined.with_columns(
        *(pl.coalesce(f"{name}_known", name).alias(name) for name in said),
        is_uasc=pl.col("seeks_asylum").fill_null(value=False) & lasts,
        uasc_until=pl.col("asylum_ceased"),
    )
