"""The day that a borough's files end: days of care and of prices are counted up to it, not up to a period's end."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from metrics.engine.query import Question
from metrics.engine.return_periods import spans
from metrics.engine.table_cache import remembered
from metrics.populations import POPULATIONS, Tables


def up_to_data_end(population: str, question: Question, tables: Tables) -> Tables:
    """Give tables in which what is open ends with its borough's files, where a period goes on after that.

    That is for populations that count days. A change on the year before is given only of a period that is known whole,
    so that of days a year before nothing is cut.
    """
    table = POPULATIONS[population].days_of
    if table is None:
        return tables
    ends = remembered(tables, ("data ends", population), lambda: _ends(population, tables))
    last: date = question.periods["period_end"].item(-1)
    if not ends or last <= min(ends.values()):
        return tables
    end = pl.col("borough").cast(pl.String).replace_strict(ends, default=None, return_dtype=pl.Date)
    cut = tables[table].with_columns(ended=pl.min_horizontal("ended", end.dt.offset_by("1d")))
    return {**tables, table: cut}


def _ends(population: str, tables: Tables) -> Mapping[str, date]:
    """Give the last day that all files which a population is made of speak of, by borough."""
    known = spans(tables)
    of_kinds = [
        known.filter(pl.col("source").is_in(kind)).group_by("borough").agg(pl.col("last").max())
        for kind in POPULATIONS[population].sources
    ]
    return dict(pl.concat(of_kinds).group_by("borough").agg(pl.col("last").min()).iter_rows())
