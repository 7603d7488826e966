"""How a chart is to be drawn: for whom, on what page, and in what unit."""

from dataclasses import dataclass
from typing import Final, TypeAlias

import altair as alt
import plotly.graph_objects as go

from dashboard.charts.contrast import turn
from dashboard.charts.palette import Mode, Palette, palette
from metrics.card import Polarity, Unit

Drawing: TypeAlias = alt.Chart | alt.LayerChart | alt.FacetChart
"""What a builder gives back when Altair draws it."""

Picture: TypeAlias = Drawing | go.Figure
"""What a builder gives back."""

CONSORTIUM: Final = "Consortium"
REST: Final = "Rest of consortium"
ENGLAND: Final = "England"
LONDON: Final = "London"
NEIGHBOURS: Final = "Statistical neighbours"
BENCHMARKS: Final = (ENGLAND, LONDON, NEIGHBOURS)
"""What others published, that a figure may be set beside; its date may follow the name, after a comma."""

PICKED: Final = "picked"
"""The name of the selection that a click makes in a chart."""


@dataclass(frozen=True)
class Look:
    """The page's mode, the borough in focus (None: the whole consortium), and the measure's words.

    `width` is None on screen (as wide as its place) and pixels on paper.
    """

    mode: Mode = "light"
    focus: str | None = None
    unit: Unit = Unit.PERCENT
    title: str = ""
    polarity: Polarity = Polarity.NEITHER
    width: int | None = None

    @property
    def colours(self) -> Palette:
        """Give the colours of the mode."""
        return palette(self.mode)

    def role(self, series: str) -> str:
        """Give the role of a series by its name: focus, consortium, benchmark or others."""
        if series == self.focus:
            return "focus"
        if series in (CONSORTIUM, REST):
            return "consortium"
        return "benchmark" if series.partition(",")[0] in BENCHMARKS else "others"

    def colour(self, series: str) -> str:
        """Give the colour of a series by its role."""
        return str(getattr(self.colours, self.role(series)))

    @property
    def turn(self) -> float:
        """Give the share of the way along the shades beyond which words on them take the second of the inks."""
        return turn(self.colours.sequential, *self.colours.inks)

    def ink(self, series: str) -> str:
        """Give the colour for words about a series."""
        role = self.role(series)
        if role == "others":
            return self.colours.muted
        return self.colours.benchmark_ink if role == "benchmark" else self.colour(series)
