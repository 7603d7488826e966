"""Text that comes from files and people, made to be read as it is written wherever Streamlit takes Markdown.

Streamlit reads Markdown, mathematics, colours, icons and emoji in titles, captions, messages, labels, help and cells of
tables. Some of it a backslash keeps from it; links, arrows and a few icons it makes of the finished text, so an empty
piece of small type stands in between, which nobody sees.
"""

import re
from typing import Final

import polars as pl

STRESS: Final = "**"
"""Stands on both sides of what our own sentences print bold."""

NOTHING: Final = ":small[]"
"""A piece of no text: what stands before it and after it is not read together."""

BREAKS: Final = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+|^ {4,}")
"""What would begin a new line, and the spaces that would make code of one."""

READ: Final = re.compile(
    r"""
    (?P<cut> (?i:https?(?=://) | www(?=\.))                         # links
        | [<>](?==) | <(?=-) | -(?=[->])                            # arrows, dashes, at least and at most
    )
    | (?P<icon> :m(?=aterial[/_]) | :s(?=treamlit:) | :(?=[\w+-]+:) | ~(?==) )
    | (?P<mail> (?<=[-.\w+])@(?=[-\w]) )
    | (?P<mark> [\\`*$~]                                            # code, stress, mathematics, struck out
        | (?<![^\W_])_ | _(?![^\W_])                                # stress, but not inside a word
        | \](?=[(\[:]|$) | \[(?=\^)                                 # links, notes
        | <(?=[A-Za-z/!?]) | &(?=\#|\w)                             # HTML
        | :(?=[\w+:-])                                              # colours, badges, emoji
        | ^(?:[-+](?=[\s-]|$) | \#(?=\#*(?:\s|$)) | > | =)          # lists, headings, quotes
    )
    """,
    re.VERBOSE,
)

NUMBERED: Final = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def plain(words: object) -> str:
    r"""Give text as Markdown that reads as the text: `*Star* Care` as `\*Star\* Care`. On one line.

    Not for badges, in whose words Streamlit itself escapes brackets: they say our own words alone.
    """
    line = BREAKS.sub(" ", str(words))
    return NUMBERED.sub(r"\1\\\2", READ.sub(_kept, line))


def _kept(found: re.Match[str]) -> str:
    """Keep one piece of text from being read as anything else."""
    piece = found[0]
    if found["cut"]:
        return piece + NOTHING
    if found["icon"]:
        return f"\\{piece}{NOTHING}"
    return NOTHING + piece if found["mail"] else f"\\{piece}"


def stressed(words: str) -> str:
    """Give text as `plain` does, but for what our own sentences print bold: what stands between two `STRESS`."""
    pieces = words.split(STRESS)
    return STRESS.join(map(plain, pieces)) if len(pieces) % 2 else plain(words)


def plain_cells(table: pl.DataFrame) -> pl.DataFrame:
    """Give a table whose headings and words read as they are written."""
    texts = [name for name, kind in table.schema.items() if kind.is_(pl.String) or isinstance(kind, pl.Enum)]
    written = [pl.Series(name, [None if cell is None else plain(cell) for cell in table[name]]) for name in texts]
    return table.with_columns(written).rename({name: plain(name) for name in table.columns})
