"""A view keeps what pages offer, and nothing else that an address may hold."""

import pytest

from dashboard.data import saved_views
from dashboard.data.figures import metric
from dashboard.data.measure_names import words
from metrics import Release

WEEKLY = "Cost: Weekly cost"


@pytest.fixture(autouse=True)
def offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_views, "boroughs", lambda: ("Brent", "Other boroughs"))
    monkeypatch.setattr(saved_views, "providers", lambda: ("Acorn Care",))
    monkeypatch.setattr(saved_views, "measures", lambda: {words(metric("weekly_cost")): "weekly_cost"})


@pytest.mark.parametrize(
    ("key", "value", "is_kept"),
    [
        ("borough", "Brent", True),
        ("borough", "Ealing", False),
        ("borough", "BRE-1042", False),
        ("compare", "England", True),
        ("type", "IFA foster", True),
        ("type", "BRE-1042", False),
        ("provider", "Acorn Care", True),
        ("beside", "Anyone", False),
        ("measure", WEEKLY, True),
        ("cohort", "All", True),
        ("release", "Board", True),
        ("release", Release.BOARD.value, False),
        ("far", "20 miles", False),
        ("child", "BRE-1042", False),
        ("event", "on", False),
        ("section", "Upload", False),
        ("themes", "Cost", True),
        ("themes", "cost", False),
        ("rows", "Ealing", False),
    ],
)
def test_only_what_is_offered_is_kept(key: str, value: str, is_kept: bool):
    kept = saved_views.pairs_of(saved_views.publishable([("release", "Working"), (key, value)]))
    assert kept == [("release", "Working"), *([(key, value)] if is_kept else [])]


def test_several_values_of_one_filter_are_kept_in_order():
    pairs = [("type", "IFA foster"), ("type", "Children's home"), ("type", "IFA foster ")]
    assert saved_views.pairs_of(saved_views.publishable(pairs)) == pairs[:2]
