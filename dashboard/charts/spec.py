"""A chart as Vega-Lite, ready for the page."""

from typing import Any

from dashboard.charts.look import Drawing


def spec(chart: Drawing) -> dict[str, Any]:
    """Give the Vega-Lite specification with its data. The schema is checked in the tests, not on every run."""
    return chart.to_dict(validate=False)
