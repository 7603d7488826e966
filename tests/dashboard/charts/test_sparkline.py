"""Small months: a line with its last month marked, a gap where a month is hidden."""

from base64 import b64decode

from dashboard.charts.chart_style import Look
from dashboard.charts.sparkline import spark


def drawn(*values: float | None) -> str:
    return b64decode(spark(values, Look()).removeprefix("data:image/svg+xml;base64,")).decode()


def test_it_is_one_line_and_a_dot():
    picture = drawn(1, 3, 2)
    assert picture.count("<polyline") == 1
    assert picture.count("<circle") == 1
    assert 'points="5.0,31.0 48.0,5.0 91.0,18.0"' in picture


def test_a_hidden_month_is_a_gap():
    assert drawn(1, 2, None, 3, 4).count("<polyline") == 2


def test_a_month_alone_is_a_dot():
    assert drawn(1, None, 2, 3).count("<circle") == 2


def test_nothing_to_show_is_an_empty_picture():
    assert "<circle" not in drawn(None, None)
    assert "<circle" not in drawn()
