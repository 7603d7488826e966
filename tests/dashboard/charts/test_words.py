"""What a chart shows, for those who do not see it."""

from dashboard.charts.look import Look
from dashboard.charts.words import alt
from metrics import Unit
from tests.dashboard.charts.examples import BY_BOROUGH, BY_MONTH

LOOK = Look(focus="Hounslow", unit=Unit.PERCENT, title="Placed outside the borough")


def test_a_trend_is_told_by_its_ends():
    assert alt(BY_MONTH, LOOK, "Trend chart") == (
        "Trend chart of placed outside the borough. Hounslow: from 71% in Jun 2026 to 70% in Aug 2026. "
        "Consortium: from 64% in Jun 2026 to 64% in Aug 2026. 1 more series are drawn. "
        "The table beside it has every figure."
    )


def test_values_are_told_with_their_marks():
    told = alt(BY_BOROUGH, LOOK, "Bars chart")
    assert "Brent 61%" in told
    assert "Harrow [c]" in told
