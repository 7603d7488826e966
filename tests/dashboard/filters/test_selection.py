"""What the reader has chosen, as one value."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.charts.chart_style import CONSORTIUM, REST
from dashboard.filters.selection import Selection, kept_of, known, month_ends, months_before
from metrics import When

BOROUGHS = ("Brent", "Ealing", "Hounslow")
WHOLE = Selection(BOROUGHS, start=date(2025, 10, 1), end=date(2026, 9, 30), first=date(2020, 4, 1))
HOUNSLOW = replace(WHOLE, focus="Hounslow", compare=(REST, "Brent"))


def test_the_focus_leads_the_comparison():
    assert HOUNSLOW.series() == {"Hounslow": ("Hounslow",), REST: ("Brent", "Ealing"), "Brent": ("Brent",)}


def test_without_a_focus_the_consortium_leads():
    assert replace(WHOLE, compare=("Brent",)).series() == {CONSORTIUM: None, "Brent": ("Brent",)}


def test_filters_become_columns_and_their_values():
    chosen = replace(HOUNSLOW, kept=(("type", ("IFA foster",)), ("uasc", ("Unaccompanied asylum-seeking",))))
    assert chosen.where() == {"placement_type": ("IFA foster",), "is_uasc": ("true",)}
    assert chosen.where(focused=True)["borough"] == ("Hounslow",)
    assert chosen.without("type").where() == {"is_uasc": ("true",)}


def test_a_trend_goes_back_three_years_or_to_the_first_day():
    assert HOUNSLOW.trend == When(date(2023, 10, 1), date(2026, 9, 30))
    assert replace(HOUNSLOW, first=date(2025, 4, 1)).trend.start == date(2025, 4, 1)
    assert replace(HOUNSLOW, start=date(2021, 1, 1)).trend.start == date(2021, 1, 1)


def test_months_are_counted_with_their_own():
    assert months_before(date(2026, 9, 30), 1) == date(2026, 9, 1)
    assert months_before(date(2026, 1, 31), 13) == date(2025, 1, 1)
    assert month_ends(date(2025, 12, 1), date(2026, 2, 10)) == [
        date(2025, 12, 31),
        date(2026, 1, 31),
        date(2026, 2, 28),
    ]


@pytest.mark.parametrize("hostile", ["Atlantis", ["Atlantis", 7], None, {"a": 1}, "<script>", [["Brent"]]])
def test_what_is_not_an_option_is_left_aside(hostile: object):
    assert known(hostile, BOROUGHS) == ()


def test_filters_are_read_from_widgets_in_the_order_of_the_options():
    state = {"age": ["10 to 15", "nonsense", "Under 1"], "provider": ["Acorn"], "sex": [], "legal": "zzz"}
    assert kept_of(state, ("Acorn", "Beech")) == (("provider", ("Acorn",)), ("age", ("Under 1", "10 to 15")))
