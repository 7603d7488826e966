"""Prices of one child that run at the same time within one file."""

from tests.loaders.costs.price import prices, said


def test_prices_that_run_into_each_other_are_both_named():
    reading = prices("""
        Child ID | Price from | Price to   | Weekly cost
        1        | 01/04/2024 | 01/07/2024 | 900
        1        | 01/06/2024 |            | 950
        2        | 01/06/2024 |            | 950
    """)
    assert said(reading) == [(2, "prices-overlap", "warning"), (3, "prices-overlap", "warning")]
    assert reading.accepted == 3


def test_prices_that_follow_or_leave_a_gap_are_no_fault():
    reading = prices("""
        Child ID | Price from | Price to   | Weekly cost
        1        | 01/04/2024 | 01/06/2024 | 900
        1        | 01/06/2024 | 01/07/2024 | 950
        1        | 01/09/2024 |            | 950
    """)
    assert said(reading) == []


def test_a_price_left_open_runs_into_the_next():
    reading = prices("""
        Child ID | Price from | Price to | Weekly cost
        1        | 01/04/2024 |          | 900
        1        | 01/06/2024 |          | 950
    """)
    assert said(reading) == [(2, "prices-overlap", "warning"), (3, "prices-overlap", "warning")]


def test_a_long_price_runs_into_every_one_within_it():
    reading = prices("""
        Child ID | Price from | Price to   | Weekly cost
        1        | 01/04/2024 | 01/03/2025 | 900
        1        | 01/05/2024 | 01/06/2024 | 950
        1        | 01/07/2024 | 01/08/2024 | 950
    """)
    assert [row for row, _, _ in said(reading)] == [2, 3, 4]


def test_two_costs_from_the_same_day_are_rivals():
    reading = prices("""
        Child ID | Price from | Price to | Weekly cost
        1        | 01/04/2024 |          | 900
        1        | 01/04/2024 |          | 950
    """)
    assert said(reading) == [(2, "prices-rival", "error"), (3, "prices-rival", "error")]
    assert (reading.accepted, reading.set_aside) == (0, 2)


def test_the_same_price_twice_is_a_duplicate_and_no_overlap():
    reading = prices("""
        Child ID | Price from | Price to   | Weekly cost
        1        | 01/04/2024 | 01/06/2024 | 900
        1        | 01/04/2024 | 01/06/2024 | 900
    """)
    assert said(reading) == [(2, "duplicate", "error")]
