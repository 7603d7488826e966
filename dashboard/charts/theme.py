"""The look that every Altair chart shares: one family of type, quiet axes, no frame."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import altair as alt

from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.palette import Palette

FONT: Final = "'Source Sans 3', Arial, sans-serif"
FONTS: Final = Path(__file__).parent.parent / "static" / "fonts"
"""The type that ships with the app; pictures are drawn with the same files."""

SMALL: Final = 12
BODY: Final = 13
HEIGHT: Final = 280


def config(colours: Palette) -> dict[str, Any]:
    """Give the Vega-Lite configuration for a palette."""
    words = {"labelFont": FONT, "titleFont": FONT}
    return {
        "background": colours.background,
        "font": FONT,
        "view": {"stroke": None},
        "axis": words | _axis(colours),
        "axisX": {"grid": False},
        "legend": words | {"labelColor": colours.text, "titleColor": colours.muted, "labelFontSize": BODY},
        "header": words | {"labelColor": colours.text, "labelFontSize": BODY, "labelFontWeight": 600},
        "text": {"font": FONT, "fontSize": SMALL, "color": colours.text},
        "title": {"font": FONT, "color": colours.text, "anchor": "start", "fontSize": 15},
        "line": {"strokeCap": "round", "strokeJoin": "round"},
        "range": {"category": [*colours.categories, colours.other], "ramp": list(colours.sequential)},
    }


@cache
def _config(colours: Palette) -> alt.Config:
    """The configuration as Altair holds it; checked against the schema once a palette, not once a chart."""
    return alt.Config(**config(colours))


def _axis(colours: Palette) -> dict[str, Any]:
    return {
        "labelColor": colours.muted,
        "titleColor": colours.muted,
        "gridColor": colours.grid,
        "domainColor": colours.others,
        "tickColor": colours.others,
        "labelFontSize": SMALL,
        "titleFontSize": SMALL,
        "titleFontWeight": "normal",
        "labelPadding": 4,
        "tickSize": 4,
        "labelOverlap": True,
    }


SIZED: Final = alt.AutoSizeParams(type="fit", contains="padding")
PADDING: Final = {"left": 4, "top": 6, "right": 8, "bottom": 4}


def finish(chart: Drawing, look: Look, height: int = HEIGHT) -> Drawing:
    """Give a chart its size and the house's look; the chart itself, since a copy takes as long as drawing it."""
    chart.width, chart.height = look.width or "container", height
    chart.padding, chart.autosize = PADDING, SIZED
    chart.config = _config(look.colours)
    return chart
