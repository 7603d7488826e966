"""The focus has its colour in every chart of boroughs, the others are grey, the consortium is dark."""

from collections.abc import Callable, Iterator
from typing import Any

import polars as pl
import pytest

from dashboard.charts.bars import bars
from dashboard.charts.chart_style import CONSORTIUM, Look
from dashboard.charts.funnel import funnel
from dashboard.charts.paired_bars import pairs
from dashboard.charts.palette import LIGHT
from dashboard.charts.small_multiples import multiples
from dashboard.charts.trend import trend
from tests.dashboard.charts.examples import BY_BOROUGH, BY_MONTH

FOCUS = "Hounslow"
BEFORE = BY_BOROUGH.with_columns(change=pl.lit(""))
MONTHS = pl.concat([BY_MONTH, BY_MONTH.filter(series="Harrow").with_columns(series=pl.lit(CONSORTIUM))])


@pytest.mark.parametrize(
    ("draw", "figures", "options"),
    [
        (bars, BY_BOROUGH, {}),
        (funnel, BY_BOROUGH, {"centre": 64.0}),
        (trend, MONTHS, {}),
        (pairs, BEFORE, {"before": BEFORE, "earlier": "Mar 2024"}),
    ],
    ids=["bars", "funnel", "trend", "pairs"],
)
def test_colours_go_by_role(draw: Callable[..., Any], figures: pl.DataFrame, options: dict[str, Any]):
    found = list(_scales(draw(figures, Look(focus=FOCUS), **options).to_dict()))
    wanted = {FOCUS: {LIGHT.focus}, CONSORTIUM: {LIGHT.consortium}}
    words_too = {LIGHT.others, LIGHT.muted}
    assert (FOCUS, LIGHT.focus) in found
    assert all(colour in wanted.get(name, words_too) for name, colour in found)


def test_small_multiples_have_the_same_colours():
    spec = multiples(MONTHS, Look(focus=FOCUS)).to_dict()
    marks = [layer["mark"] for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    assert [mark["color"] for mark in marks] == [LIGHT.consortium, LIGHT.others, LIGHT.focus]


def _scales(part: object) -> Iterator[tuple[str, str]]:
    """Every name and its colour in a specification."""
    if isinstance(part, dict):
        scale = part.get("scale")
        if part.get("field") == "series" and isinstance(scale, dict) and "range" in scale:
            yield from zip(scale["domain"], scale["range"], strict=True)
        for inner in part.values():
            yield from _scales(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _scales(inner)
