"""Explore Education Statistics: any CSV in the layout that the DfE publishes in.

A row is a period and an area; some columns part the children (filters) and others hold figures (indicators). Which
is which no file says: a column is an indicator where nearly all its cells are figures or symbols.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import polars as pl

from loaders import kinds
from loaders.coded_areas import CHECKS, CODES, COUNCIL, REGION, level, with_area
from loaders.headings import plain
from loaders.intake import Sheet
from loaders.match import BLANKS
from loaders.population import ONS
from loaders.published.figure import FIGURE, figure, is_symbol, plain_number
from loaders.published.long import long
from loaders.published.subjects import series_of, subject_of
from loaders.source import Check, Column, Handed, Source

TITLE: Final = "Published figures (Explore Education Statistics)"
AREA: Final = (
    Column("time_period", "time_period", kinds.text, "Year, or years run together", "2025", required=True),
    Column("geographic_level", "geographic_level", kinds.text, "What the row is of", "Local authority", required=True),
    *CODES,
    REGION,
    COUNCIL,
)
NOT_KEPT: Final = ("time_identifier",)
MARKS_IT: Final = frozenset({"timeperiod", "geographiclevel"})
NEARLY_ALL: Final = 0.9
TWO_YEARS: Final = r"^(20\d\d)(\d\d)$"
"""202425 is 2024-25."""

Places = dict[str, str]
"""Heading to the column in which it stands."""


def layouts(sheet: Sheet, file: str) -> Iterator[Source]:
    """The source of a sheet in this layout, made from its headings; none where it is in another."""
    row = next((i for i, cells in enumerate(sheet.head) if _is_marked(cells.values())), None)
    if row is None:
        return
    places = _headings(sheet.head[row])
    kept = {plain(heading) for column in AREA for heading in (column.header, *column.also)} | {*map(plain, NOT_KEPT)}
    others = {heading: place for heading, place in places.items() if plain(heading) not in kept}
    figures = [heading for heading, place in others.items() if _holds_figures(sheet.cells[place].slice(row + 1))]
    if figures:
        filters = [heading for heading in others if heading not in figures]
        yield _source(
            subject_of(places, file), [column for column in AREA if _is_there(column, places)], filters, figures
        )


def _is_there(column: Column, places: Places) -> bool:
    return not {plain(heading) for heading in places}.isdisjoint(map(plain, (column.header, *column.also)))


def _headings(row: dict[str, str | None]) -> Places:
    """A row as headings; of two that are written alike the first counts."""
    alike = {plain(text): (text.strip(), place) for place, text in reversed(row.items()) if text}
    return {text: place for key, (text, place) in reversed(alike.items()) if key}


def _is_marked(cells: Iterable[str | None]) -> bool:
    """Whether a row is the headings of this layout, and not of one that is a source of its own."""
    known = {plain(cell) for cell in cells if cell}
    return known >= MARKS_IT and not known >= {plain(column.header) for column in ONS.needed()}


def _holds_figures(cells: pl.Series) -> bool:
    cell = pl.col("cell").str.strip_chars()
    frame = cells.to_frame("cell").select(cell).filter(pl.col("cell").is_not_null() & ~pl.col("cell").is_in(BLANKS))
    odd = pl.when(plain_number(pl.col("cell")).is_null()).then("cell")
    good = frame.select(odd.is_null() | is_symbol(odd) | odd.str.contains(FIGURE)).to_series()
    return len(good) > 0 and good.sum() >= NEARLY_ALL * len(good)


def _source(subject: str, area: list[Column], filters: list[str], figures: list[str]) -> Source:
    """The source of a file whose columns are these; its long rows are one a figure."""
    parts = tuple(
        Column(heading, f"filter_{i}", kinds.text, "Which children", optional=True) for i, heading in enumerate(filters)
    )
    values = tuple(
        Column(heading, f"figure_{i}", figure, "A figure or its symbol", optional=True)
        for i, heading in enumerate(figures)
    )
    measures = {column.name: series_of(column.header, subject) for column in values}
    told = [pl.col(column.name).is_not_null() for column in values]

    def reshape(frame: pl.DataFrame, _: Handed) -> pl.DataFrame:
        return long(frame, measures, f"Department for Education: {subject}")

    return Source(
        slug="published",
        title=TITLE,
        about="One row an area, period and group of children, with a column for each figure.",
        table="published",
        columns=(*area, *parts, *values),
        key=("authority", "period", "part"),
        left_out=NOT_KEPT,
        complete=_placed,
        derive=_derived([column.name for column in parts]),
        checks=(*CHECKS, Check("no-figure", figures[0], "The row holds no figure.", pl.any_horizontal(told))),
        reshape=reshape,
        of_borough=False,
    )


def _placed(rows: pl.DataFrame, _: Handed) -> pl.DataFrame:
    absent = [column.name for column in AREA if column.name not in rows.columns]
    return with_area(rows.with_columns(pl.lit(None, pl.String).alias(name) for name in absent), level())


def _derived(filters: list[str]) -> dict[str, pl.Expr]:
    whole = pl.lit("", pl.String)
    return {
        "period": pl.col("time_period").str.replace(TWO_YEARS, "$1-$2"),
        "part": pl.concat_str(filters, separator=": ", ignore_nulls=True) if filters else whole,
    }
