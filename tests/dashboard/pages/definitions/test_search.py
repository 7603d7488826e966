"""Definitions are found by theme and by every word; measures to compare are those of boroughs."""

from dashboard.data.measure_names import measures
from dashboard.pages.definitions.search import found
from metrics import METRICS, Theme


def test_without_a_word_every_card_is_there():
    assert sum(len(cards) for cards in found("").values()) == len(METRICS)


def test_every_word_must_be_held():
    assert [card.slug for card in found("police cost")[Theme.MISSING]] == ["missing_police_cost", "missing_total_cost"]
    assert found("no such words anywhere") == {}


def test_a_theme_keeps_its_own():
    assert list(found("", ["Out of area"])) == [Theme.OUT_OF_AREA]


def test_measures_are_named_by_theme():
    options = measures()
    assert options["Cost: Weekly cost"] == "weekly_cost"
    assert len(set(options.values())) == len(options)
    assert not {"published_figure", "placement_share"} & set(options.values())
