"""A chart as Vega-Lite, ready for the page."""

from typing import Any

from dashboard.charts.look import PICKED, Drawing


def spec(chart: Drawing) -> dict[str, Any]:
    """Give the Vega-Lite specification with its data. The schema is checked in the tests, not on every run."""
    return chart.to_dict(validate=False)


def can_be_picked(drawn: dict[str, Any]) -> bool:
    """Say whether a mark of a specification can be clicked; one that shows nothing has none."""
    return any(param["name"] == PICKED for param in drawn.get("params", []))
