"""Figures as CSV, safe to open in a spreadsheet: numbers as numbers, marks in a column of their own."""

from dataclasses import dataclass

import polars as pl

from dashboard.data.data_source import is_fictional
from dashboard.data.figures import left_out
from dashboard.figure import BoroughTable, Figure, Sheet
from dashboard.filters.selection import Selection
from dashboard.filters.words import filter_lines
from loaders.spreadsheet_safety import harmless
from metrics import Metric, When


@dataclass(frozen=True)
class About:
    """What every row of a file says beside its numbers: whose they are, the filters, and that they are fictional."""

    whose: str
    filters: tuple[str, ...] = ()
    is_fictional: bool = False

    def columns(self) -> list[pl.Expr]:
        """Give them as columns."""
        mark = [pl.lit("Fictional").alias("data")] if self.is_fictional else []
        return [pl.lit(self.whose).alias("about"), pl.lit("; ".join(self.filters)).alias("filters"), *mark]


def about_of(selection: Selection, metric: Metric | None = None) -> About:
    """Say what figures of a selection are about; of one metric without the filters that it cannot take."""
    left = left_out(metric.slug, selection.where()) if metric else ()
    return About(selection.name, filter_lines(selection, left), is_fictional())


def figure_file(figure: Figure) -> bytes:
    """Give a figure's rows, each with measure, unit, period, whose it is, and the filters."""
    return as_csv(figure.rows, figure.metric, figure.when, about_of(figure.selection, figure.metric))


def table_file(table: Sheet | BoroughTable) -> bytes:
    """Give the numbers of a table, a row a number, each with whose table it is and the filters."""
    return as_bytes(table.data.with_columns(about_of(table.selection).columns()))


def as_csv(rows: pl.DataFrame, metric: Metric, when: When, about: About) -> bytes:
    """Give rows of a measure as CSV with a byte-order mark: what they are, then every column."""
    measure = [
        pl.lit(metric.title).alias("measure"),
        pl.lit(metric.unit.value).alias("unit"),
        pl.lit(f"{when.start:%Y-%m-%d} to {when.end:%Y-%m-%d}").alias("period"),
    ]
    return as_bytes(rows.select(*measure, *about.columns(), pl.all()))


def as_bytes(frame: pl.DataFrame) -> bytes:
    """Give a frame as CSV with a byte-order mark, which tells Excel its encoding; no cell starts a formula."""
    return b"\xef\xbb\xbf" + harmless(frame).write_csv().encode()
