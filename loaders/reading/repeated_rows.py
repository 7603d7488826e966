"""Rows of one file that stand for the same thing: equal ones count once, contradictory ones are a question."""

from collections.abc import Iterable, Sequence
from typing import Final

import polars as pl

from loaders.reading.row_batch import Tray
from loaders.source import Source

REPEATED: Final = "The same row stands again further down. It was counted once."
DIFFERING: Final = "Several rows of the same {key} differ in {columns}: none of them was taken. Keep the right one."
LAST_STANDS: Final = "The list has the same {key} again further down, where it says otherwise: that one was taken."
ADVICE: Final = {
    "listed-again": "Nothing: the supplier's own list says it twice.",
    "duplicate": "Nothing: the row counts once. If two are meant, tell them apart in your system.",
    "copied-row": "Nothing: the row counts once. If two are meant, tell them apart in your system.",
    "differing-rows": "Take the wrong ones out of your system, export again and upload the file again. Until then no "
    "figure has any of these rows.",
}
"""What to do about rows that repeat."""


def repeated(source: Source) -> pl.Expr:
    """Whether what tells a row apart stands in a later row too; a blank in it tells apart."""
    again = _stands_again(source.key or _all(source)) & _is_told_apart(source)
    return again.alias("repeated")


def settle(tray: Tray, source: Source, again: pl.Series) -> None:
    """Of rows that are wholly equal keep the last; of those that have one key and differ, as the source says.

    `again` says which rows stand again further down by their key.
    """
    if not again.any():
        return
    rows = _repeating(tray.frame, source)
    if source.key and source.repeats == "ask":
        rows = _without_differing(tray, source, rows)
    again, same = rows["again"], rows["same"]
    tray.note_rows(rows["row"].filter(again & same), None, "duplicate", "error", REPEATED)
    if source.repeats == "last stands":
        message = LAST_STANDS.format(key=_key(source))
        tray.note_rows(rows["row"].filter(again & ~same), None, "listed-again", "error", message)
    tray.set_aside()


def _repeating(frame: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Every row whose key stands several times: mostly a few, and all that follows looks at them alone.

    `again` says whether its key stands in a later row too, `same` whether all of it does, and `differ in` names the
    columns in which the rows of its key differ.
    """
    key = source.key or _all(source)
    rows = frame.filter(pl.struct(key).is_duplicated() & _is_told_apart(source))
    differ = pl.concat_str(_differing(source), separator=", ", ignore_nulls=True).alias("differ in")
    return rows.select("row", differ, again=_stands_again(key), same=_stands_again(_all(source)))


def _is_told_apart(source: Source) -> pl.Expr:
    """Whether a row's key is whole."""
    return pl.all_horizontal(pl.col(name).is_not_null() for name in source.key) if source.key else pl.lit(value=True)


def _without_differing(tray: Tray, source: Source, rows: pl.DataFrame) -> pl.DataFrame:
    """Ask about rows of one key that differ, and give the others."""
    differ = rows["differ in"]
    for columns in filter(None, differ.unique(maintain_order=True)):
        message = DIFFERING.format(key=_key(source), columns=columns)
        tray.note_rows(rows["row"].filter(differ == columns), None, "differing-rows", "error", message)
    return rows.filter(differ == "")


def _differing(source: Source) -> Sequence[pl.Expr]:
    """The heading of each column in which rows of one key differ, null where they agree."""
    told = [column for column in source.columns if source.key and column.name not in source.key]
    differs = [pl.when(pl.col(each.name).n_unique().over(source.key) > 1).then(pl.lit(each.header)) for each in told]
    return differs or [pl.lit(None, pl.String)]


def _key(source: Source) -> str:
    """What tells rows apart, by its headings."""
    headers = {column.name: column.header for column in source.columns}
    *before, last = [headers.get(name, name) for name in source.key]
    return f"{', '.join(before)} and {last}" if before else last


def _all(source: Source) -> list[str]:
    return [column.name for column in source.columns]


def _stands_again(names: Iterable[str]) -> pl.Expr:
    """Whether what a row has in some columns stands in a later row too."""
    return ~pl.struct(list(names)).is_last_distinct()
