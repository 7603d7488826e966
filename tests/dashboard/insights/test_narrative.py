"""The narrative on the sample: what was planted is found and told apart; nothing hidden is told in any release."""

from collections.abc import Iterator
from datetime import date
from unittest.mock import Mock

import pytest

from dashboard.auth import current_user
from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data import headlines, loaded
from dashboard.data.contributions import moved
from dashboard.data.headlines import HEADLINES, Headline
from dashboard.filters.selection import Selection
from dashboard.insights.narrative import narrative
from dashboard.insights.wording import said
from dashboard.pages.event import safety_check
from dashboard.pages.missing import by_month
from dashboard.pages.missing.by_month import over_months
from metrics import Release, When
from sample_data.planted import FEWER_SINCE_SERVICE, SERVICE_BEGAN, SPIKE
from store import snapshot
from tests.conftest import Tables
from tests.dashboard.conftest import forget

INCIDENTS = Headline("incidents", "Missing from home", "incidents")


Lowered = pytest.MonkeyPatch


@pytest.fixture(scope="module")
def sample(sample_tables: Tables, module_url: str) -> Iterator[Lowered]:
    """Have figures come from the sample, kept from test to test; give what can lower the release."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", module_url)
        patch.setattr(snapshot, "tables", Mock(return_value=sample_tables))
        patch.setattr(snapshot, "version", Mock(return_value=str(id(sample_tables))))
        forget()
        yield patch
    forget()


def chosen(focus: str | None, end: date = date(2026, 9, 30)) -> Selection:
    year = When.year_to(end)
    return Selection(loaded.boroughs(), year.start, year.end, loaded.first_day(), focus)


def test_the_planted_step_is_a_change_since_a_month(sample: Lowered):
    assert (FEWER_SINCE_SERVICE[0], SERVICE_BEGAN) == ("HOU", date(2025, 10, 1))
    first = narrative(INCIDENTS, chosen("Hounslow"))[0]
    assert first.endswith("348, at a lower level since Oct 2025, which is better (499 a year before).")


def test_the_page_says_the_same_of_the_months_since_the_service_began(sample: Lowered):
    months = by_month.months(chosen("Hounslow"))
    assert over_months("Hounslow", months) == "Hounslow: lower since Oct 2025, 29 a month, 38 before"
    assert by_month.way_since_a_year_before(chosen("Hounslow")) == -1, "both titles of the page say the same"
    others = [who for who in loaded.boroughs() if who != "Hounslow"]
    assert [who for who in others if "since" in over_months(who, by_month.months(chosen(who)))] == []


def test_the_planted_spike_is_one_unusual_month(sample: Lowered):
    assert SPIKE[:3] == ("EAL", 2024, 5)
    told = narrative(INCIDENTS, chosen("Ealing", date(2025, 3, 31)))
    assert told == (
        "Ealing, missing-from-home incidents: 359, no clear change from 400 a year before;"
        " May 2024 alone was unusually high (83).",
    )


def test_the_wobble_of_a_small_number_is_no_change(sample: Lowered):
    homes = next(each for each in HEADLINES if each.slug == "secure_and_childrens_homes")
    mine, before = headlines.pairs(homes.slug, chosen("Harrow"))["Harrow"]
    assert (said(homes.metric, mine), said(homes.metric, before)) == ("14%", "13%")
    assert "14%, no clear change from 13% a year before" in narrative(homes, chosen("Harrow"))[0]


@pytest.mark.parametrize(
    ("release", "focus", "shown"),
    [
        (Release.WORKING, None, HEADLINES),
        (Release.BOARD, "Harrow", HEADLINES[3:]),
        (Release.EVENT, "Harrow", HEADLINES),
    ],
)
def test_every_headline_is_told_in_every_release_as_its_card_shows_it(
    sample: Lowered, release: Release, focus: str | None, shown: tuple[Headline, ...]
):
    with sample.context() as lowered:
        lowered.setattr(current_user, "asked", Mock(return_value=release))
        for headline in shown:
            told = narrative(headline, chosen(focus))
            assert 1 <= len(told) <= 3
            assert said(headline.metric, headlines.now(headline.slug, chosen(focus))) in told[0]
            assert "**" not in "".join(told)
            assert release is not Release.EVENT or safety_check.troubles([], told) == []


@pytest.mark.parametrize(("slug", "focus"), [("weekly_cost", None), ("missing_share", None), ("weekly_cost", "Harrow")])
def test_the_parts_of_a_change_add_up_to_that_of_the_figures_shown(sample: Lowered, slug: str, focus: str | None):
    mine, before = headlines.pairs(slug, chosen(focus))[focus or CONSORTIUM]
    assert mine.value is not None
    assert before.value is not None
    for parts in moved(slug, chosen(focus)).values():
        assert sum(part.amount for part in parts) == pytest.approx(mine.value - before.value)


def test_providers_are_parts_in_the_working_release_alone(sample: Lowered):
    assert "provider" in moved("weekly_cost", chosen("Harrow"))
    with sample.context() as lowered:
        lowered.setattr(current_user, "asked", Mock(return_value=Release.BOARD))
        assert "provider" not in moved("weekly_cost", chosen("Harrow"))
