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
    again = _stands_again(source.key or _all(source))
    if source.key:
        again &= pl.all_horizontal(pl.col(name).is_not_null() for name in source.key)
    return again.alias("repeated")


def settle(tray: Tray, source: Source, again: pl.Series) -> None:
    """Of rows that are wholly equal keep the last; of those that have one key and differ, as the source says.

    `again` says which rows stand again further down by their key.
    """
    if not again.any():
        return
    rows = _repeating(tray.frame, source, again)
    if source.key and source.repeats == "ask":
        rows = _without_differing(tray, source, rows)
    same = rows.select("row", repeated(source), same=_stands_again(_all(source))).filter("repeated")
    tray.note_rows(same.filter("same")["row"], None, "duplicate", "error", REPEATED)
    if source.repeats == "last stands":
        message = LAST_STANDS.format(key=_key(source))
        tray.note_rows(same.filter(~pl.col("same"))["row"], None, "listed-again", "error", message)
    tray.set_aside()


def _repeating(frame: pl.DataFrame, source: Source, again: pl.Series) -> pl.DataFrame:
    """Every row whose key stands several times: mostly a few, and all that follows looks at them alone."""
    key = source.key or _all(source)
    keys = frame.filter(again).select(key).unique()
    columns = list(dict.fromkeys(["row", *key, *_all(source)]))
    return frame.select(columns).join(keys, on=key, how="semi", nulls_equal=True, maintain_order="left")


def _without_differing(tray: Tray, source: Source, rows: pl.DataFrame) -> pl.DataFrame:
    """Ask about rows of one key that differ, and give the others."""
    told = rows.with_columns(pl.concat_str(_differing(source), separator=", ", ignore_nulls=True).alias("differ in"))
    is_alike = pl.col("differ in") == ""
    for (columns,), group in told.filter(~is_alike).group_by("differ in", maintain_order=True):
        message = DIFFERING.format(key=_key(source), columns=columns)
        tray.note_rows(group["row"], None, "differing-rows", "error", message)
    return told.filter(is_alike)


def _differing(source: Source) -> Sequence[pl.Expr]:
    """The heading of each column in which rows of one key differ, null where they agree."""
    told = [column for column in source.columns if column.name not in source.key]
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
