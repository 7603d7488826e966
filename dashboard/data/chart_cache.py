"""Charts as they are drawn, kept by what is in them: the same figures drawn twice are built once."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import polars as pl
from streamlit.dataframe_util import convert_anything_to_arrow_bytes

from dashboard.charts.alt_text import alt
from dashboard.charts.chart_style import Look, Picture
from dashboard.charts.image_export import as_svg
from dashboard.charts.vega_spec import spec
from dashboard.data.cache import kept

Builder = Callable[..., Picture]
Packed = tuple[str, dict[str, bytes]]
"""A specification as JSON without its tables, and those as they travel."""


def drawn(draw: Builder, figures: pl.DataFrame, look: Look, options: Mapping[str, Any]) -> dict[str, Any]:
    """Give a chart as its specification, which the caller may change; its tables are packed for the page."""
    plain, tables = _packed(draw, figures, look, options)
    return json.loads(plain) | ({"datasets": dict(tables)} if tables else {})


@kept(1_000)
def _packed(draw: Builder, figures: pl.DataFrame, look: Look, options: Mapping[str, Any]) -> Packed:
    built = spec(draw(figures, look, **options))
    tables = {name: convert_anything_to_arrow_bytes(rows) for name, rows in built.pop("datasets", {}).items()}
    return json.dumps(built), tables


@kept(500)
def printed(draw: Builder, figures: pl.DataFrame, look: Look, options: Mapping[str, Any]) -> str:
    """Give a chart of Altair's as SVG for paper."""
    return as_svg(spec(draw(figures, look, **options)))


words = kept(1_000)(alt)
"""Say what a chart shows, for those who do not see it."""
