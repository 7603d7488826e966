"""A sheet's cells under the clean names of the source that it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from loaders import findings
from loaders.findings import Found
from loaders.intake import Sheet
from loaders.intake.blanks import BLANKS, NO_MATCH
from loaders.reading.ambiguous_headings import settled
from loaders.reading.headings import bare, plain, shown_heading
from loaders.reading.nearest_source import Near
from loaders.reading.ownership_headings import is_claim, is_held_against, is_of_elsewhere
from loaders.source import EXAMPLE, Source

SYMBOLS: Final = ["-", "–", "—", ":", "..", "[c]", "[x]", "[z]"]
"""What publishers write for a figure that they do not give."""

DAYS_TO_1904: Final = 1_462
"""Days between the first days of Excel's two systems."""
MOST_NAMED: Final = 20
"""Columns passed over that are named; there may be more."""
TO_CHECK: Final = ("no-rows", "above-headings")
"""Notes by which something may be missing from what was read."""


@dataclass(frozen=True)
class Match:
    """A sheet that is a source: its cells by clean name, ready for `loaders.reading.rows`, and notes on its columns.

    `claimed` holds the columns that say whose the rows are, row for row with `cells`, and `claiming` their headings;
    `others` are the other columns that were passed over, by heading, and `titles` the lines of one cell above the
    headings.
    """

    source: Source
    sheet: str | None
    cells: pl.DataFrame
    notes: list[Found]
    claimed: pl.DataFrame = field(default_factory=pl.DataFrame)
    claiming: dict[str, str] = field(default_factory=dict[str, str])
    others: dict[str, pl.Series] = field(default_factory=dict[str, pl.Series])
    titles: tuple[str, ...] = ()


def matched(sheet: Sheet, near: Near) -> Match:
    """Cells of a sheet under clean names, numbered as the file numbers its rows.

    Raises `RefusedError` where it is not clear what a heading means.
    """
    near, rivals = settled(sheet, near)
    headed = {name: text for name, text in near.texts.items() if text and text.strip()}
    raw = sheet.cells.slice(near.row + 1)
    cells = _named(sheet, near, headed, raw)
    notes = [*rivals, *_notes(sheet, near, headed)]
    if cells["is_unheaded"].any():
        notes.append(_note("no-heading", "Cells that stand under no heading were passed over."))
    of_borough = near.source.of_borough
    passed = {name: text for name, text in headed.items() if of_borough and name not in near.places.values()}
    claiming = {name: shown_heading(text) for name, text in passed.items() if is_claim(text)}
    claimed = _trimmed(raw.select(list(claiming)), near.source) if claiming else pl.DataFrame()
    if sheet.said and of_borough:
        claimed = pl.DataFrame([*claimed, *(_said(name, text, raw.height) for name, text in sheet.said.items())])
        claiming |= {name: name for name in sheet.said}
    others = {text: raw[name] for name, text in passed.items() if name not in claiming and not is_of_elsewhere(text)}
    return Match(near.source, sheet.name, cells, notes, claimed, claiming, others, tuple(_titles(sheet, near)))


def _named(sheet: Sheet, near: Near, headed: Mapping[str, str], raw: pl.DataFrame) -> pl.DataFrame:
    """The rows under the headings, their cells under the source's own names, and what is to be known of each row."""
    source, unheaded = near.source, [name for name in near.texts if name not in headed]
    width = sheet.widths[near.row] if near.row < len(sheet.widths) else len(sheet.cells.columns)
    surplus = sheet.cells.columns[width:]
    used = raw[list({*near.places.values(), *surplus, *unheaded})]
    tidy = used if sheet.is_tidy and not source.dashes_are_blank else _trimmed(used, source)
    filled = [_cells(near, tidy, column.name) for column in source.columns]
    cells = pl.DataFrame(
        [
            pl.int_range(near.row + 2, near.row + 2 + tidy.height, dtype=pl.Int64, eager=True).alias("row"),
            *filled,
            _any_filled(tidy, surplus).alias("spill"),
            (~_any_filled(tidy, tidy.columns)).alias("is_blank"),
            _is_example(filled[0]).alias("is_example"),
            _any_filled(tidy, [name for name in unheaded if name not in surplus]).alias("is_unheaded"),
        ]
    )
    cells = _with_failed_identifiers(cells, raw, near)
    if sheet.is_1904:
        cells = cells.with_columns(_from_1900(column.name) for column in source.columns if column.kind.is_day)
    besides = [name for name in raw.columns if name not in tidy.columns]
    if not besides or not cells["is_blank"].any():
        return cells
    return cells.with_columns(_is_blank(cells["is_blank"], raw.select(besides), source))


def _said(name: str, text: str, height: int) -> pl.Series:
    """What a file says beside its rows, as a column of them."""
    return _each(text, height).alias(name)


def _titles(sheet: Sheet, near: Near) -> Iterator[str]:
    for line in sheet.head[: near.row]:
        filled = [cell for cell in line.values() if cell and cell.strip()]
        if len(filled) == 1:
            yield filled[0].strip()


