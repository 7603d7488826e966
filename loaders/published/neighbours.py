"""Statistical neighbours (DfE): one row an authority, with the ten most like it side by side."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.areas import AUTHORITY
from loaders.source import Column, Handed, Source

PLACES: Final = range(1, 11)


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
        Column("la_name", "authority", AUTHORITY, "Authority", "Brent", required=True),
        *(
            column
            for place in PLACES
            for column in (
                Column(f"SN_{place}", f"neighbour_{place}", AUTHORITY, f"Neighbour {place}, DfE number", "317"),
                Column(f"SN_{place}P", f"closeness_{place}", kinds.text, "How near it is", "Close", optional=True),
            )
        ),
    ),
    key=("authority",),
    left_out=("old_la_code", "region_ind", "region_name"),
    reshape=_long,
    of_borough=False,
)
