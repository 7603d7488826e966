"""What each part adds to a change: worked by hand, and adding up whatever the figures."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.statistics.contributions import NOT_SHOWN, UNTOLD, Part, contributions
from tests.table import table

COLUMNS = {"borough": pl.String, "numerator": pl.Float64, "denominator": pl.Float64}
COUNT = st.integers(0, 10_000)


def sums(text: str) -> pl.DataFrame:
    """Groups with their sums; those that the text leaves out are null."""
    return table(text).select(
        pl.lit(None, dtype).alias(name) if name not in table(text).columns else pl.col(name).cast(dtype)
        for name, dtype in COLUMNS.items()
    )


def whole(frame: pl.DataFrame) -> pl.DataFrame:
    has_denominator = pl.col("denominator").count() > 0
    return frame.select(pl.col("numerator").sum(), pl.when(has_denominator).then(pl.col("denominator").sum()))


def told(parts: list[Part]) -> dict[str, float]:
    return {part.name: round(part.amount, 6) for part in parts}


def test_a_total_changes_by_the_changes_of_its_parts() -> None:
    now, before = (
        sums("borough | numerator\nBrent | 120\nEaling | 60"),
        sums("borough | numerator\nBrent | 100\nEaling | 65"),
    )
    assert told(contributions(now, before, "borough", whole=(whole(now), whole(before)))) == {"Brent": 20, "Ealing": -5}


def test_a_share_changes_by_a_parts_own_share_and_by_its_size() -> None:
    """A half of 100 and 1 in 10 of 100 are 30%; with 60 of 100 in Brent 35%: all of it is Brent's."""
    before = sums("borough | numerator | denominator\nBrent | 50 | 100\nEaling | 10 | 100")
    now = sums("borough | numerator | denominator\nBrent | 60 | 100\nEaling | 10 | 100")
    parts = contributions(now, before, "borough", whole=(whole(now), whole(before)), scale=100)
    assert told(parts) == {"Brent": 5, "Ealing": 0}


def test_growing_where_the_share_is_high_moves_the_whole_though_no_share_changed() -> None:
    """Brent stays at a half and Ealing at a tenth, but Brent doubles: 30% becomes 110 / 300, 6.67 points more.

    The middle is 33.33%. Brent lies 16.67 points over it with 2/3 of children now and 1/2 before: 2.78 points.
    Ealing lies 23.33 points under it with 1/3 now and 1/2 before: 3.89 points.
    """
    before = sums("borough | numerator | denominator\nBrent | 50 | 100\nEaling | 10 | 100")
    now = sums("borough | numerator | denominator\nBrent | 100 | 200\nEaling | 10 | 100")
    parts = contributions(now, before, "borough", whole=(whole(now), whole(before)), scale=100)
    assert told(parts) == {"Ealing": 3.888889, "Brent": 2.777778}


def test_what_is_hidden_comes_together_and_is_last() -> None:
    now = sums("borough | numerator | denominator\nBrent | 60 | 100\nEaling | | \nHarrow | | ")
    before = sums("borough | numerator | denominator\nBrent | 50 | 100\nEaling | 10 | 100\nHarrow | 4 | 90")
    wholes = (
        sums("borough | numerator | denominator\nall | 80 | 300"),
        sums("borough | numerator | denominator\nall | 64 | 290"),
    )
    parts = contributions(now, before, "borough", whole=wholes, scale=100)
    assert [part.name for part in parts] == ["Brent", NOT_SHOWN]
    assert sum(part.amount for part in parts) == pytest.approx(100 * (80 / 300 - 64 / 290))


def test_a_group_hidden_in_one_of_the_periods_is_not_told_in_either() -> None:
    now, before = (
        sums("borough | numerator\nBrent | 30\nEaling | "),
        sums("borough | numerator\nBrent | 20\nEaling | 7"),
    )
    wholes = sums("borough | numerator\nall | 40"), sums("borough | numerator\nall | 27")
    assert told(contributions(now, before, "borough", whole=wholes)) == {"Brent": 10, NOT_SHOWN: 3}


def test_a_group_that_was_not_there_before_began_from_nothing() -> None:
    now, before = sums("borough | numerator\nBrent | 30\nEaling | 4"), sums("borough | numerator\nBrent | 30")
    assert told(contributions(now, before, "borough", whole=(whole(now), whole(before)))) == {"Ealing": 4, "Brent": 0}


def test_rounded_counts_leave_a_remainder_that_is_said() -> None:
    now, before = (
        sums("borough | numerator\nBrent | 20\nEaling | 15"),
        sums("borough | numerator\nBrent | 10\nEaling | 10"),
    )
    wholes = sums("borough | numerator\nall | 40"), sums("borough | numerator\nall | 20")
    assert told(contributions(now, before, "borough", whole=wholes)) == {"Brent": 10, "Ealing": 5, UNTOLD: 5}


@pytest.mark.parametrize("hidden", [0, 1])
def test_nothing_is_told_of_a_hidden_whole(hidden: int) -> None:
    now = sums("borough | numerator\nBrent | 30\nEaling | 4")
    wholes = [whole(now), whole(now)]
    wholes[hidden] = sums("borough | numerator\nall | ")
    assert contributions(now, now, "borough", whole=(wholes[0], wholes[1])) == []


@given(st.lists(st.tuples(COUNT, COUNT, COUNT, COUNT, st.booleans()), min_size=1, max_size=9), st.booleans())
def test_the_parts_add_up_and_nobody_who_is_hidden_is_named(
    rows: list[tuple[int, int, int, int, bool]], is_ratio: bool
) -> None:
    def frame(numerator: int, denominator: int) -> pl.DataFrame:
        cells = [
            (f"B{at}", float(row[numerator]), float(row[denominator] + 1) if is_ratio else None)
            for at, row in enumerate(rows)
        ]
        return pl.DataFrame(cells, schema=COLUMNS, orient="row")

    now, before = frame(0, 1), frame(2, 3)
    hide = [
        pl.when(pl.Series([row[4] for row in rows])).then(None).otherwise(pl.col(name)).alias(name)
        for name in ("numerator", "denominator")
    ]
    wholes = whole(now), whole(before)
    parts = contributions(now.with_columns(hide), before, "borough", whole=wholes, scale=100.0 if is_ratio else 1.0)
    ends = [
        100 * frame["numerator"][0] / frame["denominator"][0] if is_ratio else frame["numerator"][0] for frame in wholes
    ]
    assert sum(part.amount for part in parts) == pytest.approx(ends[0] - ends[1], rel=1e-9, abs=1e-7)
    assert not {part.name for part in parts} & {f"B{at}" for at, row in enumerate(rows) if row[4]}
