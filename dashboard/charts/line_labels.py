"""Labels beside lines: who gets one, and how they keep apart."""

from textwrap import wrap
from typing import Any, Final

import altair as alt
import polars as pl

from dashboard.charts.chart_style import Look

GAP: Final = 32
"""Pixels between two labels of up to two lines each."""

WIDE: Final = 16
"""Characters a line of a label."""

WORDS: Final[dict[str, Any]] = {
    "align": "left",
    "baseline": "middle",
    "dx": 8,
    "fontWeight": 600,
    "lineBreak": "\n",
    "lineHeight": 13,
}


def broken(name: str, wide: int = WIDE) -> str:
    """Break a long name over lines: Hammersmith / and Fulham."""
    return "\n".join(wrap(name, wide))


def apart(values: list[float], gap: float, lowest: float = float("-inf")) -> list[float]:
    """Move values as little as needs be so that none is within `gap` of the next or under `lowest`; order is kept."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    placed = [values[i] for i in order]
    for _ in range(50):
        for low in range(len(placed) - 1):
            short = gap - (placed[low + 1] - placed[low])
            if short > 1e-9:
                placed[low] -= short / 2
                placed[low + 1] += short / 2
    for place, value in enumerate(placed):
        placed[place] = max(value, lowest if place == 0 else placed[place - 1] + gap)
    return [placed[order.index(i)] for i in range(len(values))]


def named(series: list[str], look: Look) -> list[str]:
    """Give the series that are worth a label: all of five or fewer, else those that are not one of the others."""
    telling = [name for name in series if look.role(name) != "others"]
    return series if len(series) <= 5 else telling


def beside(last: pl.DataFrame, inks: list[str], domain: tuple[float, float], height: int, x: str) -> alt.Chart:
    """Write the name of each series beside its last point.

    Columns: `x`, series, value. `inks` are their colours in order, `domain` the ends of the y axis.
    """
    at = apart(last["value"].to_list(), (domain[1] - domain[0]) * GAP / height, domain[0])
    names = last["series"].to_list()
    words = last.select(x, "series").with_columns(
        pl.Series("at", at, dtype=pl.Float64), pl.Series("label", [broken(name) for name in names])
    )
    colour = alt.Color("series:N", scale=alt.Scale(domain=names, range=inks), legend=None)
    y = alt.Y("at:Q", scale=alt.Scale(domain=list(domain), nice=False))
    return alt.Chart(words).mark_text(**WORDS).encode(x=alt.X(f"{x}:T"), y=y, text=alt.Text("label:N"), color=colour)


def on_ground(words: alt.Chart, colour: str) -> list[alt.Chart]:
    """Give labels a ground of a colour, so that a line behind them does not cross them out."""
    return [words.copy().mark_text(**WORDS, stroke=colour, strokeWidth=5, strokeJoin="round"), words]


def scale(series: list[str], look: Look) -> alt.Scale:
    """Colour series by role."""
    names = list(dict.fromkeys(series))
    return alt.Scale(domain=names, range=[look.colour(name) for name in names])


def room(points: list[tuple[float, float, str]], width: float = 300, height: float = 260) -> list[int]:
    """Say which points may carry their name above without writing over another's, the first having first choice.

    Points are x and y from 0 to 1 and the words; the answer is their places in the list.
    """
    taken: list[tuple[float, float, float]] = []
    given: list[int] = []
    for place, (x, y, words) in enumerate(points):
        half = 3.1 * len(words)
        box = (x * width - half, x * width + half, y * height)
        if all(box[1] < left or box[0] > right or abs(box[2] - level) > 15 for left, right, level in taken):
            taken.append(box)
            given.append(place)
    return given
