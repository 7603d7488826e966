"""A native chart on a slide in the house's colours: quiet axes, values beside bars, no frame."""

from typing import Any, Final

from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches, Pt

from dashboard.charts.chart_style import BENCHMARKS, Look
from dashboard.charts.palette import LIGHT
from dashboard.exports.pack import pptx_layout
from dashboard.exports.pack.model import Finding
from dashboard.exports.pack.pptx_figures import LEVELS, chart_data, chart_type, short_format
from metrics import Unit

CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
TOP: Final = 1.85
HIGH: Final = 5.05
EVERY: Final = 6
"""Months between two names of months."""


def put_chart(page: Any, finding: Finding) -> None:
    """Put a finding on a slide as a chart, with its alternative text."""
    place = (Inches(pptx_layout.EDGE), Inches(TOP), Inches(pptx_layout.WIDE - 2 * pptx_layout.EDGE), Inches(HIGH))
    frame = page.shapes.add_chart(chart_type(finding), *place, chart_data(finding))
    pptx_layout.described(frame, finding.title, finding.alt)
    chart = frame.chart
    chart.has_title, chart.font.size, chart.font.name = False, Pt(pptx_layout.SMALLEST), pptx_layout.TYPE
    chart.has_legend = len(chart.plots[0].series) > 1 if hasattr(chart.plots[0], "series") else False
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(chart, finding)
    _colours(chart, finding)


def _axes(chart: Any, finding: Finding) -> None:
    value, category = chart.value_axis, chart.category_axis
    value.tick_labels.number_format = short_format(finding.metric.unit)
    value.tick_labels.number_format_is_linked = False
    value.major_gridlines.format.line.color.rgb = pptx_layout.colour(LIGHT.grid)
    value.format.line.fill.background()
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    category.format.line.color.rgb = pptx_layout.colour(LIGHT.others)
    if finding.kind != "line" and all((point.figure.value or 0) >= 0 for point in finding.points):
        value.minimum_scale = 0  # a bar that does not begin at zero lies about how much longer it is
    if finding.kind == "stacked" and finding.metric.unit is Unit.PERCENT:
        value.maximum_scale = 100
    if any(point.month for point in finding.points):
        _skip(category)
    else:
        category.reverse_order = True
        value.tick_label_position = XL_TICK_LABEL_POSITION.HIGH


def _skip(axis: Any) -> None:
    """Name every sixth month."""
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "mmm yyyy", False
    told = ("baseTimeUnit", "months"), ("majorUnit", str(EVERY)), ("majorTimeUnit", "months")
    for name, value in told:
        for old in axis._element.findall(f"{CHART}{name}"):
            axis._element.remove(old)
        axis._element.append(parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>'))


def _colours(chart: Any, finding: Finding) -> None:
    series = list(chart.plots[0].series)
    if finding.kind == "bar":
        _bars(chart.plots[0], series[0], finding)
    elif finding.kind == "stacked" or finding.dimension:
        shades = [*LIGHT.categories[: len(finding.kept)], LIGHT.other]
        for one, shade in zip(series, shades, strict=False):
            _fill(one, shade, is_line=finding.kind == "line")
    else:
        _lines(series, finding)
    if finding.kind == "stacked":
        chart.plots[0].gap_width = 30


def _bars(plot: Any, series: Any, finding: Finding) -> None:
    """Each bar in the colour of who it is, its value beside it."""
    plot.gap_width, plot.has_data_labels = 40, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = short_format(finding.metric.unit), False
    labels.position, labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(pptx_layout.SMALLEST)
    look = Look("light", focus=finding.focus)
    series.invert_if_negative = False
    for at, point in enumerate(finding.points):
        mark = series.points[at].format.fill
        mark.solid()
        mark.fore_color.rgb = pptx_layout.colour(look.colour(point.who))


def _lines(series: list[Any], finding: Finding) -> None:
    look = Look("light", focus=finding.focus)
    for one in series:
        is_published = one.name in BENCHMARKS
        shade = LIGHT.others if one.name in LEVELS.values() else look.colour(one.name)
        _fill(one, shade, is_line=True)
        one.format.line.width = Pt(1 if one.name in LEVELS.values() else 2.5)
        if is_published:
            one.format.line.fill.background()
            _mark(one, shade)


def _mark(series: Any, shade: str) -> None:
    series.marker.style, series.marker.size = XL_MARKER_STYLE.DIAMOND, 9
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = pptx_layout.colour(shade)


def _fill(series: Any, shade: str, *, is_line: bool) -> None:
    if is_line:
        series.smooth = False
        series.marker.style = XL_MARKER_STYLE.NONE
        series.format.line.color.rgb = pptx_layout.colour(shade)
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = pptx_layout.colour(shade)
