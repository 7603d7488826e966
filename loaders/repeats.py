"""Rows of one file that stand for the same thing: equal ones count once, contradictory ones are a question."""

from collections.abc import Iterable, Sequence
from typing import Final

import polars as pl

from loaders.source import Source
from loaders.tray import Tray

REPEATED: Final = "The same row stands again further down. It was counted once."
DIFFERING: Final = "Several rows of the same {key} differ in {columns}: none of them was taken. Keep the right one."
LAST_STANDS: Final = "The list has the same {key} again further down, where it says otherwise: that one was taken."
ADVICE: Final = {
    "listed-again": "Nothing: the supplier's own list says it twice.",
    "duplicate": "Nothing: the row counts once. If two are meant, tell them apart in your system.",
    "copied-row": "Nothing: the row counts once. If two are meant, tell them apart in your system.",
    "differing-rows": "Take the wrong ones out of your system, export again and hand the file in again. Until then no "
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
    if source.key and source.repeats == "ask":
        _set_aside_differing(tray, source, again)
    same = tray.frame.select(repeated(source), same=_stands_again(_all(source)))
    tray.note(same["repeated"] & same["same"], None, "duplicate", "error", REPEATED)
    if source.repeats == "last stands":
        message = LAST_STANDS.format(key=_key(source))
        tray.note(same["repeated"] & ~same["same"], None, "listed-again", "error", message)
    tray.set_aside()


def _set_aside_differing(tray: Tray, source: Source, again: pl.Series) -> None:
    keys = tray.frame.filter(again).select(source.key).unique()
    rows = tray.frame.select("row", *dict.fromkeys([*source.key, *_all(source)])).join(keys, on=source.key, how="semi")
    told = rows.select("row", columns=pl.concat_str(_differing(source), separator=", ", ignore_nulls=True))
    for (columns,), group in told.filter(pl.col("columns") != "").group_by("columns", maintain_order=True):
        where = tray.frame["row"].is_in(group["row"].implode())
        message = DIFFERING.format(key=_key(source), columns=columns)
        tray.note(where, None, "differing-rows", "error", message)
    tray.set_aside()


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
