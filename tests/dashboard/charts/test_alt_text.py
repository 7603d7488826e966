"""What a chart shows, for those who do not see it."""

from dashboard.charts.alt_text import alt
from dashboard.charts.chart_style import Look
from metrics import Unit
from tests.dashboard.charts.examples import BY_BOROUGH, BY_MONTH

LOOK = Look(focus="Hounslow", unit=Unit.PERCENT, title="Placed outside the borough")


def test_a_trend_is_told_by_its_ends():
    assert alt(BY_MONTH, LOOK, "Trend chart") == (
        "Trend chart of placed outside the borough. Hounslow: from 71% in Jun 2026 to 70% in Aug 2026. "
        "Consortium: from 64% in Jun 2026 to 64% in Aug 2026. 1 more series are drawn. "
        "1 figure is hidden to protect children's identities. The table beside it has every figure."
    )


def test_values_are_told_with_their_marks():
    told = alt(BY_BOROUGH, LOOK, "Bars chart")
    assert "Brent 61%" in told
    assert "Harrow hidden" in told
    assert "1 figure is hidden to protect children's identities." in told


def test_where_no_table_stands_beside_none_is_promised():
    assert "table" not in alt(BY_BOROUGH, LOOK, "Bars chart", has_table=False)
