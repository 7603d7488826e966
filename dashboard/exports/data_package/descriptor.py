"""What the package says of itself: a Frictionless tabular data package (specs.frictionlessdata.io, version 1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import polars as pl

from dashboard.exports.data_package.tables import KEY
from metrics import Release
from metrics.disclosure.lattice import VERSION

FILE: Final = "datapackage.json"

WORDS: Final = {
    "measure": "The measure: see the table measures.",
    "unit": "The unit of value, lower and upper. Percentages are 0 to 100.",
    "area": "A borough, the boroughs that are not named together, or the whole consortium.",
    "dimension": "What the children are told apart by: see the table dimensions. All: by nothing.",
    "category": "Which of them. All: every one.",
    "dimension_2": "A second dimension, of the whole consortium alone.",
    "category_2": "Which of them.",
    "period": "What the period is: at a date, twelve months, return year (1 April to 31 March), month.",
    "period_start": "First day, included.",
    "period_end": "Last day, included. A figure at a date is of this day.",
    "value": "The figure. Missing where it is hidden or not there: mark says why.",
    "lower": "Lower end of the 95% interval, where one is given.",
    "upper": "Upper end of the 95% interval, where one is given.",
    "numerator": "What is counted or summed.",
    "denominator": "What it is divided by, where it is divided.",
    "n": "Children (or incidents) that the figure rests on.",
    "mark": "Shorthand of the Government Analysis Function: see the table marks.",
}
"""What the columns of figures mean."""

TYPES: Final[Mapping[type[pl.DataType], str]] = {pl.String: "string", pl.Date: "date", pl.Float64: "number"}

RELEASES: Final = {
    Release.BOARD: "Board release: small numbers are protected, and what is shown of few children is near, not exact.",
    Release.WORKING: "Working release: exact figures, for signed-in staff only. Not for publication.",
}


@dataclass(frozen=True)
class File:
    """A file of the package: its bytes and their SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True)
class About:
    """What a package is of: data version, release, when the data came in, the day that they go to."""

    version: str
    release: Release
    moment: datetime
    data_to: date
    is_fictional: bool


@dataclass(frozen=True)
class Contents:
    """What a package is asked to hold: measures, to a month's end."""

    measures: tuple[str, ...]
    end: date


def is_of(descriptor: Mapping[str, Any], contents: Contents) -> bool:
    """Say whether a package holds what is asked."""
    return (descriptor["measures"], descriptor["end"]) == ([*contents.measures], contents.end.isoformat())


def described(
    about: About, contents: Contents, tables: Mapping[str, pl.DataFrame], files: Mapping[str, File]
) -> dict[str, Any]:
    """Give the descriptor: every table twice, as CSV and as Parquet, with its columns' types and meaning."""
    fictional = " Fictional data." if about.is_fictional else ""
    return {
        "profile": "data-package",
        "name": "placement-figures",
        "title": "Placement commissioning: figures",
        "description": f"{RELEASES[about.release]}{fictional} Data to {about.data_to:%Y-%m-%d}.",
        "version": about.version,
        "created": about.moment.isoformat(),
        "release": about.release.value,
        "lattice": VERSION,
        "measures": [*contents.measures],
        "end": contents.end.isoformat(),
        "resources": [_resource(name, table, files) for name, table in tables.items()],
        "parquet": [{"path": f"{name}.parquet", **_told(files[f"{name}.parquet"])} for name in tables],
    }


def _resource(name: str, table: pl.DataFrame, files: Mapping[str, File]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_told(files[f"{name}.csv"]),
        "schema": {"fields": [_field(*column) for column in table.schema.items()], **_keys(name, table)},
    }


def _told(file: File) -> dict[str, Any]:
    return {"bytes": file.size, "hash": f"sha256:{file.sha256}"}


def _field(name: str, dtype: pl.DataType) -> dict[str, Any]:
    told = {"name": name, "type": TYPES[dtype.base_type()]}
    return told | ({"description": WORDS[name]} if name in WORDS else {})


def _keys(name: str, table: pl.DataFrame) -> dict[str, Any]:
    """Figures are told apart by all that stands before the value, and each has its measure in the table of those."""
    if name != "figures":
        return {"primaryKey": [table.columns[0]]}
    measure = {"fields": ["measure"], "reference": {"resource": "measures", "fields": ["measure"]}}
    return {"primaryKey": KEY, "foreignKeys": [measure]}
