"""Several returns speak of the same thing."""

from polars.testing import assert_frame_equal

from loaders.consolidate.latest_return import dated, latest
from loaders.consolidated import Loaded
from tests.table import table

LOADED = table(
    """
    borough | source   | return_year | as_at
    Brent   | episodes | 2025        | 2025-03-31
    Brent   | episodes | 2027        | 2026-09-30
    """,
    like=Loaded,
)


def test_the_latest_return_wins_and_within_one_the_last_row():
    rows = table("""
        return_year | child | sex
        2025        | B-1   | Male
        2024        | B-1   | Female
        2024        | B-2   | Female
        2024        | B-2   | Male
    """)
    expected = table("""
        return_year | child | sex
        2024        | B-2   | Male
        2025        | B-1   | Male
    """)
    assert_frame_equal(latest(rows, "child"), expected)


def test_a_return_speaks_up_to_the_day_it_was_loaded_for_else_31_march():
    rows = table("""
        borough | return_year
        Brent   | 2027
        Brent   | 2026
        Ealing  | 2025
    """)
    days = dated(rows.cast({"return_year": LOADED.schema["return_year"]}), LOADED)["as_at"]
    assert [str(day) for day in days] == ["2026-09-30", "2026-03-31", "2025-03-31"]
