"""What is not known is said: what a figure rests on, whose part is hidden or missing, what may still change."""

from datetime import date
from unittest.mock import Mock

import pytest

from dashboard.data.comparisons import Estimate
from dashboard.data.headlines import Headline
from dashboard.filters.selection import Selection
from dashboard.insights import caveats as finding
from dashboard.insights.evidence import Evidence
from dashboard.insights.narrative import told
from metrics import METRICS
from tests.table import table

CHOSEN = Selection(("Brent", "Harrow"), date(2025, 10, 1), date(2026, 9, 30), date(2022, 4, 1))
HOMES, COST = METRICS["secure_and_childrens_homes"], METRICS["weekly_cost"]

SHARES = table("""
    series     | value | mark | n
    Brent      | 99.8  |      | 300
    Harrow     |       | [c]  |
    Consortium | 96.2  |      | 500
""")


def known(*marks: str | None) -> list[Evidence]:
    """The evidence of Brent, Harrow and the consortium, each with a mark, and no value where that hides it."""
    names = ("Brent", "Harrow", "Consortium")
    return [_evidence(name, mark) for name, mark in zip(names, marks, strict=True)]


def _evidence(who: str, mark: str | None) -> Evidence:
    figure = Estimate(who, None if mark in ("[c]", "[x]") else 12.0, None, None, None, mark)
    return Evidence(who, [(CHOSEN.end, figure)], figure, figure)


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ((None, None, None), ""),
        (("[c]", "[c]", None), "Not shown for 2 of 2 boroughs."),
        (
            (None, "[x]", "[p]"),
            "Not available for 1 of 2 boroughs; provisional, as the returns that are loaded do not tell the whole of "
            "it.",
        ),
    ],
)
def test_boroughs_that_are_hidden_or_missing_are_counted(marks: tuple[str | None, ...], words: str):
    assert finding.unknown(HOMES, known(*marks), CHOSEN) == words


@pytest.mark.parametrize(
    ("focus", "words"),
    [(None, "The price is known for 96% of children."), ("Brent", ""), ("Harrow", "")],
    ids=["some", "all", "hidden"],
)
def test_what_a_figure_rests_on_is_said_where_it_is_shown_and_not_all(
    monkeypatch: pytest.MonkeyPatch, focus: str | None, words: str
):
    monkeypatch.setattr(finding, "by_borough", Mock(return_value=SHARES))
    chosen = Selection(CHOSEN.boroughs, CHOSEN.start, CHOSEN.end, CHOSEN.first, focus)
    assert finding.unknown(COST, known(None, None, None)[-1:], chosen) == words


def test_of_a_hidden_figure_only_that_and_why_is_said():
    headline = Headline(HOMES.slug, "Placement mix", HOMES.slug)
    sentences = told(headline, CHOSEN, known(None, None, "[c]"))
    assert sentences == (
        "Consortium, in secure homes and children's homes:"
        " [c], hidden to protect children's identities or providers' prices.",
    )
