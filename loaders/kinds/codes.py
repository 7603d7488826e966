"""Codes: a closed list, written as code or as label."""

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from loaders.kinds.kind import Kind, Years, first_that_reads, reading_by

SHOWN: Final = 8


def _plain(cells: pl.Series) -> pl.Series:
    """Letters and digits only, lower case, and 1 for 1.0."""
    return (
        cells.str.replace(r"^(\d+)\.0+$", "$1")
        .str.to_lowercase()
        .str.replace_all("&", "and")
        .str.replace_all(r"[^a-z0-9<>+]", "")
    )


def _one_of(words: list[str]) -> str:
    return (
        f"one of {', '.join(words)}"
        if len(words) <= SHOWN
        else f"a code of this list ({', '.join(words[:SHOWN])}, ...)"
    )


def code(
    labels: Mapping[str, str],
    *,
    also: Mapping[str, str] | None = None,
    years: Mapping[str, Years] | None = None,
) -> Kind:
    """Kind of a coded column: the code or its label, in any case, becomes the label.

    `also` gives further spellings and the label of each; `years` dates labels that come or go.
    """
    codes, meant = pl.Series(list(labels), dtype=pl.String), pl.Series(list(labels.values()), dtype=pl.String)
    listed = pl.Enum(codes)
    spelt = {**{label: label for label in labels.values()}, **(also or {}), **labels}
    plain = dict(zip(_plain(pl.Series(list(spelt), dtype=pl.String)), spelt.values(), strict=True))

    def exact(cell: pl.Expr) -> pl.Expr:
        return pl.lit(meant).gather(cell.cast(listed, strict=False).to_physical())

    def read(cells: pl.Series) -> pl.Series:
        return first_that_reads(
            cells,
            [
                reading_by(exact),
                lambda left: _plain(left).replace_strict(plain, default=None, return_dtype=pl.String),
            ],
        )

    return Kind("code", _one_of(list(labels)), read, tuple(labels), exact, years or {})


def listed(labels: list[str], *, also: Mapping[str, str] | None = None) -> Kind:
    """Kind of a column that holds one of these labels (or of the further spellings in `also`)."""
    return code({label: label for label in labels}, also=also)


def yes_or_no(*, yes: Sequence[str] = (), no: Sequence[str] = ()) -> Kind:
    """Kind of a column that holds yes or no, or one of further words that amount to it."""
    also = {"yes": "true", "no": "false", "true": "true", "false": "false", "1": "true", "0": "false"}
    words = code({"Y": "true", "N": "false"}, also=also | dict.fromkeys(yes, "true") | dict.fromkeys(no, "false"))

    def first(cell: pl.Expr) -> pl.Expr:
        return pl.when(cell.is_in(["Y", "1"])).then(statement=True).when(cell.is_in(["N", "0"])).then(statement=False)

    return Kind("yes or no", "Y or N", lambda cells: words.read(cells) == "true", ("Y", "N"), first)


yes_no: Final = yes_or_no()
