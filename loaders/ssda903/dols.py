"""SSDA903: deprivations of liberty, a table of the return from 2026-27 on."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.kinds import Years
from loaders.source import Check, Column, Source
from loaders.ssda903.people import CHILD

DOLO: Final = Source(
    slug="ssda903_dolo",
    title="SSDA903 deprivation of liberty orders",
    about="One row an order of the High Court that deprives a child of liberty (returns from 2027).",
    table="deprivations_of_liberty",
    columns=(
        CHILD,
        Column("DOLO_START", "started", kinds.date, "Day the order began", "14/05/2026", required=True),
        Column("DOLO_END", "ended", kinds.date, "Day the order ended; blank while it lasts", "11/08/2026", is_end=True),
    ),
    key=("child", "started"),
    left_out=("DOB",),
    checks=(
        Check(
            "ended-first",
            "DOLO_END",
            "DOLO_END is before DOLO_START. Correct the dates.",
            pl.col("ended") >= pl.col("started"),
        ),
    ),
    years=Years(first=2027),
)
