"""Several returns speak of the same thing: the latest one wins."""

import polars as pl

from loaders.ssda903 import SSDA903, WHOLE_RETURN


def latest(rows: pl.DataFrame, *key: str) -> pl.DataFrame:
    """One row a key, from the latest return; where that return has two, the one given last."""
    ordered = rows.sort("return_year", maintain_order=True)
    return ordered.unique(list(key), keep="last", maintain_order=True)


def dated(rows: pl.DataFrame, loaded: pl.DataFrame) -> pl.DataFrame:
    """Rows with `as_at`, the last day their return speaks of: as loaded, else 31 March of the return year."""
    said = loaded.group_by("borough", "return_year").agg(pl.col("as_at").max())
    year_end = pl.date("return_year", 3, 31)
    joined = rows.join(said, on=["borough", "return_year"], how="left", maintain_order="left")
    return joined.with_columns(pl.col("as_at").fill_null(year_end))


def of_source(loaded: pl.DataFrame, source: str) -> pl.DataFrame:
    """Of what is loaded, the returns that hold a source's table: files of their own, or whole SSDA903 returns."""
    within = source in {each.slug for each in SSDA903}
    return loaded.filter(pl.col("source").is_in([source, *([WHOLE_RETURN] if within else [])]))
