"""Readings to upload, of as few rows as a test needs."""

import hashlib
from datetime import date

import polars as pl

from loaders.findings import Found, stacked
from loaders.reading.result import Reading
from loaders.tables import CLEAN
from tests.table import table


def reading(
    source: str = "children",
    text: str = "child\nBRE-1",
    *,
    borough: str | None = "Brent",
    year: int | None = 2025,
    file: str | None = None,
    name: str | None = None,
    findings: tuple[Found, ...] = (),
) -> Reading:
    """A reading of one clean table, given as text; two are the same file where all of that is the same."""
    frame = table(text, like=CLEAN[name or source])
    told = {"borough": borough, "return_year": year}
    frame = frame.with_columns(pl.lit(told[key], frame.schema[key]).alias(key) for key in told if key in frame.columns)
    return Reading(
        file=file or f"{source}.csv",
        source=source,
        borough=borough,
        return_year=year,
        as_at=date(year, 3, 31) if year else None,
        sha256=hashlib.sha256(f"{source}{borough}{year}{file}{text}".encode()).hexdigest(),
        rows=frame.height,
        accepted=frame.height,
        findings=stacked(file or f"{source}.csv", findings),
        tables={name or source: frame},
    )
