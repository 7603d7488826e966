"""What is offered beyond the working release is what the release answers."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dashboard.filters import publishable
from dashboard.filters.fields import FIELDS, FOCUS
from dashboard.filters.selection import Selection, month_ends
from metrics import METRICS, Release, When
from metrics.disclosure import why_not
from metrics.engine.query import ask
from tests.conftest import Tables
from tests.dashboard.conftest import App

BOROUGHS = ("Brent", "Ealing", "Harrow")
CHOSEN = Selection(BOROUGHS, date(2023, 4, 1), date(2024, 3, 31), date(2021, 4, 1))


@pytest.mark.parametrize("focus", [None, "Brent"])
def test_what_the_sidebar_leaves_is_answered(made_up_tables: Tables, focus: str | None):
    chosen, metric = replace(CHOSEN, focus=focus), METRICS["children_looked_after"]
    for by in ((), ("borough",), ("age_band",), ("month", "broad_group")):
        where = chosen.where(focused="borough" not in by)
        assert why_not(ask(metric, made_up_tables, by, where, chosen.when), len(BOROUGHS)) is None


def test_what_widgets_hold_is_taken_off_before_they_are_drawn():
    state: dict[Any, Any] = {FOCUS: "Brent", FIELDS[0].key: ["a", "b"], FIELDS[3].key: ["c"]}
    publishable.fit(state)
    assert state == {FOCUS: "Brent", FIELDS[0].key: [], FIELDS[3].key: []}


@pytest.mark.parametrize("release", list(Release))
def test_filters_of_children_are_offered_in_the_working_release_alone(
    app: App, made_up_tables: Tables, release: Release
):
    page = app(made_up_tables)("", release=release.value.capitalize(), sex="Female")
    offered = {widget.key for widget in page.sidebar.multiselect} & {field.key for field in FIELDS}
    assert bool(offered) is (release is Release.WORKING)
    assert (publishable.SAID in [words.value for words in page.sidebar.caption]) is (release is not Release.WORKING)


def test_a_month_that_has_not_ended_is_not_offered():
    months = {f"{day:%b %Y}": day for day in month_ends(date(2026, 7, 1), date(2026, 9, 15))}
    assert list(publishable.whole_months(months, date(2026, 9, 15))) == ["Jul 2026", "Aug 2026"]


def test_twelve_months_to_a_months_end_are_answered():
    assert When.year_to(date(2026, 2, 28)).start == date(2025, 3, 1)
