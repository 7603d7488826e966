"""How benchmarks are drawn: in their own colour, once a year, named with their value."""

import json
from typing import Any

import pytest

from dashboard.charts.chart_style import Look
from dashboard.charts.funnel import funnel
from dashboard.charts.side_by_side import beside
from dashboard.charts.trend import trend
from metrics import Unit
from tests.table import table

LOOK = Look(focus="Brent")

MONTHS = table("""
    month      | series  | value | lower | upper | mark | n
    2025-03-31 | Brent   | 24.0  | 19.0  | 29.0  |      | 260
    2026-03-31 | Brent   | 22.0  | 17.0  | 27.0  |      | 261
    2026-09-30 | Brent   | 23.0  | 18.0  | 28.0  |      | 262
    2024-03-31 | England | 18.0  |       |       |      | 1
    2025-03-31 | England | 19.0  |       |       |      | 1
    2025-03-31 | London  |       |       |       | [c]  | 1
""")

BOROUGHS = table("""
    series                           | denominator | value | lower | upper | mark | n
    Brent                            | 260         | 24.0  | 19.0  | 29.0  |      | 260
    Harrow                           | 180         | 19.0  | 14.0  | 25.0  |      | 180
    Consortium                       | 440         | 22.0  | 18.0  | 26.0  |      | 440
    England, Mar 2025                |             | 18.0  |       |       |      | 1
    Statistical neighbours, Mar 2025 |             | 18.5  |       |       |      | 10
""")


def _layers(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    return [layer | {"rows": drawn["datasets"][layer["data"]["name"]]} for layer in drawn["layer"]]


@pytest.mark.parametrize(
    ("series", "role"),
    [
        ("England", "benchmark"),
        ("England, Mar 2025", "benchmark"),
        ("England, as published", "benchmark"),
        ("Brent, as published", "others"),
        ("Brent", "focus"),
    ],
)
def test_a_name_with_a_date_keeps_its_role(series: str, role: str):
    assert LOOK.role(series) == role


def test_a_benchmark_of_a_trend_has_a_point_a_year_and_its_value_beside_the_last():
    layers = _layers(trend(MONTHS, LOOK).to_dict())
    points = [layer["rows"] for layer in layers if layer["mark"]["type"] == "point"]
    assert [[row["value"] for row in rows] for rows in points] == [[18.0, 19.0]]
    assert "England 19%" in json.dumps([layer["rows"] for layer in layers])
    lines = [layer["rows"] for layer in layers if layer["mark"]["type"] == "line"]
    assert all({row["series"] for row in rows} in ({"Brent"}, {"England"}) for rows in lines)


def test_a_benchmark_that_is_held_back_shows_its_mark():
    assert '"[c]"' in json.dumps(trend(MONTHS, LOOK).to_dict()["datasets"])


def test_benchmarks_cross_a_funnel_as_level_lines_and_are_no_dots():
    layers = _layers(funnel(BOROUGHS, LOOK, centre=22.0).to_dict())
    dots = next(layer["rows"] for layer in layers if layer["mark"]["type"] == "circle")
    assert [row["series"] for row in dots] == ["Brent", "Harrow"]
    rules = next(layer for layer in layers if layer["mark"]["type"] == "rule")
    assert rules["mark"]["color"] == LOOK.colours.benchmark
    assert [row["value"] for row in rules["rows"]] == [18.0, 18.5]


def test_the_names_of_levels_that_lie_close_are_moved_apart():
    layers = _layers(funnel(BOROUGHS, LOOK, centre=22.0).to_dict())
    names = [layer for layer in layers if layer["encoding"].get("x") == {"value": "width"}]
    assert [layer["rows"][0]["words"] for layer in names] == ["England 18%", "Statistical\nneighbours 18%"]
    england, neighbours = (layer["mark"]["dy"] for layer in names)
    assert england - neighbours > 10


def test_published_figures_of_others_share_one_colour_beside_the_focus():
    rows = table("""
        label     | series                | value | lower | upper | mark | n
        Fostering | Brent, from prices    | 864.0 |       |       |      | 200
        Fostering | England, as published | 765.0 |       |       |      | 1
        Fostering | London, as published  | 920.0 |       |       |      | 1
        Fostering | Brent, as published   | 845.0 |       |       |      | 1
    """)
    drawn = beside(rows, Look(focus="Brent", unit=Unit.POUNDS_A_WEEK)).to_dict()
    scale = next(layer["encoding"]["color"]["scale"] for layer in drawn["layer"] if "color" in layer["encoding"])
    colours = LOOK.colours
    assert scale["range"] == [colours.focus, colours.benchmark, colours.benchmark, colours.highlight]
