"""What is said about needs."""

import polars as pl
import pytest

from dashboard.data.comparisons import Estimate
from dashboard.insights.assessed_needs import covered
from dashboard.insights.wording import largest_group as commonest
from dashboard.pages.needs.by_age import peaks_title as peaks
from dashboard.pages.needs.change import changed
from dashboard.pages.needs.characteristics import differing
from dashboard.pages.needs.indicators import stands_out
from dashboard.pages.needs.strengths import concern
from metrics.statistics.intervals import FEWEST_OF_A_MEAN
from tests.table import table


def figure(series: str, value: float | None, half: float | None = 3.0, mark: str | None = None) -> Estimate:
    ends = (None, None) if value is None or half is None else (value - half, value + half)
    return Estimate(series, value, *ends, 100.0, mark, 120.0)


def test_coverage_is_said_with_the_children_it_rests_on():
    assert covered(figure("Brent", 85.0)) == "85% of 120 children are assessed."
    assert covered(figure("Brent", None, mark="[c]")) == "Share of children assessed: [c]."


WHOLE = table("""
    indicator | value | lower | upper | n
    Goals     | 50    | 45    | 55    | 300
    Wishes    | 40    | 35    | 45    | 300
""")


@pytest.mark.parametrize(
    ("homes", "finding"),
    [
        ("70 60 80", "Home: above average in 1 of 2 needs"),
        ("52 40 64", "No group is clearly above average in any need"),
    ],
)
def test_a_group_stands_out_where_its_range_and_the_average_leave_each_other_out(homes: str, finding: str):
    value, lower, upper = homes.split()
    rows = table(f"""
        indicator | kind | value   | lower   | upper   | n
        Goals     | Home | {value} | {lower} | {upper} | 40
        Wishes    | Home | 42      | 30      | 55      | 40
        Goals     | Kin  | 30      | 20      | 40      | 40
    """)
    assert stands_out(rows, WHOLE, "kind") == finding


def test_ages_side_by_side_are_one_peak():
    rows = table("""
        age | value | peak
        7   | 15    | true
        8   | 16    | true
        9   | 10    | false
        12  | 17    | true
    """)
    assert peaks(rows) == "Need peaks at 7 to 8 and at 12"
    assert peaks(rows.with_columns(peak=pl.lit(value=False))) == "Need does not clearly peak at any age"
    assert peaks(rows.with_columns(value=pl.lit(None))) == "Too few children to say"


def test_change_is_clear_where_the_ranges_leave_out_zero_all_together():
    rows = table("""
        kind | value | lower | upper
        IFA  | -2.2  | -3.5  | -1.0
        Home | 0.5   | -2.0  | 3.0
        Kin  | 1.2   | 0.5   | 2.0
    """)
    assert changed(rows, "placement type") == "Need falls with 1 and rises with 1 of 3 placement types"
    assert changed(rows.head(1), "provider") == "Need clearly falls with 1 of 1 providers"
    assert changed(rows[1:2], "provider") == "Need: no clear change with any provider"
    assert changed(rows.clear(), "provider") == "Too few children to say"
    barely = table("kind | value | lower | upper\nIFA | 1.1 | 0.1 | 2.1\nHome | 0.1 | -1 | 1\nKin | 0 | -1 | 1")
    assert changed(barely, "placement type") == "Need: no clear change with any placement type"
    few = rows.with_columns(n=pl.Series([FEWEST_OF_A_MEAN - 1, 40, FEWEST_OF_A_MEAN]))
    assert changed(few, "placement type") == "Need clearly rises with 1 of 3 placement types"


@pytest.mark.parametrize(
    ("mine", "other", "finding"),
    [
        (32.0, 31.0, "Cause for concern: 32%, no clear difference from the rest (31%)"),
        (42.0, 31.0, "Cause for concern: 42%, higher than the rest (31%)"),
        (None, 31.0, "Cause for concern: [c]"),
        (32.0, None, "Cause for concern: 32% of scored children"),
    ],
)
def test_concern_is_held_against_the_rest(mine: float | None, other: float | None, finding: str):
    pair = figure("Brent", mine, mark="[c]"), figure("Rest of consortium", other, mark="[c]")
    assert concern(*pair) == finding


def test_without_ranges_no_difference_is_claimed_or_denied():
    pair = figure("Brent", 42.0, None), figure("Rest of consortium", 31.0, None)
    assert concern(*pair) == "Cause for concern: 42% of scored children, the rest 31%"
    assert differing(["", ""]) == "Who the children are"


def test_how_many_characteristics_differ():
    assert differing(["higher", "similar", "lower", ""]) == "2 of 3 characteristics clearly differ"
    assert differing(["higher", "similar"]) == "1 of 2 characteristics clearly differs"
    assert differing(["similar"]) == "None of 1 characteristics clearly differ"


def test_the_largest_group_is_named_with_its_number():
    rows = table("""
        need       | value
        Neglect    | 999
        Disability |
    """)
    assert commonest(rows) == "Neglect: 999 children, the largest group"
    assert commonest(rows.tail(1)) == "Too few children to say"
