"""Random returns of random children, some of which contradict each other."""

from datetime import date

import polars as pl
from hypothesis import strategies as st

from loaders import labels
from loaders.tables import Episodes
from tests.table import table

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2026, 1, 1))
NAMES = ["child", "return_year", "started", "ended", "reason_started", "reason_ended", "urn", "is_short_break"]

EPISODE = st.tuples(
    st.sampled_from(["B-1", "B-2"]),
    st.integers(2021, 2026),
    st.sampled_from([date(2020, 5, 1), date(2021, 3, 1), date(2021, 3, 12), date(2024, 9, 30)]) | DAYS,
    st.none() | DAYS,
    st.sampled_from(list(labels.REASON_STARTED.values())[:3]),
    st.sampled_from([labels.REASON_ENDED["X1"], labels.REASON_ENDED["E2"]]) | st.none(),
    st.sampled_from(["1", "2"]),
    st.booleans(),
)
HISTORIES = st.lists(EPISODE, max_size=14)


def returns_of(rows: list[tuple[object, ...]]) -> pl.DataFrame:
    """Clean episodes, numbered as the rows of their file; none ends before it begins, as files are read."""
    given = pl.DataFrame(rows, schema=NAMES, orient="row", infer_schema_length=None)
    like = table("child\nx", like=Episodes).drop(NAMES)
    in_order = pl.col("ended").is_null() | (pl.col("ended") >= pl.col("started"))
    frame = given.join(like, how="cross").filter(in_order)
    numbered = frame.with_columns(row=pl.int_range(2, pl.len() + 2))
    return Episodes.cast(numbered.select(list(Episodes.columns())))