def _trimmed(cells: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Cells without blanks at their ends; those in which nothing stands, whatever is written for it, are null."""
    bare = cells.select(pl.all().str.strip_chars())
    nothing = [*BLANKS, *SYMBOLS] if source.dashes_are_blank else BLANKS
    has = bare.select(pl.all().is_in(nothing).any()).row(0) if bare.width else ()
    some = pl.col([name for name, found in zip(bare.columns, has, strict=True) if found])
    return bare.with_columns(pl.when(~some.is_in(nothing)).then(some)) if any(has) else bare


def _is_blank(seems: pl.Series, others: pl.DataFrame, source: Source) -> pl.Series:
    """Whether nothing stands in the rows that seem blank, not in the columns that are passed over either."""
    rows = seems.arg_true()
    left = others[rows]
    if all(cells.null_count() == left.height for cells in left):
        return seems
    tidy = _trimmed(left, source)
    return seems.scatter(rows.filter(_any_filled(tidy, tidy.columns)), values=False)


def _cells(near: Near, tidy: pl.DataFrame, name: str) -> pl.Series:
    """What stands in a source's column, or what the headings tell of each of its rows."""
    cells = tidy.get_column(near.places[name]) if name in near.places else _each(None, tidy.height)
    is_told = name in near.told and cells.null_count()
    return (cells.fill_null(near.told[name]) if is_told else cells).alias(name)


def _each(value: str | bool | None, height: int) -> pl.Series:
    """One value in every row."""
    return pl.Series([value], dtype=pl.Boolean if isinstance(value, bool) else pl.String).new_from_index(0, height)


def _with_failed_identifiers(cells: pl.DataFrame, raw: pl.DataFrame, near: Near) -> pl.DataFrame:
    """A look-up that found nobody is no blank identifier: its row is of a child, but of which is not known."""
    for column in near.source.columns:
        if column.kind.refusals and column.name in near.places and cells[column.name].null_count():
            failed = raw[near.places[column.name]].str.strip_chars() == NO_MATCH
            if failed.any():
                kept = pl.when(pl.lit(failed)).then(pl.lit(NO_MATCH)).otherwise(column.name)
                cells = cells.with_columns(kept.alias(column.name))
    return cells


def _from_1900(name: str) -> pl.Expr:
    """Number of a day counted as most workbooks count."""
    cell = pl.col(name)
    number = cell.cast(pl.Float64, strict=False) + DAYS_TO_1904
    return pl.when(cell.str.contains(r"^\d{4,6}(\.\d+)?$")).then(number.cast(pl.String)).otherwise(cell).alias(name)


def _is_example(first: pl.Series) -> pl.Series:
    """Whether a row is a template's example, which its first cell says."""
    # identifiers are mostly digits, which sort before letters: the last of them tells that there is none
    if str(first.max() or "") < EXAMPLE:
        return _each(value=False, height=len(first))
    return (first.str.to_uppercase() == EXAMPLE).fill_null(value=False)


def _any_filled(within: pl.DataFrame, names: Sequence[str]) -> pl.Series:
    """Whether any of some columns is filled: where one is full, or all are empty, no row is looked at."""
    blanks = {name: within[name].null_count() for name in names}
    if not all(blanks.values()):
        return _each(value=True, height=within.height)
    some = [name for name, count in blanks.items() if count < within.height]
    if not some:
        return _each(value=False, height=within.height)
    return within.select(pl.any_horizontal(pl.col(some).is_not_null())).to_series()


def _notes(sheet: Sheet, near: Near, headed: dict[str, str]) -> list[Found]:
    """Say which columns were passed over, and which that may be missing are."""
    source = near.source
    left_out = {plain(name) for name in source.left_out}
    used = set(near.places.values())
    texts = [text.strip() for name, text in headed.items() if name not in used]
    known = (
        left_out if not source.of_borough else {*left_out, *(plain(text) for text in texts if is_held_against(text))}
    )
    extra = [text for text in texts if not known & {plain(text), bare(text)}]
    absent = [column.header for column in source.columns if column.name not in near.places | near.told]
    notes: list[Found] = []
    if extra:
        notes.append(_note("extra-column", f"Columns that are not needed were passed over: {_listed(extra)}."))
    if absent:
        notes.append(_note("absent-column", f"The file has no column {', '.join(absent)}: taken as blank."))
    if above := _rows_above(sheet, near):
        notes.append(_note("above-headings", f"Rows above the headings, no mere title, were passed over: {above}."))
    if sheet.cells.height == near.row + 1 and not sheet.may_be_empty:
        notes.append(_note("no-rows", "The file has headings but no rows under them. Check that it is whole."))
    return notes


def _listed(headings: Sequence[str]) -> str:
    """Headings by their names, the first few; one that may be a cell of a child's is only counted."""
    names = [shown for text in headings if (shown := shown_heading(text))][:MOST_NAMED]
    others = len(headings) - len(names)
    return ", ".join([*names, *([f"{others} more" if names else str(others)] if others else [])])


def _rows_above(sheet: Sheet, near: Near) -> int:
    """Rows above the headings that hold more than one cell: a title has but one, so these may be data."""
    above = near.row + 1 - near.rows
    if not above:
        return 0
    filled = pl.sum_horizontal(pl.all().str.strip_chars().str.len_chars().fill_null(0) > 0)
    return sheet.cells.head(above).select((filled > 1).sum()).item()


def _note(code: str, message: str) -> Found:
    return findings.about_file(code, "warning" if code in TO_CHECK else "info", message)
