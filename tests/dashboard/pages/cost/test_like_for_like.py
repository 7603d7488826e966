from polars.testing import assert_frame_equal

from dashboard.pages.cost.like_for_like import ends
from tests.table import table

PRICES = table("""
    provider     | placement_type | borough | value | lower | upper | n
    Ash          | IFA foster     | Brent   | -150  | -200  | -100  | 30
    Ash          | IFA foster     | Ealing  | 10    | -60   | 80    | 6
    Ash          | IFA foster     | Harrow  | 240   | 140   | 340   | 10
    Ash          | IFA foster     | Hounslow| 900   | 0     | 1800  | 2
    Birch        | IFA foster     | Brent   | 0     | -900  | 900   | 4
    Birch        | IFA foster     | Ealing  | 500   | -400  | 1400  | 4
    Cedar        | IFA foster     | Brent   | 100   | 50    | 150   | 9
    Not recorded | IFA foster     | Brent   | 0     | -10   | 10    | 9
    Not recorded | IFA foster     | Ealing  | 90    | 80    | 100   | 9
""")


def test_gives_cheapest_and_dearest_borough_of_providers_that_two_boroughs_use():
    expected = table("""
        label             | low  | low_who | high | high_who | clear | n  | value
        Ash, IFA foster   | -150 | Brent   | 240  | Harrow   | true  | 46 | 390
        Birch, IFA foster | 0    | Brent   | 500  | Ealing   | false | 8  | 500
    """)
    found = ends(PRICES, None)
    assert_frame_equal(found.select(expected.columns), expected, check_dtypes=False)


def test_keeps_to_what_the_focus_buys_and_marks_its_price():
    found = ends(PRICES, "Harrow")
    assert found["label"].to_list() == ["Ash, IFA foster"]
    assert found["mine"].to_list() == [240]
