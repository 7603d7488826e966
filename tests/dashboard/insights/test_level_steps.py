"""A lasting step, a single month out of line, a drift and a wobble are told apart."""

import pytest

from dashboard.data.comparisons import Estimate
from dashboard.insights.changes import changes
from dashboard.insights.evidence import Evidence
from dashboard.insights.variation import variation
from metrics import METRICS
from tests.dashboard.insights.test_variation import run

INCIDENTS = METRICS["incidents"]

BEFORE = "40 44 37 42 39 45 38 41 43 36 42 40"
AFTER = "27 24 31 26 29 23 28 30 25 27 29 26"
USUAL = "41 38 43 40 37 44 39 42 36 41 40 43"


def told(values: str) -> str:
    """What is said of two years of months, and of their sums."""
    months = run(values, half=None)
    now, before = (sum(figure.value or 0.0 for _, figure in half) for half in (months[12:], months[:12]))
    mine, then = (Estimate("Brent", value, None, None, 100.0, None) for value in (now, before))
    found = changes([INCIDENTS], {"incidents": [Evidence("Brent", months, mine, then)]})
    return found[0].words.partition(": ")[2]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (f"{BEFORE} {AFTER}", "325, at a lower level since Oct 2025, which is better (487 a year before)"),
        (f"{BEFORE} {USUAL}", "484, no change beyond usual variation (487 a year before)"),
        (
            f"{BEFORE} {USUAL.replace('37', '95')}",
            "542, no change beyond usual variation (487 a year before); Feb 2026 alone was unusually high (95)",
        ),
        (
            f"{BEFORE} {USUAL[:-2]}95",
            "536, above its usual range in Sep 2026 alone, which is worse (487 a year before)",
        ),
    ],
    ids=["step", "wobble", "blip", "blip at the end"],
)
def test_a_step_a_blip_and_a_wobble_are_told_apart(values: str, words: str):
    assert told(values).removesuffix(".") == words


def test_a_drift_is_no_step():
    drift = " ".join(str(100 + 3 * at) for at in range(24))
    assert variation(INCIDENTS, run(drift, half=None)).words == "above its usual range since Jan 2026"
