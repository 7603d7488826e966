"""What is said of published figures beside local ones."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.charts.chart_style import ENGLAND, NEIGHBOURS
from dashboard.data.benchmarks import Beside
from dashboard.data.comparisons import Estimate
from dashboard.insights import benchmarks as finding
from metrics import METRICS
from metrics.benchmarks.national_position import Standing

SHARE = METRICS["outside_borough"]
DAY = date(2025, 3, 31)
SOURCE = "Department for Education."


def figure(series: str, value: float | None, n: float = 1, mark: str | None = None) -> Estimate:
    return Estimate(series, value, None, None, n, mark)


def beside(local: Estimate, *others: Estimate, own: Estimate | None = None, is_same: bool = True) -> Beside:
    return Beside(DAY, local, own, others, SOURCE, is_same)


LOCAL = Estimate("Brent", 64.0, 58.0, 70.0, 250, None)
FOUND = beside(LOCAL, figure(ENGLAND, 44.0), figure(NEIGHBOURS, 56.0, 9), own=figure("as published", 65.0))


def test_the_line_says_both_dates_the_source_and_of_how_many_neighbours():
    assert finding.line(SHARE, (ENGLAND, NEIGHBOURS), FOUND, "Brent") == (
        "Published at 31 March 2025: England 44%, statistical neighbours (median of 9) 56%, "
        "Brent 65% as published, 64% from local returns. Department for Education."
    )


def test_a_mark_is_told_with_its_meaning():
    hidden = replace(FOUND, own=figure("as published", None, mark="[c]"))
    line = finding.line(SHARE, (ENGLAND,), hidden, "Brent")
    assert "Brent [c] as published" in line
    assert line.endswith("[c]: hidden to protect children's identities or providers' prices.")


@pytest.mark.parametrize(
    ("asked", "found", "focus", "expected"),
    [
        ((), FOUND, "Brent", ""),
        ((ENGLAND,), None, "Brent", finding.NONE),
        ((NEIGHBOURS,), FOUND, None, finding.NO_BOROUGH),
    ],
)
def test_what_is_lacking_is_said_only_where_it_was_asked_for(
    asked: tuple[str, ...], found: Beside | None, focus: str | None, expected: str
):
    assert expected in finding.line(SHARE, asked, found, focus)
    assert bool(finding.line(SHARE, asked, found, focus)) == bool(expected)


def test_a_total_has_no_benchmark_and_says_so():
    assert finding.A_SIZE in finding.line(METRICS["children_looked_after"], (ENGLAND,), beside(LOCAL), "Brent")


@pytest.mark.parametrize(
    ("other", "is_same", "expected"),
    [
        pytest.param(figure(ENGLAND, 44.0), True, "England 44%: higher, which is worse", id="beyond chance"),
        pytest.param(figure(ENGLAND, 60.0), True, "England 60%: no clear difference", id="within the local range"),
        pytest.param(figure(ENGLAND, 44.0), False, "England 44%", id="another definition"),
        pytest.param(figure(NEIGHBOURS, 44.0), True, "Statistical neighbours 44%", id="a median of ten"),
        pytest.param(figure(ENGLAND, None, mark="[c]"), True, "England: [c]", id="held back"),
    ],
)
def test_a_card_claims_a_difference_only_where_it_may(other: Estimate, is_same: bool, expected: str):
    told = finding.compared(SHARE, (other.series,), beside(LOCAL, other, is_same=is_same))
    assert [words for words, _ in told] == ["Brent 64% at 31 March 2025; published:", expected]


def test_a_card_says_that_nothing_is_published():
    assert finding.compared(SHARE, (ENGLAND,), None) == [(finding.NONE, "about")]


@pytest.mark.parametrize(
    ("slug", "quartile", "first"),
    [("outside_borough", "second worst", "best"), ("foster", "lowest", "highest"), ("foster", "highest", "highest")],
)
def test_a_place_among_authorities_is_said_in_words(slug: str, quartile: str, first: str):
    told = finding.place(METRICS[slug], "Brent", Standing(DAY, 65.0, 112, 151, quartile))
    assert told == (
        f"As published at 31 March 2025, Brent (65%) is in the {quartile} quarter of 151 authorities in England: "
        f"number 112, counted from the {first}."
    )
    assert finding.place(METRICS[slug], "Brent", None) == ""


@pytest.mark.parametrize(
    ("slug", "local", "published", "expected"),
    [
        ("outside_borough", 18.4, 19.0, "-1 point"),
        ("outside_borough", 18.6, 19.0, "0 points"),
        ("outside_borough", 22.0, 19.0, "+3 points"),
        ("unit_cost_children", 1700.0, 2900.0, "-£1,200"),
        ("outside_borough", None, 19.0, ""),
        ("outside_borough", 19.0, None, ""),
    ],
)
def test_a_difference_is_of_what_is_shown_and_none_where_something_is_hidden(
    slug: str, local: float | None, published: float | None, expected: str
):
    assert finding.difference(METRICS[slug], figure("Brent", local), figure("Brent", published)) == expected


def test_where_definitions_differ_ours_is_said_on_one_line():
    words = "Share of children looked after at any time in the year to a date who were missing."
    assert finding.defined(METRICS["missing_share"]) == f"Children looked after who went missing, local: {words}"
