"""Figures by kind: as fine as the release can show them without hiding much."""

from collections.abc import Callable

import polars as pl

from dashboard.auth.current_user import scope
from metrics import Release
from metrics.dimensions.coarse_categories import BROAD, LABELS

Asked = Callable[[str], pl.DataFrame]


def by_kind(part: str, asked: Asked) -> pl.DataFrame:
    """Give figures by a dimension, or by the broad one that stands for it beyond the working release, under its name.

    `asked` is what gives the figures by a dimension.
    """
    return asked(part) if scope().release is Release.WORKING else _named(asked(BROAD.get(part, part)), part)


def _named(figures: pl.DataFrame, part: str) -> pl.DataFrame:
    return figures.rename({BROAD[part]: part}) if part in BROAD else figures


def grouping(dimension: str) -> str:
    """Give placement group for placement type beyond the working release, which pairs that alone with needs."""
    is_fine = dimension == "placement_type" and scope().release is not Release.WORKING
    return "placement_group" if is_fine else dimension


def kept(part: str, names: list[str]) -> list[str]:
    """Give the names that have a colour of their own, without those that the broad dimension puts together."""
    if scope().release is Release.WORKING or part not in BROAD:
        return names
    return [name for name in names if name in LABELS[part]]
