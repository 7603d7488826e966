"""Rows under a label that stands only once above them, as pivots, reports and merged cells write it.

Such a row has a child, whose identifier stands some rows above it; without it, it would be an incident of nobody.
"""

from typing import Final

import polars as pl

from loaders.reading.row_batch import Tray
from loaders.source import Column, Source

CHILD: Final = "child"
OF_CHILD: Final = ("cohort", "sex", "birth_month")
"""What else says of a row who the child is."""
LABELS: Final = ("cohort", "provider_name")
"""Other columns by which rows are grouped, and which may be blank."""

NONE: Final = pl.Series([False])
DASH: Final = r"(?i)^(n\.?/?a\.?|\W{1,3})$"
"""What reports write for a label that stands above; a word such as Unknown says that nobody is meant."""

GROUPED: Final = (
    "The row has {} of its own, beneath one that has: a pivot, a report or merged cells show it once a group. Repeat "
    "the item labels (or fill them down) and export again.{}"
)
UNKNOWN: Final = " Where the child is not known, write Unknown."
MAYBE: Final = (
    "{} is blank beneath a row that has it, and none stands twice: a pivot, a report or merged cells may show it once "
    "a group. If so, repeat the item labels (or fill them down) and export again. It was taken as blank."
)


def without_grouped(tray: Tray, values: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Values of the rows that stay on the tray: those with a child of their own, and those without one in any sense."""
    for column in source.columns:
        if not values[column.name].null_count():
            continue
        if column.name == CHILD:
            values = _set_aside(tray, values, column, source)
        elif column.name in LABELS and not column.required:
            where = _beneath(tray.frame[column.name])
            if 2 * where.sum() >= len(where):
                tray.note(where, column.header, "grouped", "warning", MAYBE.format(column.header))
    return values


def _set_aside(tray: Tray, values: pl.DataFrame, column: Column, source: Source) -> pl.DataFrame:
    others = [each for each in source.columns if each.name in OF_CHILD]
    rows = tray.frame.select(_undashed(tray.frame[each.name]) for each in (column, *others))
    where = _beneath(rows[CHILD], is_report=_has_totals(tray))
    if not where.any() or not all(_is_as_above(rows, where, each.name) for each in others):
        return values
    shown = [each.header for each in others if _is_label_only(rows[each.name], where)]
    lacks = f"neither {column.header} nor {' nor '.join(shown)}" if shown else f"no {column.header}"
    message = GROUPED.format(lacks, "" if column.required else UNKNOWN)
    tray.note(where, column.header, "grouped", "error", message)
    tray.frame = tray.frame.filter(~where)
    return values.filter(~where)


def _undashed(cells: pl.Series) -> pl.Series:
    return cells.set(cells.str.contains(DASH).fill_null(value=False), None)


def _has_totals(tray: Tray) -> bool:
    """Whether rows of totals were set aside: then the sheet is a report."""
    return any(part.code == "total" for part in tray.parts)


def _beneath(cells: pl.Series, *, is_report: bool = False) -> pl.Series:
    """Which cells are blank beneath one that is filled, where that is how the column is written; else none.

    It is where no label stands twice, no row comes before the first label, and more than one label has rows of its
    own beneath it, or there is only one for all; of a report one such label is enough.
    """
    if _is_plainly_not(cells):
        return NONE.new_from_index(0, len(cells))
    is_label = cells.is_not_null()
    group = is_label.cum_sum()
    blank = group.filter(~is_label)
    is_written_so = bool((blank > 0).all()) and (
        is_report or blank.n_unique() > 1 or (len(blank) > 1 and is_label.sum() == 1)
    )
    return ~is_label if is_written_so else NONE.new_from_index(0, len(cells))


def _is_plainly_not(cells: pl.Series) -> bool:
    """Whether it begins with a blank, or a label stands twice, as in nearly every file."""
    labels = len(cells) - cells.null_count()
    return not labels or cells[0] is None or cells.n_unique() - (labels < len(cells)) < labels


def _is_label_only(cells: pl.Series, where: pl.Series) -> bool:
    """Whether a column is filled beside some label and nowhere beneath one."""
    return cells.filter(where).null_count() == where.sum() and cells.null_count() < len(cells)


def _is_as_above(rows: pl.DataFrame, where: pl.Series, name: str) -> bool:
    """Whether what the rows say besides of who the child is, is nothing or what stands beside the label above them."""
    above = rows.select(pl.when(pl.lit(~where)).then(name).forward_fill()).to_series()
    own, label = rows[name].filter(where), above.filter(where)
    return bool((own.is_null() | label.is_null() | (own == label)).all())
