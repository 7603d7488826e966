"""What holds of every chart: valid, small, only what it shows, its colours by role, hidden values as their mark."""

import importlib
import json
import pkgutil
import re
from dataclasses import astuple
from typing import Any

import polars as pl
import pytest

import dashboard.charts
from dashboard.charts.chart import Chart
from dashboard.charts.chart_style import Look
from dashboard.charts.contrast import along
from dashboard.charts.palette import Mode, palette
from tests.dashboard.charts.examples import EXAMPLES, Example

MOST_MARKS = 2_000
BY_PLOTLY = {"flows"}
MODES: list[Mode] = ["light", "dark"]

every_chart = pytest.mark.parametrize("name", EXAMPLES)
both_modes = pytest.mark.parametrize("mode", MODES)


def test_every_builder_has_an_example():
    names = [module.name for module in pkgutil.iter_modules(dashboard.charts.__path__)]
    modules = [importlib.import_module(f"dashboard.charts.{name}") for name in names]
    kinds = {what.key for module in modules for what in vars(module).values() if isinstance(what, Chart)}
    assert {kind for kind in kinds if kind not in BY_PLOTLY} == EXAMPLES.keys()


@every_chart
@both_modes
def test_it_is_a_valid_chart_on_screen_and_on_paper(name: str, mode: Mode):
    for width in (None, 720):
        drawn = _drawn(EXAMPLES[name], mode, width, validate=True)
        assert drawn["width"] == (width or "container")


@every_chart
def test_it_is_handed_only_what_it_shows(name: str):
    example = EXAMPLES[name]
    more = example.figures.with_columns(child=pl.lit("BRE-1042"), numerator=pl.lit(4242.0))
    drawn = json.dumps(example.draw(more, _look(example), **example.options).to_dict())
    assert "BRE-1042" not in drawn
    assert "4242" not in drawn


@every_chart
def test_a_hidden_value_is_drawn_as_its_mark(name: str):
    example = EXAMPLES[name]
    if example.hides:
        assert '"[c]"' in json.dumps(_drawn(example)["datasets"])


@every_chart
def test_it_is_small(name: str):
    drawn = _drawn(EXAMPLES[name])
    rows = {data: len(values) for data, values in drawn["datasets"].items()}
    layers = drawn.get("layer", [drawn])
    assert sum(rows[layer.get("data", drawn.get("data"))["name"]] for layer in layers) < MOST_MARKS


@every_chart
@both_modes
def test_its_colours_are_roles(name: str, mode: Mode):
    colours = palette(mode)
    roles = {colour for value in astuple(colours) for colour in ([value] if isinstance(value, str) else value)}
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", json.dumps(_drawn(EXAMPLES[name], mode))))
    shades = {along(colours.sequential, step / 4) for step in range(5)}
    assert used <= roles | shades


@every_chart
def test_everything_hidden_is_no_error(name: str):
    example = EXAMPLES[name]
    values = [column for column in ("value", "lower", "upper") if column in example.figures.columns]
    nothing = [pl.lit(None, example.figures.schema[column]).alias(column) for column in values]
    marked = example.figures.with_columns(*nothing, mark=pl.lit("[c]"))
    if example.hides:
        assert "[c]" in json.dumps(example.draw(marked, _look(example), **example.options).to_dict())


def _look(example: Example, mode: Mode = "light", width: int | None = None) -> Look:
    return Look(mode=mode, focus="Hounslow", unit=example.unit, title="Placed outside the borough", width=width)


def _drawn(
    example: Example, mode: Mode = "light", width: int | None = None, *, validate: bool = False
) -> dict[str, Any]:
    chart = example.draw(example.figures, _look(example, mode, width), **example.options)
    return chart.to_dict(validate=validate)
