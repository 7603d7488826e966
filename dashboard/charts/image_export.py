"""A chart as a PNG or SVG, drawn with the same type as on screen."""

from functools import cache
from typing import Any

import altair as alt
import vl_convert as vlc

from dashboard.charts.chart_style import Drawing
from dashboard.charts.theme import FONTS

SCALE = 2
WIDTH = 720


@cache
def with_type() -> None:
    """Have pictures drawn with the type that ships with the app."""
    vlc.register_font_directory(str(FONTS))


def as_png(chart: Drawing, title: str, source: list[str]) -> bytes:
    """Draw a chart with its title over it and its source under that, a text a line, at twice the screen's pixels."""
    with_type()
    words = alt.TitleParams(title, subtitle=source, anchor="start", subtitlePadding=6, offset=12)
    return vlc.vegalite_to_png(chart.properties(title=words).to_dict(), scale=SCALE)


def as_svg(drawn: dict[str, Any]) -> str:
    """Draw a specification as SVG, to be set on paper with the same type."""
    with_type()
    return vlc.vegalite_to_svg(drawn)
