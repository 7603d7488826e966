"""No cell, and no line of cells less those that are shown, is a single other borough's."""

from collections.abc import Iterator

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as some

from dashboard.data.borough_boundary import BOROUGH, Boundary, Where, within
from tests.table import table

NUMBERS = ("numerator", "denominator", "n")
FOUR = Boundary(("Brent",), ("Ealing", "Harrow", "Hounslow"))
Rows = pl.DataFrame


def measured(rows: Rows, by: tuple[str, ...], where: Where) -> Rows:
    """Add rows up by group, as `metrics.measure` does."""
    kept = rows.filter(*(pl.col(name).is_in(values) for name, values in where.items()))
    sums = (
        kept.group_by(by, maintain_order=True).agg(pl.col(NUMBERS).sum()) if by else kept.select(pl.col(NUMBERS).sum())
    )
    value = pl.col("numerator") / pl.col("denominator")
    shown = sums.with_columns(value=value, lower=value, upper=value, mark=pl.lit(None, pl.String))
    return shown.select(*by, "numerator", "denominator", "value", "lower", "upper", "mark", "n")


def shown(rows: Rows, by: tuple[str, ...], boundary: Boundary = FOUR, **where: tuple[str, ...]) -> Rows:
    def measure(by: tuple[str, ...], where: Where) -> Rows:
        return measured(rows, by, where)

    return within(boundary, by, where, measure, measure)


def hidden(
    rows: Rows, by: tuple[str, ...], boundary: Boundary = FOUR, **where: tuple[str, ...]
) -> list[tuple[object, ...]]:
    return shown(rows, by, boundary, **where).filter(mark="[c]").select(by).rows()


def counts(text: str) -> Rows:
    return table(text).with_columns(numerator=pl.col("n").cast(pl.Float64), denominator=pl.lit(1.0))


def test_ones_own_cell_guards_no_other():
    """It can be taken away by who has it: what is left is the other."""
    rows = counts("""
        borough  | provider | n
        Ealing   | Ash      | 5
        Brent    | Birch    | 1
        Ealing   | Cedar    | 3
        Harrow   | Cedar    | 4
        Hounslow | Dale     | 9
        Harrow   | Dale     | 9
        """)
    assert hidden(rows, ("provider",)) == [("Ash",), ("Cedar",)]


def test_two_cells_of_one_borough_do_not_guard_each_other():
    rows = counts("""
        borough  | provider | n
        Ealing   | Ash      | 5
        Ealing   | Birch    | 1
        Ealing   | Cedar    | 3
        Harrow   | Cedar    | 4
        Hounslow | Dale     | 9
        Harrow   | Dale     | 9
        """)
    assert hidden(rows, ("provider",)) == [("Ash",), ("Birch",), ("Cedar",)]


def test_a_rate_of_which_one_borough_has_all_that_is_counted_is_its_own():
    rows = table("""
        borough | provider | numerator | denominator | n
        Ealing  | Ash      | 5         | 100         | 5
        Harrow  | Ash      | 0         | 100         | 0
        """)
    assert shown(rows, ())["mark"].to_list() == ["[c]"]


@some.composite
def consortia(draw: some.DrawFn) -> Rows:
    cell = some.tuples(
        some.sampled_from([*FOUR.own, *FOUR.others]),
        some.sampled_from(["Ash", "Birch", "Cedar"]),
        some.sampled_from(["2025-01-31", "2025-02-28", "2025-03-31"]),
        some.integers(0, 3),
        some.integers(1, 9),
    )
    rows = draw(some.lists(cell, min_size=1, max_size=30, unique_by=lambda row: row[:3]))
    return pl.DataFrame(
        [(*row, row[-1]) for row in rows],
        schema={BOROUGH: pl.String, "provider": pl.String, "month": pl.String}
        | dict.fromkeys(NUMBERS[:2], pl.Float64)
        | {"n": pl.Int64},
        orient="row",
    )


def lines(rows: Rows, by: tuple[str, ...]) -> Iterator[Rows]:
    """Give each line of cells: those that are alike in all but one dimension."""
    for name in by:
        over = [other for other in by if other != name]
        yield from rows.partition_by(over) if over else [rows]


def who(rows: Rows, cells: Rows, by: tuple[str, ...], number: str) -> set[str]:
    """Name the others that have a part in some cells."""
    there = rows.join(cells.select(by), on=by) if by else rows
    return {*there.filter(pl.col(number) != 0)[BOROUGH]} - {*FOUR.own}


@settings(max_examples=150)
@given(rows=consortia(), by=some.sampled_from([(), ("provider",), ("month",), ("provider", "month")]))
def test_no_cell_and_no_line_less_what_is_shown_is_one_boroughs(rows: Rows, by: tuple[str, ...]):
    told = shown(rows, by)
    is_hidden = pl.col("mark").eq_missing("[c]")
    for number in NUMBERS:
        for cell in told.filter(~is_hidden).iter_slices(1):
            assert len(who(rows, cell, by, number)) != 1
        for line in lines(told, by):
            left = line.filter(is_hidden)
            if left.height and len(who(rows, line, by, number)) > 1:
                assert len(who(rows, left, by, number)) != 1
