"""What is said of the mix of placements: only what the intervals say."""

from datetime import date

from dashboard.insights.wording import TOO_FEW
from dashboard.pages.placement_mix.by_age import commonest
from dashboard.pages.placement_mix.by_borough import apart
from dashboard.pages.placement_mix.over_time import changed
from metrics import METRICS
from tests.table import table

SHARE = METRICS["placement_share"]
GROUPS = ["Foster care", "Supported accommodation"]
BREAK = date(2023, 10, 31)

MONTHS = """
    month      | placement_group        | value | lower | upper | mark | n
    2022-10-31 | Supported accommodation | 31.0  | 25.0  | 37.0  |      | 300
    2023-10-31 | Supported accommodation | 13.0  | 9.0   | 17.0  |      | 300
    2026-09-30 | Supported accommodation | 24.0  | 20.0  | 29.0  |      | 300
    2022-10-31 | Foster care             | 60.0  | 54.0  | 66.0  |      | 300
    2023-10-31 | Foster care             | 62.0  | 56.0  | 68.0  |      | 300
    2026-09-30 | Foster care             | 61.0  | 55.0  | 67.0  |      | 300
"""

BOROUGHS = """
    series     | sourcing     | value | lower | upper | mark | n
    Brent      | Spot         | 30.0  | 25.0  | 35.0  |      | 300
    Harrow     | Spot         | 21.0  | 15.0  | 27.0  |      | 180
    Consortium | Spot         | 20.0  | 18.0  | 22.0  |      | 1900
    Brent      | Not recorded | 40.0  | 35.0  | 45.0  |      | 300
    Harrow     | Not recorded | 1.0   | 0.1   | 3.0   |      | 180
    Consortium | Not recorded | 9.0   | 8.0   | 10.0  |      | 1900
"""


def test_a_change_is_never_measured_across_the_break_in_series():
    told = changed(SHARE, table(MONTHS), "placement_group", GROUPS, BREAK)
    assert told == "Supported accommodation up from 13% to 24% since October 2023"


def test_months_that_are_all_before_the_break_are_held_against_each_other():
    before = table(MONTHS).filter(table(MONTHS)["month"] <= date(2023, 10, 31))
    told = changed(SHARE, before, "placement_group", GROUPS, date(2024, 1, 1))
    assert told == "Supported accommodation down from 31% to 13% since October 2022"


def test_no_clear_change_is_said_so():
    foster = table(MONTHS).filter(table(MONTHS)["placement_group"] == "Foster care")
    assert changed(SHARE, foster, "placement_group", GROUPS, BREAK) == "No clear change over 2 months"


def test_where_no_figure_has_an_interval_nothing_is_compared():
    bare = table("""
        month      | placement_group | value | lower | upper | mark | n
        2025-09-30 | Foster care     | 80.0  |       |       |      | 300
        2026-09-30 | Foster care     | 40.0  |       |       |      | 300
    """)
    assert changed(SHARE, bare, "placement_group", GROUPS, BREAK) == "Foster care: the largest share (40%)"


def test_the_borough_farthest_from_the_consortium_is_named_for_a_part_that_is_drawn():
    told = apart(SHARE, table(BOROUGHS), "sourcing", ["Spot"], None)
    assert told == "Spot: higher in Brent (30%) than in the consortium (20%)"


def test_a_focus_within_chance_of_the_consortium_is_no_clear_difference():
    assert (
        apart(SHARE, table(BOROUGHS), "sourcing", ["Spot"], "Harrow")
        == "Harrow: no clear difference from the consortium"
    )


def test_hidden_figures_are_not_spoken_of():
    hidden = table("""
        series     | sourcing | value | lower | upper | mark | n
        Harrow     | Spot     |       |       |       | [c]  |
        Consortium | Spot     |       |       |       | [c]  |
    """)
    assert apart(SHARE, hidden, "sourcing", ["Spot"], "Harrow") == TOO_FEW


AGES = """
    placement_type          | age_band    | value | lower | upper | mark | n
    IFA foster              | 10 to 15    | 39.0  | 33.0  | 45.0  |      | 300
    In-house foster         | 10 to 15    | 35.0  | 29.0  | 41.0  |      | 300
    Supported accommodation | 16 and over | 52.0  | 46.0  | 58.0  |      | 300
    Children's home         | 16 and over | 20.0  | 15.0  | 25.0  |      | 300
"""


def test_the_type_that_leads_most_clearly_is_named_with_its_age():
    assert commonest(SHARE, table(AGES)) == "Supported accommodation most common at 16 and over (52%)"


def test_a_lead_within_chance_is_none():
    close = table(AGES).filter(table(AGES)["age_band"] == "10 to 15")
    assert commonest(SHARE, close) == "No placement type clearly leads at any age"
