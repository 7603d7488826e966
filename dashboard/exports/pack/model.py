"""What a board pack says, as plain values: made once from figures, then written as paper, slides or a workbook."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dashboard.data.comparisons import Estimate
from metrics import Metric, Release, Theme, When

Kind = Literal["line", "bar", "stacked"]
"""How a slide draws a finding: series over months, a bar a name, or parts of a whole stacked."""


@dataclass(frozen=True)
class Point:
    """One figure of a finding: whose it is, of which month (None: of the whole period) and of which part, if any."""

    who: str
    month: date | None
    part: str
    figure: Estimate


@dataclass(frozen=True)
class Finding:
    """A finding with its chart.

    `focus` is the borough that it is about, `about` one line on measure, unit, period and n. `dimension` parts the
    points, where they are of parts; `kept` are those with a colour of their own, the others being drawn together.
    `levels` are lines drawn with months (mean, limits), each as long as the months. `svg` is the chart on paper and
    `alt` the same in words.
    """

    metric: Metric
    title: str
    about: str
    kind: Kind
    when: When
    points: tuple[Point, ...]
    svg: str
    alt: str
    focus: str | None = None
    dimension: str = ""
    kept: tuple[str, ...] = ()
    levels: tuple[tuple[str, tuple[float | None, ...]], ...] = ()


@dataclass(frozen=True)
class Cell:
    """A figure in a table, in words, and how it stands beside the consortium (empty: no difference is claimed)."""

    figure: Estimate
    text: str
    verdict: str = ""


@dataclass(frozen=True)
class Table:
    """Measures by borough: a row a borough, the consortium last; a cell a measure."""

    title: str
    about: str
    metrics: tuple[Metric, ...]
    periods: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True)
class Headline:
    """A headline measure in a line: its figure, what it is compared with, and thirteen small months."""

    metric: Metric
    figure: Estimate
    text: str
    about: str
    compared: str
    svg: str
    alt: str


@dataclass(frozen=True)
class Section:
    """A theme: what is said of it, its findings, its table by borough, and what the measures of both mean."""

    theme: Theme
    narrative: tuple[str, ...]
    findings: tuple[Finding, ...]
    table: Table

    @property
    def definitions(self) -> tuple[Metric, ...]:
        """The measures of the theme, each once."""
        return each_once([*(each.metric for each in self.findings), *self.table.metrics])


@dataclass(frozen=True)
class Coverage:
    """How far each borough's returns go: the headings, and a row of words a borough, the consortium last."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Pack:
    """A board pack. `moment` is when the last of its files was loaded: with `version` it dates every copy alike."""

    title: str
    whose: str
    period: str
    release: Release
    is_fictional: bool
    version: str
    moment: datetime
    data_to: date
    made_by: str
    filters: tuple[str, ...]
    headlines: tuple[Headline, ...]
    changed: tuple[str, ...]
    boroughs: Table
    sections: tuple[Section, ...]
    coverage: Coverage
    marks: tuple[tuple[str, str], ...]

    @property
    def definitions(self) -> tuple[Metric, ...]:
        """The measures that no theme of the pack defines."""
        told = [each for section in self.sections for each in section.definitions]
        used = [*told, *(each.metric for each in self.headlines), *self.boroughs.metrics]
        return each_once(used)[len(each_once(told)) :]

    @property
    def banner(self) -> str:
        """What stands on every page: the release and, while it is so, that the data are fictional."""
        return f"{RELEASES[self.release]}{' Fictional data.' if self.is_fictional else ''}"


RELEASES = {
    Release.WORKING: "Working release: exact figures, for signed-in staff only. Not for publication.",
    Release.BOARD: "Board release: small numbers are protected.",
}
"""What every page says of the release; the event release gives no packs."""


def each_once(metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    """Give measures in their order, each once."""
    return tuple({each.slug: each for each in metrics}.values())
