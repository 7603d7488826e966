"""Small returns on which figures of care were wrong, each loaded as a borough uploads it and measured."""

from collections.abc import Mapping
from typing import Final

import polars as pl
import pytest

from loaders.reading.parallel import read_all
from metrics import METRICS, When, measure
from tests.conftest import consolidated
from tests.loaders.files import SHARED
from tests.metrics.asked import YEAR, at

CASES: Final = SHARED / "cases" / "figures"
pytestmark = pytest.mark.skipif(not CASES.exists(), reason=f"the cases are not at {CASES}")

CENSUS: Final = at("2025-03-31")


def tables(name: str) -> Mapping[str, pl.LazyFrame]:
    """Give the consolidated tables of a case."""
    return {each: frame.lazy() for each, frame in consolidated(read_all([CASES / name / "EAL"])).items()}


@pytest.mark.parametrize(
    ("case", "slug", "when", "value", "mark"),
    [
        ("lts_one_return", "long_term_stability", CENSUS, None, "[x]"),
        ("lts_adopt_carer", "long_term_stability", CENSUS, 0, "[u]"),
        ("lts_edge", "long_term_stability", CENSUS, 100, "[u]"),
        ("no_header_file", "long_term_stability", CENSUS, None, "[x]"),
        ("dropped_open", "children_looked_after", at("2024-03-31"), 2, "[u]"),
        ("dropped_open", "children_looked_after", CENSUS, 1, "[u]"),
        ("dropped_open", "ceased", When.return_year(2024), 0, None),
        ("uasc_ended", "uasc_share", at("2024-06-30"), 50, "[u]"),
        ("uasc_ended", "uasc_share", CENSUS, 0, "[u]"),
        ("x1_no_next", "ceased", YEAR, 0, None),
        ("x1_no_next", "started", YEAR, 1, "[u]"),
        ("sameday_only", "children_looked_after", at("2024-05-01"), 1, "[u]"),
        ("sameday_only", "started", YEAR, 0, None),
        ("sameday_only", "ceased", YEAR, 0, None),
        ("sameday_order_b", "children_looked_after", CENSUS, 1, "[u]"),
        ("sameday_order_b", "started", YEAR, 1, "[u]"),
        ("over18", "children_looked_after", CENSUS, 1, "[u]"),
        ("missing_outside_care", "missing_share", CENSUS, 0, "[u]"),
        ("missing_same_day", "missing_incidents_per_child", CENSUS, 2, "[u]"),
        ("missing_same_day", "away_share", CENSUS, 50, "[u]"),
        ("three_plus", "three_or_more_placements", CENSUS, 50, None),
    ],
)
def test_the_figure_is_what_the_published_rule_says(
    case: str, slug: str, when: When, value: float | None, mark: str | None
):
    found = measure(METRICS[slug], tables(case), when=when).row(0, named=True)
    assert (found["value"], found["mark"]) == (value, mark)


def test_a_child_in_hospital_on_the_day_counts_in_its_foster_placement():
    found = measure(METRICS["placement_share"], tables("temp_at_census"), by=("placement_group",), when=CENSUS)
    assert found.select("placement_group", "value").rows() == [("Foster care", 100.0)]


def test_who_is_over_18_and_still_open_is_told():
    told = tables("over18")
    assert told["breaches"].collect()["code"].to_list() == ["dfe-359"]
    assert told["repairs"].collect()["code"].to_list() == ["episode-closed-at-18"]
