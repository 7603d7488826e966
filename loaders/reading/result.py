"""What came of reading one file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from loaders import findings as findings_


@dataclass(frozen=True)
class Reading:
    """Clean tables of one file, and an account of every row that it held.

    `rows` = `accepted` + `set_aside` + `blank`; `repaired` counts the accepted rows in which something was
    changed on purpose. Where `refused` says why, in a sentence for a person, nothing was read. `as_at` is the
    last day that a borough's file speaks of; registers and published figures have no borough, year or day.
    """

    file: str
    source: str | None = None
    borough: str | None = None
    return_year: int | None = None
    as_at: date | None = None
    sha256: str = ""
    rows: int = 0
    accepted: int = 0
    repaired: int = 0
    set_aside: int = 0
    blank: int = 0
    findings: pl.DataFrame = field(default_factory=findings_.none)
    tables: Mapping[str, pl.DataFrame] = field(default_factory=dict[str, pl.DataFrame])
    refused: str | None = None


class RefusedError(Exception):
    """A file cannot be read at all; the message tells a person why and what to do."""
