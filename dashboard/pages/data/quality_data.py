"""Is the data getting better: of the rows uploaded, how many have a finding, by return year, borough and kind?"""

from typing import Final

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM
from metrics.statistics.intervals import wilson

MOST_KINDS: Final = 12
COUNTS: Final = ("rows", "accepted", "repaired", "across", "set_aside", "blank", "flagged", "findings")


def by_year(files: pl.DataFrame) -> pl.DataFrame:
    """Give a row a return year, the newest first: return_year, files, COUNTS, value (% flagged), lower, upper."""
    rows = files.drop_nulls("return_year").group_by("return_year").agg(pl.len().alias("files"), pl.col(COUNTS).sum())
    return _with_share(rows).sort("return_year", descending=True)


def by_borough(files: pl.DataFrame) -> pl.DataFrame:
    """Give a row a borough and return year, the consortium last: series, year (words), value (% flagged), n, mark."""
    of_year = files.drop_nulls("return_year").with_columns(year=pl.col("return_year").cast(pl.String))
    each = of_year.with_columns(series=pl.col("borough"))
    every = of_year.with_columns(series=pl.lit(CONSORTIUM))
    parts = [
        part.group_by("series", "year").agg(pl.col("rows", "flagged").sum()).sort("series", "year")
        for part in (each, every)
    ]
    told = _with_share(pl.concat(parts)).rename({"rows": "n"})
    return told.select("series", "year", "value", "n", mark=pl.lit(None, pl.String))


def _with_share(rows: pl.DataFrame) -> pl.DataFrame:
    lower, upper = wilson(pl.col("flagged"), pl.col("rows"))
    share = pl.when(pl.col("rows") > 0).then(100 * pl.col("flagged") / pl.col("rows"))
    return rows.with_columns(value=share, lower=100 * lower, upper=100 * upper)


def by_kind(findings: pl.DataFrame) -> pl.DataFrame:
    """Give a row a kind of finding, the most frequent first: severity, code, column, message, and a count a year."""
    of_year = findings.drop_nulls("return_year").with_columns(year=pl.col("return_year").cast(pl.String))
    if of_year.is_empty():
        return pl.DataFrame()
    kind = ["severity", "message"]
    most = of_year.group_by(kind, maintain_order=True).len("in_all").top_k(MOST_KINDS, by="in_all")
    counted = of_year.join(most, on=kind).group_by(*kind, "in_all", "year").len()
    wide = counted.pivot("year", index=[*kind, "in_all"], values="len", aggregate_function="sum")
    years = sorted(of_year["year"].unique())
    return wide.sort("in_all", descending=True).select(*kind, *(pl.col(year).fill_null(0) for year in years))
