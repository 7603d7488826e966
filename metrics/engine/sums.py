"""What is summed of a question's rows, and the sums by group, zeros too."""

import polars as pl
from polars.selectors import by_name

from metrics.engine.aggregate import completed, grouped
from metrics.engine.coverage import boroughs
from metrics.engine.per_unit import merged
from metrics.engine.query import Question
from metrics.engine.rows import UNKNOWN, every_row
from metrics.engine.share_of_whole import over_whole
from metrics.engine.table_cache import coded
from metrics.populations import Tables


def summable(question: Question, tables: Tables, *also: str) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """Collect the rows to be summed, cut to what is needed, and those that are left out as unknown.

    Rows first, then their groups: a lazy query adds up in any order, and the last digit would change.
    """
    rows, metric = every_row(question, coded(tables)), question.metric
    if metric.of_each is not None and metric.n_of is not None:
        rows = merged(rows, metric.of_each, metric.n_of, question.by)
    counted = [metric.n_of] if metric.n_of is not None and metric.of_each is None else ["n"]
    needed = {"numerator", "denominator", "symbol", *counted, *question.by, *also}
    if not metric.leaves_unknown:
        return rows.select(by_name(*needed, require_all=False)).collect(), None
    both = rows.select(by_name(*needed, UNKNOWN, require_all=False)).collect()
    known, unknown = (both.filter(pl.col(UNKNOWN) == is_so).drop(UNKNOWN) for is_so in (False, True))
    return known, unknown


def summed(rows: pl.DataFrame, question: Question, tables: Tables) -> pl.DataFrame:
    """Sum rows by group, with the periods and boroughs that have none."""
    return over_whole(completed(grouped(rows, question), question, boroughs(question, tables)), question)
