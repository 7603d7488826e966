"""Rules on missing incidents, and between them and the episodes of a return."""

from collections.abc import Iterator

import polars as pl

from loaders.consolidate.breaches.children import CHILD, without
from loaders.consolidate.repairs.repair_log import beside

NUMBER = "_number"


def missing_rules(
    missing: pl.DataFrame, episodes: pl.DataFrame, children: pl.DataFrame
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Rows that break each rule, by its number."""
    rows = missing.sort("return_year", "child", "started", "ended", nulls_last=True).with_row_index(NUMBER)
    yield "INT04", without(rows, children)
    before = beside("ended", 1, within=["return_year", "child"])
    begun = beside("started", 1, within=["return_year", "child"]).is_not_null()
    yield "574", rows.filter(begun & (before.is_null() | (before > pl.col("started"))))
    known = rows.join(episodes.select(CHILD).unique(), on=CHILD, how="semi")
    in_care = _in_care(known, episodes)
    yield "578", known.join(in_care, on=NUMBER, how="anti")
    outlasts = pl.col("care_ended").is_not_null() & (
        pl.col("ended").is_null() | (pl.col("ended") > pl.col("care_ended"))
    )
    yield "577", in_care.filter(outlasts)


def _in_care(rows: pl.DataFrame, episodes: pl.DataFrame) -> pl.DataFrame:
    """Incidents that begin while the child is looked after, with the last day of that care in the return."""
    last = pl.when(pl.col("ended").is_null().any()).then(None).otherwise(pl.col("ended").max())
    spans = episodes.select(*CHILD, _from="started", _to="ended").with_columns(
        care_ended=episodes.select(last.over(CHILD)).to_series()
    )
    both = rows.join(spans, on=CHILD)
    within = (pl.col("started") >= pl.col("_from")) & (pl.col("_to").is_null() | (pl.col("started") <= pl.col("_to")))
    return both.filter(within).unique(NUMBER)
