"""Who the child is, on every row about it."""

import polars as pl

from loaders.consolidate.latest import latest

WHO = ["sex", "birth_month", "ethnicity"]


def people(children: pl.DataFrame, asylum: pl.DataFrame) -> pl.DataFrame:
    """One row a child: the latest return's sex, birth month and ethnicity, and its asylum status.

    `seeks_asylum` is true of a child ever returned as unaccompanied; `asylum_ceased` ends it, where known.
    """
    known = latest(children, "child").select("child", *WHO)
    seeking = latest(asylum, "child").select("child", asylum_ceased="ceased", seeks_asylum=pl.lit(value=True))
    return known.join(seeking, on="child", how="full", coalesce=True)


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
