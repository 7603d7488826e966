"""The account of what is loaded: each file's counts, and every finding, those of putting years together included."""

from typing import Final

import polars as pl
import sqlalchemy as sa

from loaders.catalogue import TITLES
from loaders.finding_advice import REPAIR, with_advice
from loaders.findings import SHAPE
from loaders.rules import RULES
from loaders.ssda903 import WHOLE_RETURN
from store import snapshot
from store.uploads.history import current, found

WHERE: Final = ["borough", "source", "return_year", "row", "code"]
FLAGS: Final = ("error", "warning")
"""Severities of rows that somebody should look at."""


def files(engine: sa.Engine, findings: pl.DataFrame) -> pl.DataFrame:
    """One row an accepted upload, by borough, the newest return year first.

    Columns: those of `store.uploads.history.history`, `title` (of the source), `across` (rows changed or left out when
    years were put together), `flagged` (rows with an error or a warning), `findings` (how many). `findings` given:
    those of `findings` below.
    """
    is_repair = (pl.col("severity") == REPAIR).sum()
    flagged = pl.col("row").filter(pl.col("severity").is_in(FLAGS)).drop_nulls().n_unique()
    counted = findings.group_by("upload_id").agg(across=is_repair, flagged=flagged, findings=pl.len())
    held = current(engine).join(counted, left_on="id", right_on="upload_id", how="left")
    title = pl.col("source").replace_strict(TITLES, default=pl.col("source"), return_dtype=pl.String)
    told = held.with_columns(pl.col("across", "flagged", "findings").fill_null(0), title=title)
    return told.sort("borough", "return_year", "title", descending=[False, True, False], nulls_last=True)


def findings(engine: sa.Engine) -> pl.DataFrame:
    """Every finding of the accepted uploads: reading each file, and putting years together.

    Columns: upload_id, file, row, column, code, severity, message, todo.
    """
    uploads = current(engine)
    read = found(engine, uploads["id"].to_list())
    parts = [read.select("upload_id", *SHAPE), *(_of_upload(rows, uploads) for rows in _across(engine))]
    return with_advice(pl.concat(parts)).sort("upload_id", "row", maintain_order=True)


def _across(engine: sa.Engine) -> list[pl.DataFrame]:
    """Rows repaired, and rows that break a national rule, as the snapshot has them."""
    tables = snapshot.tables(engine)
    columns = {code: rule.column for code, rule in RULES.items()}
    column = pl.col("code").replace_strict(columns, default=None, return_dtype=pl.String)
    repairs = tables["repairs"].select(WHERE).collect()
    breaches = tables["breaches"].select(WHERE).collect()
    return [
        repairs.with_columns(severity=pl.lit(REPAIR), column=pl.lit(None, pl.String)),
        breaches.with_columns(severity=pl.lit("warning"), column=column),
    ]


def _of_upload(rows: pl.DataFrame, uploads: pl.DataFrame) -> pl.DataFrame:
    """Rows of consolidated tables as findings of the upload they came in: the newest that has that table."""
    told = uploads.select("borough", "return_year", "id", "filename", handed_as="source")
    told = told.cast({"return_year": rows.schema["return_year"]})
    is_from = (pl.col("handed_as") == pl.col("source")) | (
        (pl.col("handed_as") == WHOLE_RETURN) & pl.col("source").str.starts_with("ssda903")
    )
    numbered = rows.with_row_index("number").join(told, on=["borough", "return_year"], how="inner").filter(is_from)
    newest = numbered.sort("number", "id").unique("number", keep="last", maintain_order=True)
    return newest.select(
        pl.col("id").alias("upload_id"),
        pl.col("filename").alias("file"),
        pl.col("row").cast(pl.Int64),
        "column",
        "code",
        "severity",
        pl.col("code").alias("message"),
    )
