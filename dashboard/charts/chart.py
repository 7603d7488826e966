"""A kind of chart as a value: what draws it, what it is called, and what those who show it must know of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, Generic, Literal, ParamSpec, TypeVar

import polars as pl

from dashboard.charts.chart_style import Look, Picture

Slide = Literal["line", "bar", "stacked"]
"""Series over months, a bar a name, or parts of a whole stacked."""

Options = ParamSpec("Options")
Drawn = TypeVar("Drawn", bound=Picture, covariant=True)


@dataclass(frozen=True, kw_only=True)
class Chart(Generic[Options, Drawn]):
    """A kind of chart, which draws figures when it is called.

    `key` names it in the page, `name` to a reader. `slide` is how a slide draws it, where charts can be edited.
    `has_line_a_borough`: more boroughs than can be read are left to the table. `is_fine`: its words are too small for
    the back of a room. `is_by_plotly`: it is drawn in the browser alone, and its picture is taken there.
    """

    draw: Callable[Concatenate[pl.DataFrame, Look, Options], Drawn]
    key: str
    name: str
    slide: Slide = "bar"
    has_line_a_borough: bool = False
    is_fine: bool = False
    is_by_plotly: bool = False

    def __call__(self, rows: pl.DataFrame, look: Look, *args: Options.args, **options: Options.kwargs) -> Drawn:
        """Draw the rows."""
        return self.draw(rows, look, *args, **options)


Builder = Callable[Concatenate[pl.DataFrame, Look, Options], Drawn]


def chart(
    key: str,
    name: str,
    *,
    slide: Slide = "bar",
    has_line_a_borough: bool = False,
    is_fine: bool = False,
    is_by_plotly: bool = False,
) -> Callable[[Builder[Options, Drawn]], Chart[Options, Drawn]]:
    """Declare that a function draws a kind of chart."""
    return lambda draw: Chart(
        draw=draw,
        key=key,
        name=name,
        slide=slide,
        has_line_a_borough=has_line_a_borough,
        is_fine=is_fine,
        is_by_plotly=is_by_plotly,
    )
