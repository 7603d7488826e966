"""Rows are summed by the number of their group as they would be by its name."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from metrics import METRICS
from metrics.engine.aggregate import grouped, sums_of
from metrics.engine.query import Question
from metrics.periods import When, calendar

WHEN = When(date(2025, 10, 1), date(2026, 9, 30))
KEYS = {
    "borough": (pl.Categorical, ["Westminster", "Brent", "Ealing", None]),
    "sex": (pl.Enum(["Male", "Female"]), ["Female", "Male", None]),
    "is_uasc": (pl.Boolean, [True, False, None]),
    "month": (pl.Date, [date(2026, 9, 30), date(2026, 8, 31), None]),
    "age": (pl.Int8, [-1, 0, 17, None]),
    "provider": (pl.String, ["Fictional Homes", None]),
}
"""Columns of every type that figures are grouped by; text alone is not numbered."""

ROWS = st.lists(
    st.tuples(
        *(st.sampled_from(values) for _, values in KEYS.values()),
        *(st.one_of(st.none(), st.integers(-9, 9).map(float)) for _ in range(2)),
        st.integers(0, 3),
    ),
    max_size=20,
)
SCHEMA = {name: dtype for name, (dtype, _) in KEYS.items()} | {
    "numerator": pl.Float64,
    "denominator": pl.Float64,
    "n": pl.Int64,
}


def asked(metric: str, by: tuple[str, ...]) -> Question:
    return Question(METRICS[metric], by, {}, WHEN, calendar(WHEN, None))


@given(rows=ROWS, by=st.lists(st.sampled_from(list(KEYS)), min_size=1, max_size=3, unique=True))
def test_by_number_and_by_name_give_the_same(rows: list[tuple[object, ...]], by: list[str]):
    frame = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    question = asked("children_looked_after", tuple(by))
    by_name = frame.cast({pl.Categorical: pl.String}).group_by(by).agg(sums_of(question.metric))
    assert_frame_equal(grouped(frame, question), by_name.sort(by, nulls_last=True), check_column_order=False)


@pytest.mark.parametrize("metric", ["outside_borough", "rate_per_10000", "net_import", "unit_cost_fostering"])
def test_whatever_is_summed_stands_beside_its_groups_in_order(metric: str):
    rows = [("Westminster", 3.0, 4.0, 1), ("Brent", 1.0, 1.0, 1), ("Westminster", 2.0, 1.0, 1)]
    given = {name: SCHEMA[name] for name in ("borough", "numerator", "denominator", "n")}
    found = grouped(pl.DataFrame(rows, schema=given, orient="row"), asked(metric, ("borough",)))
    assert found.select("borough", "numerator", "denominator", "n", "rows").rows() == [
        ("Brent", 1.0, 1.0, 1, 1),
        ("Westminster", 5.0, 5.0, 2, 2),
    ]
