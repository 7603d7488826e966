"""What a page shows, as values: a chart of one measure, tables, headlines, what changed.

A page's files make them and draw nothing. The screen, an event, a pack, a file and a picture are renderers of the same
values: what one of them has to know is a field here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial, wraps
from typing import Any, ParamSpec, Protocol

import polars as pl

from dashboard.charts.chart import Chart
from dashboard.charts.chart_style import Picture
from dashboard.charts.matrix import Cell
from dashboard.charts.summary_table import Line
from dashboard.faults import Fault
from dashboard.filters.parameters import Parameter
from dashboard.filters.selection import Selection
from metrics import Metric, When

Asked = ParamSpec("Asked")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measure as a chart.

    `rows` are the released figures that the chart draws with `options`, and that a table and a file hold. `title` is
    the insight, `caption` one line on measure, period, n and filters, `note` a sentence more in it, `source` what is
    published beside the figures and where. `span` is the period where it is not the one chosen. `click` is the filter
    that a click on a mark sets. `lack` says what to upload where nothing is known for want of a
    file; `is_empty`: there is nothing to draw but what others published. `place` tells two
    figures of a page apart that show one measure in one kind of chart.
    """

    metric: Metric
    rows: pl.DataFrame
    chart: Chart[..., Picture]
    selection: Selection
    title: str
    caption: str = ""
    note: str = ""
    source: str = ""
    lack: str = ""
    is_empty: bool = False
    span: When | None = None
    click: str | None = None
    place: str = ""
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def when(self) -> When:
        """The period of the rows: the trend's for months, else the one chosen, unless `span` says otherwise."""
        return self.span or (self.selection.trend if "month" in self.rows.columns else self.selection.when)

    @property
    def key(self) -> str:
        """What tells the figure from every other of its page."""
        return f"{self.metric.slug}-{self.chart.key}-{'-'.join(self.rows.columns[:3])}{self.place}"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Several measures as a table read down its columns: a line a group, with subtotals and a total.

    The first of the metrics names it. `corner` is the heading over the names of the lines. `data` holds the numbers of
    the cells for a file, a row a number.
    """

    metrics: Sequence[Metric]
    lines: Sequence[Line]
    columns: Sequence[str]
    selection: Selection
    title: str
    caption: str
    corner: str
    data: pl.DataFrame
    faults: Sequence[Fault] = ()

    @property
    def key(self) -> str:
        """What tells the table from every other of its page."""
        return f"sheet-{self.metrics[0].slug}"


@dataclass(frozen=True, kw_only=True)
class BoroughTable:
    """Boroughs, one a row, by measures or facts, one a column; the consortium last.

    `name` is the table's own, under a page's `title`. A borough opens its own view of the page of the title `opens`;
    `links` are what headings open: the page, and what it is asked. `metrics` are those for which files may be lacking.
    `data` holds the numbers of the cells for a file.
    """

    name: str
    rows: Mapping[str, Sequence[Cell]]
    columns: Sequence[str]
    selection: Selection
    title: str
    caption: str
    opens: str
    data: pl.DataFrame
    links: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict[str, tuple[str, Mapping[str, str]]])
    metrics: Sequence[Metric] = ()
    faults: Sequence[Fault] = ()

    @property
    def key(self) -> str:
        """What tells the table from every other of its page."""
        return self.name.lower().replace(" ", "-")


@dataclass(frozen=True, kw_only=True)
class Card:
    """A headline measure: its figure in words, its last thirteen months, and a line for each thing said of it.

    `months` are the values, drawn small, and `shape` says them. `about` is one line on period, n and what is left out,
    `compared` the comparison with its verdict, `published` the same of each benchmark chosen. The title opens `opens`.
    """

    metric: Metric
    value: str
    months: Sequence[float | None]
    shape: str
    about: str
    compared: tuple[str, str]
    opens: tuple[str, Mapping[str, str]]
    selection: Selection
    published: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, kw_only=True)
class Board:
    """The headline measures side by side; `note` says where what is published beside them comes from."""

    cards: Sequence["Card | Fault"]
    title: str
    caption: str
    note: str
    key: str = "headlines"


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence of what changed (`**` on both sides of what is bold), which way, what follows, and what it opens."""

    words: str
    way: int
    opens: tuple[str, Mapping[str, str]]
    rest: str = ""


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What changed, the most unusual first; `others` are the measures of which nothing is claimed, by why."""

    sentences: Sequence[Sentence]
    others: Mapping[str, Sequence[Sentence]]
    title: str
    caption: str
    faults: Sequence[Fault] = ()
    key: str = "changes"


@dataclass(frozen=True, kw_only=True)
class Nothing:
    """That a measure has nothing to show, under a title of its own or (no title) in the place of a whole page."""

    metric: Metric
    selection: Selection
    title: str = ""


AnyFigure = Figure | Sheet | BoroughTable | Board | Changes | Nothing


class Ask(Protocol):
    """What answers a page's own questions: a widget on screen, the address in an event, the first option in a pack."""

    def __call__(self, parameter: Parameter, options: Sequence[str] = (), first: str = "") -> str:
        """Ask the reader, and give the answer: one of the options, of the parameter's own unless others are given.

        Until the reader answers it is `first`, or the first of the options.
        """
        ...

    def answer(self, parameter: Parameter, options: Sequence[str] = ()) -> str:
        """Give the answer to a question that is asked elsewhere on the page."""
        ...


@dataclass(frozen=True)
class Part:
    """A part of a page before it is made: its name, as a sentence about a fault begins, and what makes its figure.

    None is made where there is nothing to say. `is_wide` parts have the page's whole width, the others share its grid.
    One that `asks` puts a question to the reader while it is made, over its figure.
    """

    name: str
    make: Callable[[], AnyFigure | None]
    is_wide: bool = False
    asks: bool = False


def figure_part(
    name: str, *, is_wide: bool = False, asks: bool = False
) -> Callable[[Callable[Asked, AnyFigure | None]], Callable[Asked, Part]]:
    """Make of a function that gives a figure one that gives the part of a page which it will be."""

    def decorated(make: Callable[Asked, AnyFigure | None]) -> Callable[Asked, Part]:
        @wraps(make)
        def of(*args: Asked.args, **named: Asked.kwargs) -> Part:
            return Part(name, partial(make, *args, **named), is_wide, asks)

        return of

    return decorated
