"""A chart is kept by what is in it, to the last cell: Streamlit's own hash of a long frame skips its middle."""

from dataclasses import replace

import polars as pl
import pytest

from dashboard.charts.look import Look
from dashboard.data.pictures import fingerprint

LONG = pl.DataFrame({"series": ["Brent"] * 1_000, "value": [float(at) for at in range(1_000)]})
LOOK = Look(focus="Brent")


def _print(figures: pl.DataFrame = LONG, look: Look = LOOK, name: str = "trend", **options: object) -> str:
    return fingerprint(name, figures, look, options)


def test_the_same_is_the_same():
    assert _print(part="placement_group") == _print(LONG.clone(), part="placement_group")


@pytest.mark.parametrize("at", [0, 1, 11, 500, 989, 999])
def test_one_other_cell_is_another_chart(at: int):
    other = LONG.with_columns(value=pl.when(pl.int_range(pl.len()) == at).then(-1.0).otherwise("value"))
    assert _print(other) != _print()


def test_one_other_cell_of_an_option_is_another_chart():
    assert _print(points=LONG) != _print(points=LONG.with_columns(value=pl.col("value") + (pl.col("value") == 500)))


def test_another_builder_reader_or_option_is_another_chart():
    ways = [_print(), _print(name="bars"), _print(look=replace(LOOK, mode="dark")), _print(part="sector")]
    assert len(set(ways)) == 4
