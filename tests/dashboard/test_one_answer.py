"""The same question has one mark and value by whatever way in: page, Compare, months, card, pack, command line."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Final
from unittest.mock import Mock

import pytest

from dashboard.auth import current_user
from dashboard.auth.permissions import Scope
from dashboard.data import comparisons, headlines, loaded
from dashboard.data.comparisons import Estimate
from dashboard.data.figures import applied
from dashboard.data.nearest_query import answered
from dashboard.exports.pack import tables as of_pack
from dashboard.exports.pack.settings import THEMES, settings_of
from dashboard.filters.fields import FIELDS
from dashboard.filters.selection import Selection
from metrics import METRICS, Release, When
from metrics.engine.table_cache import Held
from store import snapshot
from tests.conftest import AT_LENGTH, Tables
from tests.dashboard.conftest import forget

MANY: Final = 500 if AT_LENGTH else 15
"""Selections tried in each release."""

SLUGS: Final = (
    "children_looked_after",
    "outside_borough",
    "over_20_miles_lait",
    "secure_and_childrens_homes",
    "foster",
    "weekly_cost",
    "annualised_spend",
    "missing_share",
    "three_or_more_placements",
    "weighted_need",
    "incidents",
    "change_in_spend",
)
ENDS: Final = (date(2024, 1, 31), date(2025, 3, 31), date(2026, 3, 31), date(2026, 9, 30))
PACK_OPENS_WITH: Final = frozenset(each.slug for each in headlines.HEADLINES)
Answer = tuple[float | None, str | None]


@pytest.fixture(scope="module")
def tables(sample_tables: Tables, module_url: str) -> Iterator[Held]:
    """Have figures come from the sample."""
    held = Held(sample_tables)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", module_url)
        patch.setattr(snapshot, "tables", Mock(return_value=sample_tables))
        patch.setattr(snapshot, "version", Mock(return_value=str(id(sample_tables))))
        forget()
        yield held
    forget()


def of(figure: Estimate) -> Answer:
    return figure.value, figure.mark


def selections(seed: int) -> Iterator[tuple[str, Selection]]:
    """Draw measures with a borough, a period of a year and perhaps a filter."""
    dice, boroughs = Random(seed), loaded.boroughs()
    for _ in range(MANY):
        year, field = When.year_to(dice.choice(ENDS)), dice.choice([None, *(each for each in FIELDS if each.options)])
        chosen = Selection(boroughs, year.start, year.end, loaded.first_day(), dice.choice(boroughs))
        yield dice.choice(SLUGS), chosen if field is None else chosen.only(field.key, dice.choice(field.options))


def in_pack(slug: str, chosen: Selection, who: str) -> Estimate:
    """Give a borough's figure in a table of the pack of the same selection."""
    rows = of_pack.table("", [slug], settings_of(chosen, THEMES, (), "")).rows
    return dict(rows)[who][0].figure


def opening(slug: str, chosen: Selection) -> Estimate:
    """Give the figure of a headline measure that the pack opens with."""
    lines = of_pack.lines(settings_of(chosen, THEMES, (), ""))
    return next(line.figure for line in lines if line.metric.slug == slug)


@pytest.mark.parametrize("release", Release)
def test_every_way_in_gives_one_answer(monkeypatch: pytest.MonkeyPatch, tables: Held, release: Release):
    monkeypatch.setattr(current_user, "granted", lambda: Scope("Test", None, release))
    monkeypatch.setattr(of_pack, "apart_ways", Mock(return_value={}))  # figures are asked about here, not claims
    for slug, chosen in selections(len(release.value)):
        who = str(chosen.focus)
        where = applied(slug, chosen.where(focused=True))
        page = of(comparisons.one(slug, chosen))
        row = answered(METRICS[slug], tables, by=(), where=where, when=chosen.when, release=release).row(0, named=True)
        ways: dict[str, Answer] = {"command line": (row["value"], row["mark"])}
        each = {r["series"]: r for r in comparisons.by_borough(slug, chosen).iter_rows(named=True)}
        if who in each:
            ways["Compare"] = (each[who]["value"], each[who]["mark"])
        if who in each and release is not Release.EVENT:  # which gives no packs
            ways["pack"] = of(in_pack(slug, chosen, who))
        if AT_LENGTH and slug in PACK_OPENS_WITH and release is not Release.EVENT:
            ways["first page of the pack"] = of(opening(slug, chosen))
        if headlines.is_level(METRICS[slug]):
            ways["months"] = next((of(each) for _, each in headlines.history(slug, chosen)[who][-1:]), page)
            ways["card"] = of(headlines.now(slug, chosen))
        assert {name: told for name, told in ways.items() if told != page} == {}, (slug, chosen, release, page)
