"""Thirteen small months, for a card: the shape alone, the last month marked. A picture, so that it is there at once."""

from base64 import b64encode
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from dashboard.charts.chart_style import Look

WIDTH: Final = 96
HEIGHT: Final = 36
ROOM: Final = 5
"""Pixels left free on every side, for the dot."""

Points = list[tuple[float, float]]


def spark(values: Sequence[float | None], look: Look) -> str:
    """Give the line as the address of an SVG picture. A hidden month is a gap here; the card says its mark."""
    runs = _runs(values)
    colours = look.colours
    lines = [f'<polyline points="{_path(run)}"/>' for run in runs if len(run) > 1]
    dots = [_dot(run[0], 1.5, colours.others) for run in runs if len(run) == 1]
    last = [_dot(runs[-1][-1], 4, colours.focus)] if runs else []
    style = f'fill="none" stroke="{colours.others}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"'
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}><g {style}>{"".join(lines)}</g>{"".join(dots + last)}</svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}"


def _runs(values: Sequence[float | None]) -> list[Points]:
    """Place the values, and part them where one is hidden."""
    seen = [value for value in values if value is not None]
    low, high = min(seen, default=0.0), max(seen, default=0.0)
    step = (WIDTH - 2 * ROOM) / max(len(values) - 1, 1)
    placed = [
        None if value is None else (ROOM + at * step, _height(value, low, high)) for at, value in enumerate(values)
    ]
    parts = [[point for point in part if point] for _, part in groupby(placed, key=lambda point: point is None)]
    return [part for part in parts if part]


def _height(value: float, low: float, high: float) -> float:
    share = 0.5 if high == low else (value - low) / (high - low)
    return HEIGHT - ROOM - share * (HEIGHT - 2 * ROOM)


def _path(run: Points) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in run)


def _dot(point: tuple[float, float], radius: float, colour: str) -> str:
    return f'<circle cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="{radius}" fill="{colour}"/>'
