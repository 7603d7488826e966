"""A chart ready for the page: a Vega-Lite specification, or what Plotly draws from."""

import json
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.chart_style import PICKED, Picture


def spec(picture: Picture) -> dict[str, Any]:
    """Give the specification with its data. The schema is checked in the tests, not on every run."""
    if isinstance(picture, go.Figure):
        return json.loads(str(picture.to_json()))
    return picture.to_dict(validate=False)


def is_by_plotly(drawn: dict[str, Any]) -> bool:
    """Say whether Plotly draws a specification."""
    return "$schema" not in drawn


def can_be_picked(drawn: dict[str, Any]) -> bool:
    """Say whether a mark of a specification can be clicked; one that shows nothing has none."""
    return any(param["name"] == PICKED for param in drawn.get("params", []))
