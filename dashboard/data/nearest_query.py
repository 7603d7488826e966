"""The nearest question that a release answers: coarse for fine; where there is none, nothing rather than a guess."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from metrics import Metric, Release, When, measure
from metrics.dimensions.coarse_categories import BROAD, LABELS
from metrics.disclosure import NotInReleaseError
from metrics.disclosure.lattice import nearest
from metrics.measure import behind_of
from metrics.populations import Tables
from metrics.shorthand import CONFIDENTIAL

Where = Mapping[str, tuple[str, ...]]

NUMBERS: Final = ("numerator", "denominator", "value", "lower", "upper", "n")


def answered(
    metric: Metric, tables: Tables, *, by: tuple[str, ...], where: Where, when: When | None, release: Release
) -> pl.DataFrame:
    """Give figures by what was asked, or by the coarse dimension that stands for it, under the name asked for.

    Of what the release does not answer at all there are no rows, or one hidden one where nothing is told apart.
    """
    if release is Release.WORKING:
        return measure(metric, tables, by=by, where=where, when=when)
    try:
        coarse = _coarse(by)
        figures = measure(metric, tables, by=coarse, where=coarse_filters(where), when=when, release=release)
    except NotInReleaseError:
        return _nothing(metric, tables, by, when)
    return figures.rename(dict(zip(coarse, by, strict=True)))


def unhidden(
    metric: Metric, tables: Tables, *, by: tuple[str, ...], where: Where, when: When | None, release: Release
) -> pl.DataFrame:
    """Give the same groups with nothing hidden, of the same tables: for counting who has a part in them, not to show.

    Only of what the release answers.
    """
    behind = behind_of(tables, release)
    if release is Release.WORKING:
        return measure(metric, behind, by=by, where=where, when=when)
    coarse = _coarse(by)
    return measure(metric, behind, by=coarse, where=coarse_filters(where), when=when).rename(
        dict(zip(coarse, by, strict=True))
    )


def _coarse(by: tuple[str, ...]) -> tuple[str, ...]:
    coarse = tuple(nearest(name) for name in by)
    if len(set(coarse)) < len(coarse):
        raise NotInReleaseError("Not in this release: two dimensions that one coarse one stands for.")
    return coarse


def coarse_filters(where: Where) -> dict[str, tuple[str, ...]]:
    """Give filters by coarse dimensions, where a value has the same name there."""
    return {BROAD[name] if _is_broad(name, values) else name: values for name, values in where.items()}


def _is_broad(name: str, values: tuple[str, ...]) -> bool:
    return name in BROAD and {*values} <= {*LABELS[name]}


def _nothing(metric: Metric, tables: Tables, by: tuple[str, ...], when: When | None) -> pl.DataFrame:
    """Figures without rows; without groupings a hidden one, made of no number."""
    shape = measure(metric, tables, by=by, when=when).clear()
    hidden = pl.DataFrame({"mark": [CONFIDENTIAL]})
    return shape if by else pl.concat([shape, hidden], how="diagonal")
