"""Some parts of a whole over the months: a line a part, in the colour that the part has in the other charts."""

import altair as alt
import polars as pl

from dashboard.charts import line_labels, suppressed, top_groups
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.theme import HEIGHT, finish
from dashboard.charts.tooltips import COLUMNS, tips, told
from dashboard.charts.trend import MONTHS, Breaks, Ends, broken_series, ends, fixed, measured


@chart("lines", "Line chart", slide="line")
def lines(figures: pl.DataFrame, look: Look, *, part: str, kept: list[str], breaks: Breaks = ()) -> Drawing:
    """Draw lines from zero. Columns: month (date), `part`, value, lower, upper, mark, n. At most four parts."""
    rows = told(figures.with_columns(series=pl.col(part).cast(pl.String)), look)
    seen, unseen = suppressed.split(rows)
    low, high = ends(seen, from_zero=True)
    domain = (low, high * 1.16) if breaks else (low, high)
    layers: list[alt.Chart] = [_ranges(seen, kept, look, domain), _lines(rows, kept, look, domain)]
    last = seen.sort("month").group_by("series", maintain_order=True).last()
    layers.append(line_labels.beside(last, [look.colours.text] * last.height, domain, HEIGHT, "month"))
    layers += broken_series(breaks, rows["month"], look)
    if unseen.height:
        layers.append(suppressed.along_the_foot(unseen.select("month", "mark"), look, MONTHS))
    return finish(alt.layer(*layers).resolve_scale(color="independent"), look)


def _colour(kept: list[str], look: Look) -> alt.Color:
    return alt.Color("series:N", scale=top_groups.scale(kept, look), legend=None)


def _ranges(seen: pl.DataFrame, kept: list[str], look: Look, domain: Ends) -> alt.Chart:
    rows = seen.filter(pl.col("lower").is_not_null()).select("month", "series", "lower", "upper")
    low = alt.Y("lower:Q", title=None, scale=fixed(domain))
    band = alt.Chart(rows).mark_area(opacity=0.14)
    return band.encode(x=MONTHS, y=low, y2=alt.Y2("upper:Q"), color=_colour(kept, look))


def _lines(rows: pl.DataFrame, kept: list[str], look: Look, domain: Ends) -> alt.Chart:
    who, when = alt.Tooltip("series:N", title="Where"), alt.Tooltip("month:T", title="Month", format="%B %Y")
    chart = alt.Chart(rows.select("month", "series", "value", *COLUMNS))
    line = chart.mark_line(strokeWidth=2.5, point=alt.OverlayMarkDef(size=40, opacity=0))
    return line.encode(x=MONTHS, y=measured(look, domain), color=_colour(kept, look), tooltip=tips(who, when))
