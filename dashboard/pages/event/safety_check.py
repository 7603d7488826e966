"""Whether figures are fit to be seen by anyone in the room: looked at once more, as they are about to be shown."""

from collections.abc import Iterable, Sequence
from typing import Final

import polars as pl

from dashboard.charts.chart_style import BENCHMARKS
from dashboard.data.cache import kept
from dashboard.data.data_source import tables_of, version
from dashboard.data.provider_sectors import NOBODY
from metrics import Release
from metrics.disclosure import CONFIDENTIAL, RULES
from metrics.measure import behind_of

NUMBERS: Final = ("numerator", "denominator", "value", "lower", "upper", "n")
OF_CHILDREN: Final = ("child", "upn", "key")
SHORTEST: Final = 4
"""Letters of a provider's name from which it is looked for inside a sentence."""

NAMES: Final = {
    "episodes": ("provider",),
    "providers": ("provider", "setting", "owner_group"),
    "services": ("provider",),
}
"""Where providers' names stand."""


def troubles(frames: Sequence[pl.DataFrame], words: Iterable[str]) -> list[str]:
    """Say what in some frames and words must not be seen in an event; nothing where they are safe to share."""
    text = "\n".join([*words, *(told for frame in frames for told in _texts(frame))])
    found = [
        ("A provider is named.", any(name in text for name in _named(version()))),
        ("A column holds children.", any(set(OF_CHILDREN) & set(frame.columns) for frame in frames)),
        ("A hidden figure has a number beside it.", any(_tells(frame) for frame in frames)),
        ("A count is not rounded.", any(_is_exact(frame) for frame in frames)),
    ]
    return [trouble for trouble, is_so in found if is_so]


def _texts(frame: pl.DataFrame) -> list[str]:
    names = [name for name, dtype in frame.schema.items() if isinstance(dtype, pl.String | pl.Categorical | pl.Enum)]
    return [told for name in names for told in frame[name].cast(pl.String).drop_nulls().unique()]


def _tells(frame: pl.DataFrame) -> bool:
    if "mark" not in frame.columns:
        return False
    hidden = frame.filter(pl.col("mark") == CONFIDENTIAL)
    told = [pl.col(name).is_not_null().any() for name in NUMBERS if name in frame.columns]
    return bool(told) and not hidden.is_empty() and any(hidden.select(told).row(0))


def _is_exact(frame: pl.DataFrame) -> bool:
    """Whether a count of ours is not a multiple of what the release rounds to; what others published is public."""
    of = RULES[Release.EVENT].round_to
    if "n" not in frame.columns:
        return False
    ours = frame.filter(~_is_published()) if "series" in frame.columns else frame
    return bool((ours["n"].drop_nulls() % of != 0).any())


def _is_published() -> pl.Expr:
    series = pl.col("series").cast(pl.String)
    areas = series.str.extract("^([^,]*)").is_in(BENCHMARKS)
    return (areas | series.str.contains("published")).fill_null(value=False)


@kept(2)
def _named(version: str) -> tuple[str, ...]:
    """Every provider's name, whatever the release: to be looked for, never shown."""
    loaded = behind_of(tables_of(version), Release.EVENT)
    columns = [
        loaded[table].select(pl.col(name).cast(pl.String).alias("name"))
        for table, names in NAMES.items()
        for name in names
    ]
    names = pl.concat(columns).unique().drop_nulls().collect()["name"].to_list()
    return tuple(name for name in names if name not in NOBODY and len(name) >= SHORTEST)
