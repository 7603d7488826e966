"""Amounts by the day, the week, the month and the year become amounts a week."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.costs.payment_basis import A_WEEK, DAYS_IN_YEAR, HEADINGS
from metrics import guidance
from tests.loaders.costs.price import cost, prices, said

AMOUNTS = [
    ("week", "1000", 1000),
    ("day", "200", 1400),
    ("night", "200", 1400),
    ("four weeks", "4000", 1000),
    ("month", "3650", 840),
    ("year", "36500", 700),
]


@pytest.mark.parametrize(("basis", "amount", "weekly"), AMOUNTS)
def test_each_row_may_say_its_basis(basis: str, amount: str, weekly: float):
    row, _ = cost(Amount_is=basis, Total_weekly_cost=amount, Social_care="", Education="10%", Health="")
    assert row["weekly_cost"] == pytest.approx(weekly)
    assert row["education"] == pytest.approx(weekly / 10)


@pytest.mark.parametrize(
    ("written", "basis"),
    [
        *[("W", "week"), ("weekly", "week"), ("per week", "week"), ("PW", "week"), ("D", "day"), ("Daily", "day")],
        *[("N", "night"), ("per night", "night"), ("F", "four weeks"), ("4-weekly", "four weeks")],
        *[("4 weeks", "four weeks"), ("M", "month"), ("pcm", "month"), ("Calendar month", "month")],
        *[("Y", "year"), ("A", "year"), ("Annual", "year"), ("annually", "year"), ("p.a.", "year")],
    ],
)
def test_a_basis_is_read_as_word_or_letter(written: str, basis: str):
    row, _ = cost(Amount_is=written, Social_care="", Education="", Health="")
    assert row["weekly_cost"] == pytest.approx(1000 * A_WEEK[basis])


@pytest.mark.parametrize(
    ("heading", "weekly"),
    [
        *[("Annual cost", 140), ("Total annual cost (£)", 140), ("Cost per annum", 140), ("Yearly fee", 140)],
        *[("Monthly cost", 1680), ("Cost pcm", 1680), ("Daily rate", 51100), ("Cost per night", 51100)],
        *[("Total Weekly Cost", 7300), ("Weekly price", 7300), ("Four-weekly charge", 1825), ("Fee pw", 7300)],
    ],
)
def test_a_heading_may_say_the_basis_of_every_row(heading: str, weekly: float):
    reading = prices(f"{heading}\n7300")
    assert reading.refused is None
    assert reading.tables["costs"]["weekly_cost"].to_list() == [pytest.approx(weekly)]
    assert "Amount is" not in "".join(reading.findings["message"].filter(reading.findings["code"] == "absent-column"))


def test_what_a_row_says_goes_before_what_the_heading_says():
    reading = prices("Child ID | Annual cost | Amount is\n1 | 73000 |\n2 | 1000 | week\n3 | 100 | day")
    assert reading.tables["costs"]["weekly_cost"].to_list() == [pytest.approx(1400), 1000.0, 700.0]


def test_of_a_weekly_and_an_annual_column_the_weekly_one_is_read():
    reading = prices("Annual cost | Total weekly cost\n52143 | 1000")
    assert reading.tables["costs"]["weekly_cost"].to_list() == [1000.0]


def test_no_basis_is_guessed():
    reading = prices("Total cost | Amount is\n1000 |\n1000 | month\n1000 | fortnight")
    assert (reading.accepted, reading.set_aside) == (1, 2)
    errors = [row for row in said(reading) if row[2] == "error"]
    assert errors == [(2, "no-basis", "error"), (4, "no-basis", "error")]


def test_the_file_says_once_how_many_amounts_were_turned_into_weeks():
    reading = prices("Child ID | Total cost | Amount is\n1|73000|year\n2|73000|Y\n3|100|day\n4|700|week")
    (finding,) = reading.findings.filter(code="turned-into-weeks").to_dicts()
    assert (finding["row"], finding["severity"]) == (None, "info")
    assert "1 by the day, 2 by the year" in finding["message"]
    assert reading.repaired == 0


@pytest.mark.parametrize(
    ("amount", "basis", "is_likely"),
    [
        *[("20", "week", True), ("19.99", "week", False), ("0", "week", True), ("50000", "week", True)],
        *[("52000", "week", False), ("52000", "year", True), ("9000", "day", False), ("900", "year", False)],
    ],
)
def test_an_amount_that_is_unlikely_for_its_basis_is_kept_and_told(amount: str, basis: str, is_likely: bool):
    reading = prices(f"Total cost | Amount is\n{amount} | {basis}")
    assert reading.accepted == 1
    assert ((2, "unlikely", "warning") in said(reading)) is not is_likely


def test_a_year_has_as_many_days_as_in_the_unit_costs():
    assert DAYS_IN_YEAR == guidance.DAYS_IN_YEAR


@given(st.sampled_from(sorted(HEADINGS)), st.floats(50, 5000))
def test_a_year_of_any_basis_costs_the_same(heading: str, weekly: float):
    amount = weekly / A_WEEK[HEADINGS[heading]]
    reading = prices(f"{heading}\n{amount!r}")
    assert reading.tables["costs"]["weekly_cost"].to_list() == [pytest.approx(weekly)]
