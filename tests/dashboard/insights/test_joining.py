"""A borough that joins, leaves or has uploaded no such file makes no change: it is left out of both ends, by name."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from unittest.mock import Mock

import polars as pl
import pytest

from dashboard.auth import current_user
from dashboard.auth.permissions import Scope
from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data import benchmarks, comparisons, figures, headlines, loaded, local_and_published
from dashboard.data.contributions import moved
from dashboard.data.headlines import HEADLINES
from dashboard.filters.selection import Selection
from dashboard.insights.changes import changes
from dashboard.insights.evidence import evidence
from dashboard.insights.headline import beside
from dashboard.pages.compare import compare_data as compare_page
from dashboard.pages.cost import spend
from metrics import Release, When
from store import snapshot
from tests.conftest import Tables
from tests.dashboard.conftest import forget

END = date(2026, 9, 30)
Use = Callable[[pl.Expr], Selection]

COUNT, COST, SPEND = "children_looked_after", "weekly_cost", "annualised_spend"
EALING_JOINED = (pl.col("borough") == "Ealing") & (pl.col("return_year") < 2027)
EALING_NEVER_PRICED = (pl.col("borough") == "Ealing") & (pl.col("source") == "costs")
TWO_JOINED = pl.col("borough").is_in(["Ealing", "Brent"]) & (pl.col("return_year") < 2027)
TRUTH = {"now": 1_571.0, "before": 1_586.0}
"""The seven boroughs other than Ealing, counted in the sample itself at both ends."""


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, sample_tables: Tables, own_database: str) -> Iterator[Use]:
    """Give what has figures come from the sample without some of its returns."""
    del own_database

    def without(returns: pl.Expr) -> Selection:
        tables = {**sample_tables, "loaded": sample_tables["loaded"].filter(~returns)}
        monkeypatch.setattr(snapshot, "tables", Mock(return_value=tables))
        monkeypatch.setattr(snapshot, "version", Mock(return_value=str(id(tables))))
        forget()
        year = When.year_to(END)
        return Selection(loaded.boroughs(), year.start, year.end, loaded.first_day())

    yield without
    forget()


def lowered(monkeypatch: pytest.MonkeyPatch, release: Release, *own: str) -> None:
    monkeypatch.setattr(current_user, "granted", lambda: Scope("Test", own or None, release))


def test_a_borough_that_joins_is_left_out_of_both_ends_and_named(use: Use):
    chosen = use(EALING_JOINED)
    now, before = headlines.pairs(COUNT, chosen)[CONSORTIUM]
    assert (now.value, before.value) == (TRUTH["now"], TRUTH["before"])
    assert now.without == before.without == ("Ealing",)
    assert comparisons.one(COUNT, chosen).value == 1_853
    rate = next(each for each in HEADLINES if each.slug == COUNT)
    told = "A year before 43.7 per 10,000 (now 43.3, both without Ealing): no clear difference"
    assert beside(rate, chosen).line == told


def test_no_sentence_rests_on_who_joined(use: Use):
    chosen = use(EALING_JOINED)
    cards = [each.metric for each in HEADLINES]
    told = [each.words for each in changes(cards, {card.slug: evidence(card.slug, chosen) for card in cards})]
    assert not [words for words in told if "children looked after: 1,853" in words or "[p]" in words]
    of_all = [words for words in told if words.startswith(f"**{CONSORTIUM}**")]
    assert of_all
    assert all("without Ealing" in words for words in of_all)


def test_parts_of_a_change_are_of_the_same_boroughs(use: Use):
    chosen = use(EALING_JOINED)
    for slug in (COUNT, COST, SPEND):
        for parts in moved(slug, chosen).values():
            assert not {"Ealing", "not shown"} & {part.name for part in parts}
    now, before = headlines.pairs(SPEND, chosen)[CONSORTIUM]
    parts = moved(SPEND, chosen)["borough"]
    assert sum(part.amount for part in parts) == pytest.approx((now.value or 0) - (before.value or 0))


def test_the_bridge_and_change_measures_are_of_the_same_boroughs(use: Use):
    chosen = use(EALING_JOINED)
    others = replace(chosen, boroughs=tuple(name for name in chosen.boroughs if name != "Ealing"))
    whole = spend.change(chosen).filter(series=spend.WHOLE)
    assert whole["mark"].item() is None
    mine = [
        figures.figures("change_in_spend", where={"borough": (name,)}, when=chosen.when) for name in others.boroughs
    ]
    assert whole["value"].item() == pytest.approx(sum(frame["value"].item() for frame in mine))
    assert comparisons.change("spend_change", chosen).without == ("Ealing",)


def test_an_earlier_period_of_compare_is_of_the_same_boroughs(use: Use):
    chosen = use(EALING_JOINED)
    then = When(date(2024, 4, 1), date(2025, 3, 31))
    now, before = compare_page.pairs("started", chosen, then)[CONSORTIUM]
    assert now.without == before.without == ("Ealing",)
    assert (now.mark, before.mark) == (None, None)


def test_a_trend_leaves_out_who_is_absent_at_its_end_and_months_without_one_of_the_others(use: Use):
    chosen = use(EALING_NEVER_PRICED)
    months = comparisons.trend_of(SPEND, chosen)
    assert months["mark"].null_count() == months.height
    joined = comparisons.trend_of(COUNT, use(EALING_JOINED))
    assert joined.filter(pl.col("mark").is_null())["month"].min() == date(2026, 4, 30)


def test_published_and_local_figures_are_of_the_same_boroughs(use: Use):
    chosen = use(EALING_JOINED)
    found = benchmarks.beside(COUNT, chosen)
    together = local_and_published.by_borough(COUNT, chosen)
    assert found is not None
    assert together is not None
    assert found.local.without == ("Ealing",)
    assert found.local.mark is None
    each = [figure.value or 0 for name, figure in together.published.items() if name not in (CONSORTIUM, "Ealing")]
    assert found.own is not None
    assert found.own.value == together.published[CONSORTIUM].value == sum(each)


@pytest.mark.parametrize("returns", [EALING_JOINED, TWO_JOINED])
@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_beyond_the_working_release_nothing_is_claimed_of_who_joined(
    use: Use, monkeypatch: pytest.MonkeyPatch, release: Release, returns: pl.Expr
):
    lowered(monkeypatch, release)
    chosen = use(returns)
    now, before = headlines.pairs(COUNT, chosen)[CONSORTIUM]
    assert now.without or before.mark == "[p]"
    for each in HEADLINES:
        line = beside(each, chosen).line
        assert "higher" not in line or "[p]" not in line


def test_one_boroughs_people_are_not_told_what_another_comes_to(use: Use, monkeypatch: pytest.MonkeyPatch):
    lowered(monkeypatch, Release.WORKING, "Brent")
    chosen = use(EALING_JOINED)
    now, before = headlines.pairs(COUNT, chosen)[CONSORTIUM]
    assert (now.value, now.without, before.mark) == (1_853, (), "[p]")
    assert "no change" not in " ".join(
        each.words for each in changes([figures.metric(COUNT)], {COUNT: evidence(COUNT, chosen)})
    )
