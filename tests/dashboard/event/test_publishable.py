"""What is offered beyond the working release is what the release answers."""

from datetime import date
from itertools import product
from typing import Any

import pytest

from dashboard.filters import publishable
from dashboard.filters.fields import CONSORTIUM_ONLY, FIELDS, FOCUS
from dashboard.filters.selection import Selection, month_ends
from metrics import METRICS, Release, When
from metrics.disclosure import RULES, why_not
from metrics.question import ask
from tests.conftest import Tables

BOROUGHS = ("Brent", "Ealing", "Harrow")
CHOICES = [("type", ("Children's home", "IFA foster")), ("sex", ("Male", "Female")), ("age", ("Under 1",))]


@pytest.mark.parametrize(("focus", "many"), list(product([None, "Brent"], range(4))))
def test_filters_are_cut_to_those_a_figure_can_be_cut_by_once_more(
    made_up_tables: Tables, focus: str | None, many: int
):
    kept = publishable.fitted(tuple(CHOICES[:many]), focus)
    chosen = Selection(BOROUGHS, date(2023, 4, 1), date(2024, 3, 31), date(2021, 4, 1), focus=focus, kept=kept)
    metric = METRICS["children_looked_after"]
    for by in ((), ("borough",), ("legal_status",), ("month", "legal_status")):
        where = chosen.where(focused="borough" not in by)
        question = ask(metric, made_up_tables, by, where, chosen.when)
        for release in (Release.BOARD, Release.EVENT):
            assert why_not(question, RULES[release], len(BOROUGHS)) is None


def test_what_widgets_hold_is_cut_before_they_are_drawn():
    state: dict[Any, Any] = {FOCUS: "Brent", FIELDS[0].key: ["a", "b"], FIELDS[3].key: ["c"]}
    publishable.fit(state)
    assert state == {FOCUS: "Brent", FIELDS[0].key: ["a"], FIELDS[3].key: []}
    assert publishable.is_full(state)
    assert not publishable.is_full({FOCUS: CONSORTIUM_ONLY, FIELDS[0].key: ["a"]})


def test_a_month_that_has_not_ended_is_not_offered():
    months = {f"{day:%b %Y}": day for day in month_ends(date(2026, 7, 1), date(2026, 9, 15))}
    assert list(publishable.whole_months(months, date(2026, 9, 15))) == ["Jul 2026", "Aug 2026"]


def test_twelve_months_to_a_months_end_are_answered():
    assert When.year_to(date(2026, 2, 28)).start == date(2025, 3, 1)
