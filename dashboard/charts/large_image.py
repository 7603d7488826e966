"""A chart as a picture for a large screen: drawn small and shown large, so that its words are large too.

A picture holds nothing but what is drawn: no data behind it, no menu, nothing to point at.
"""

from base64 import b64encode
from typing import Final

import vl_convert as vlc

from dashboard.charts.chart_style import Drawing
from dashboard.charts.image_export import with_type

WIDTH: Final = 760
"""Pixels that it is drawn at; a screen of 1,280 shows it half as large again."""
SCALE: Final = 3


def as_wide(chart: Drawing) -> str:
    """Give the picture as an address that an image on a page can have."""
    with_type()
    return "data:image/png;base64," + b64encode(vlc.vegalite_to_png(chart.to_dict(), scale=SCALE)).decode()
