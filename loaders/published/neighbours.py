"""Statistical neighbours (DfE): one row an authority, with the ten most like it side by side."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.authorities import authorities
from loaders.kinds import Kind
from loaders.published.areas import dfe_name, level
from loaders.source import Column, Handed, Source

PLACES: Final = range(1, 11)


def _read(cells: pl.Series) -> pl.Series:
    """Read a DfE number or a name as the DfE's name of an authority."""
    number = pl.col("cell").str.replace(r"\.0+$", "").replace_strict(_by_number(), default=None, return_dtype=pl.String)
    name = pl.coalesce(number, dfe_name(pl.col("cell")))
    known = pl.when(level(pl.col("name")) == "Authority").then("name")
    return cells.to_frame("cell").select(name.alias("name")).select(known).to_series().alias(cells.name)


def _by_number() -> dict[str, str]:
    return {each.dfe_number: each.name for each in authorities()}


_authority: Final = Kind("authority", "an authority's DfE number, or its name", _read)


def _long(frame: pl.DataFrame, _: Handed) -> pl.DataFrame:
    each = [
        frame.filter(pl.col(f"neighbour_{place}").is_not_null()).select(
            "row",
            "authority",
            pl.lit(place).alias("place"),
            pl.col(f"neighbour_{place}").alias("neighbour"),
            pl.col(f"closeness_{place}").alias("closeness"),
        )
        for place in PLACES
    ]
    return pl.concat(each)


NEIGHBOURS: Final = Source(
    slug="neighbours",
    title="Statistical neighbours",
    about="One row an authority: the ten authorities most like it (DfE numbers), the nearest first, and how near.",
    table="neighbours",
    columns=(
        Column("la_name", "authority", _authority, "Authority", "Brent", required=True),
        *(
            column
            for place in PLACES
            for column in (
                Column(f"SN_{place}", f"neighbour_{place}", _authority, f"Neighbour {place}, DfE number", "317"),
                Column(f"SN_{place}P", f"closeness_{place}", kinds.text, "How near it is", "Close", optional=True),
            )
        ),
    ),
    key=("authority",),
    left_out=("old_la_code", "region_ind", "region_name"),
    reshape=_long,
    of_borough=False,
)
