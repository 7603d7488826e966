"""A pack as a workbook in the government style for accessible spreadsheets: a cover, then one tidy table a sheet.

Titles stand in A1, notes under them, and one table under those, named and with its headings frozen; no cell is merged
or left empty to mean something; marks stand in for figures as shorthand that the cover explains.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.data.comparisons import Estimate
from dashboard.exports.pack.build import definition
from dashboard.exports.pack.model import Finding, Pack, Table
from dashboard.exports.pack.pptx_figures import number_format
from metrics import Metric

NOTHING: Final = "[z]"
"""Where a figure has no range, or is of no month or part: not applicable."""

FIGURE: Final = ("Value", "Lower 95%", "Upper 95%", "n", "Mark")
"""The columns of a figure."""

Value = str | float
Row = Sequence[Value]


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, title, notes, the headings of its table, the rows, and the unit of each row's figures."""

    name: str
    title: str
    notes: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    formats: tuple[str, ...] = ()


def sheets(pack: Pack) -> list[Sheet]:
    """Give the sheets after the cover, in their order."""
    line = f"{pack.period}. {pack.banner}"
    told = [_headlines(pack, line), _of_table("Boroughs", pack.boroughs, line)]
    for section in pack.sections:
        told.append(_of_table(section.theme.heading, section.table, line))
        told += [
            _of_finding(f"{section.theme.heading} {at}", each, pack) for at, each in enumerate(section.findings, 1)
        ]
    return [*told, _coverage(pack), _definitions(pack)]


def _headlines(pack: Pack, line: str) -> Sheet:
    rows = [
        (each.metric.title, each.metric.unit.value, *_figure(each.figure), each.about, each.compared)
        for each in pack.headlines
    ]
    heads = ("Measure", "Unit", *FIGURE, "Of when", "Compared")
    formats = [number_format(each.metric.unit) for each in pack.headlines]
    return Sheet(
        "Summary", f"Headline measures: {pack.whose}", (line, *pack.changed), heads, tuple(rows), tuple(formats)
    )


def _of_table(name: str, table: Table, line: str) -> Sheet:
    cells = [
        (who, metric, words, cell)
        for who, row in table.rows
        for metric, words, cell in zip(table.metrics, table.periods, row, strict=True)
    ]
    rows = [
        (who, metric.title, metric.unit.value, words, *_figure(cell.figure), cell.verdict or "no difference claimed")
        for who, metric, words, cell in cells
    ]
    heads = ("Borough", "Measure", "Unit", "Period", *FIGURE, "Beside the consortium")
    formats = [number_format(metric.unit) for _, metric, _, _ in cells]
    return Sheet(name, table.title, (line, table.about), heads, tuple(rows), tuple(formats))


def _of_finding(name: str, finding: Finding, pack: Pack) -> Sheet:
    rows = [
        (point.who, f"{point.month:%Y-%m}" if point.month else pack.period, point.part or "All", *_figure(point.figure))
        for point in finding.points
    ]
    heads = ("Who", "Month or period", _dimension(finding), *FIGURE)
    formats = (number_format(finding.metric.unit),) * len(rows)
    return Sheet(name, finding.title, (finding.about, pack.banner), heads, tuple(rows), formats)


def _dimension(finding: Finding) -> str:
    return finding.dimension.replace("_", " ").capitalize() or "Part"


def _figure(figure: Estimate) -> tuple[Value, ...]:
    """A figure's cells: what is hidden or not given stands as its mark, so that no cell is empty."""
    hidden = figure.mark if figure.value is None and figure.mark else NOTHING
    parts = (figure.value, figure.lower, figure.upper, figure.n)
    return (*(hidden if part is None else part for part in parts), figure.mark or "none")


def _coverage(pack: Pack) -> Sheet:
    title = "What the figures rest on: how far each borough's returns go"
    rows = tuple((name, *words) for name, words in pack.coverage.rows)
    return Sheet("Coverage", title, (pack.banner,), ("Borough", *pack.coverage.headings), rows)


def _definitions(pack: Pack) -> Sheet:
    used = [metric for section in pack.sections for metric in section.definitions] + [*pack.definitions]
    cards: list[Metric] = list({metric.slug: metric for metric in used}.values())
    rows = tuple(
        (card.title, card.theme.heading, card.unit.value, definition(card.slug), card.source) for card in cards
    )
    return Sheet(
        "Definitions", "What the measures mean", (), ("Measure", "Theme", "Unit", "Definition", "Source"), rows
    )
