"""A pack on paper: tagged PDF (PDF/UA-1), A4, typeset by Typst with the type that ships with the app."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import typst

from dashboard.charts.number_format import day, written
from dashboard.charts.theme import FONTS
from dashboard.exports.pack.model import Cell, Coverage, Finding, Headline, Pack, Section, Table
from dashboard.exports.pack.settings import PackError
from metrics import Metric, Polarity

TEMPLATE: Final = Path(__file__).with_name("paper.typ")

NO_LETTER: Final = "could not be displayed"
UNPRINTABLE: Final = (
    "A name in the pack holds a letter that its type cannot print, such as an emoji. Write the name of who made it "
    "without, or make the pack as pptx or xlsx."
)

Pictures = dict[str, bytes]


def as_pdf(pack: Pack) -> bytes:
    """Typeset a pack. The same pack gives the same bytes: the document's date is when its data were loaded.

    Raises:
        PackError: a name in it holds a letter that the type does not have, an emoji for instance.
    """
    pictures: Pictures = {}
    told = json.dumps(_document(pack, pictures), ensure_ascii=False).encode()
    with TemporaryDirectory(prefix="pack-") as place:
        folder = Path(place)
        for name, content in {"main.typ": TEMPLATE.read_bytes(), "pack.json": told, **pictures}.items():
            (folder / name).write_bytes(content)
        try:
            return typst.compile(
                folder / "main.typ",
                font_paths=[FONTS],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["ua-1"],
                timestamp=int(pack.moment.timestamp()),
            )
        except typst.TypstError as error:
            if NO_LETTER not in str(error):
                raise
            raise PackError(UNPRINTABLE) from error


def _document(pack: Pack, pictures: Pictures) -> dict[str, Any]:
    return {
        "title": pack.title,
        "whose": pack.whose,
        "period": pack.period,
        "banner": pack.banner,
        "about": [list(pair) for pair in about(pack)],
        "headlines": [_headline(each, pictures) for each in pack.headlines],
        "changed": list(pack.changed),
        "boroughs": _table(pack.boroughs),
        "sections": [_section(each, pictures) for each in pack.sections],
        "coverage": _coverage(pack.coverage),
        "definitions": [_definition(each) for each in pack.definitions],
        "marks": [list(pair) for pair in pack.marks],
    }


def about(pack: Pack) -> tuple[tuple[str, str], ...]:
    """Say whose the pack is, of when, from which data and by whom: name and words."""
    loaded = f"{day(pack.moment.date())}, {pack.moment:%H:%M} UTC"
    return (
        ("Figures of", pack.whose),
        ("Period", pack.period),
        ("Filters", "; ".join(pack.filters) or "None"),
        ("Release", pack.banner),
        ("Data to", day(pack.data_to)),
        ("Data version", f"{pack.version}, last loaded {loaded}"),
        ("Made by", pack.made_by),
    )


def _headline(each: Headline, pictures: Pictures) -> dict[str, str]:
    return {
        "title": each.metric.title,
        "value": each.text,
        "about": each.about,
        "compared": each.compared,
        "picture": _kept(each.svg, pictures),
        "alt": each.alt,
    }


def _section(each: Section, pictures: Pictures) -> dict[str, Any]:
    return {
        "heading": each.theme.heading,
        "narrative": list(each.narrative),
        "findings": [_finding(finding, pictures) for finding in each.findings],
        "table": _table(each.table),
        "definitions": [_definition(metric) for metric in each.definitions],
    }


def _finding(each: Finding, pictures: Pictures) -> dict[str, str]:
    return {"title": each.title, "about": each.about, "picture": _kept(each.svg, pictures), "alt": each.alt}


def _kept(svg: str, pictures: Pictures) -> str:
    name = f"chart-{len(pictures) + 1}.svg"
    pictures[name] = svg.encode()
    return name


def _table(table: Table) -> dict[str, Any]:
    heads = [[metric.title, words] for metric, words in zip(table.metrics, table.periods, strict=True)]
    rows = [
        [name, [_cell(cell, metric) for cell, metric in zip(cells, table.metrics, strict=True)]]
        for name, cells in table.rows
    ]
    return {"title": table.title, "about": table.about, "heads": heads, "rows": rows}


def _cell(cell: Cell, metric: Metric) -> dict[str, str]:
    return {"text": cell.text, "range": span(cell, metric), "n": count(cell), "verdict": cell.verdict}


def span(cell: Cell, metric: Metric) -> str:
    """Write the 95% range of a figure; nothing where none is given."""
    figure = cell.figure
    if figure.lower is None or figure.upper is None:
        return ""
    return f"{written(figure.lower, metric.unit)} to {written(figure.upper, metric.unit)}"


def count(cell: Cell) -> str:
    """Write what a figure rests on; nothing where it may not be said."""
    return "" if cell.figure.n is None else f"n = {cell.figure.n:,.0f}"


def _coverage(held: Coverage) -> dict[str, Any]:
    return {"heads": list(held.headings), "rows": [[name, list(words)] for name, words in held.rows]}


def _definition(metric: Metric) -> list[str]:
    good = f" {metric.polarity.value.capitalize()}." if metric.polarity is not Polarity.NEITHER else ""
    unit = metric.unit.value.replace("GBP", "£")
    return [metric.title, unit, f"{' '.join(metric.definition.split())}{good}", metric.source]
