"""Figures for pages: asked by name and hashable arguments, cached by those, the data version and the reader's view."""

from collections.abc import Mapping
from datetime import date
from time import monotonic
from typing import Final

import polars as pl

from dashboard.auth.current_user import put_refusal_on_record, scope
from dashboard.auth.permissions import View
from dashboard.data.borough_boundary import BOROUGH, Boundary, refused, within
from dashboard.data.cache import kept
from dashboard.data.data_source import loaded_boroughs, tables_of, version
from dashboard.data.nearest_query import answered, unhidden
from dashboard.data.ownership import nameable, owners
from dashboard.data.price_lenders import lenders
from metrics import METRICS, Metric, Release, Theme, When
from metrics.engine.groupings import filters, groupings
from metrics.engine.query import ask
from metrics.measure import behind_of

AHEAD_SECONDS: Final = 6.0
"""For which readers are left with the data that they have, while figures are worked out of newer ones."""

Where = Mapping[str, tuple[str, ...]]
Kept = tuple[tuple[str, tuple[str, ...]], ...]


def metric(slug: str) -> Metric:
    """Give a metric's card."""
    return METRICS[slug]


def metrics(theme: Theme | None = None) -> list[Metric]:
    """Give the cards of a theme, or every card, by title."""
    return sorted((card for card in METRICS.values() if theme in (None, card.theme)), key=lambda card: card.title)


def figures(
    slug: str, by: tuple[str, ...] = (), *, where: Where | None = None, when: When | None = None
) -> pl.DataFrame:
    """Give figures under the reader's release: groupings, numerator, denominator, value, lower, upper, mark, n.

    Filters that the metric cannot take are left out; `left_out` says which. One borough's people are given their own
    boroughs, and the others together as `Other boroughs`.

    Raises:
        PermissionError: a filter names a borough that is not the reader's own.
    """
    kept = applied(slug, where or {})
    span = (when.start, when.end) if when else None
    _refuse_what_is_of_others(slug, kept)
    return _figures(slug, by, tuple(sorted(kept.items())), span, scope().view, version())


def _refuse_what_is_of_others(slug: str, where: Where) -> None:
    view = scope().view
    if view.boroughs is not None and refused(where, _boundary(slug, view.boroughs, view.release, version())):
        put_refusal_on_record("refused", scope().who, {"why": "a figure of another borough", "metric": slug})
        raise PermissionError("Figures of another borough are shown only together with the others'.")


def applied(slug: str, where: Where) -> dict[str, tuple[str, ...]]:
    """Give the filters that a metric can take."""
    can = _columns(slug, version())
    return {column: values for column, values in where.items() if column in can}


def left_out(slug: str, where: Where) -> list[str]:
    """Name the filtered columns that a metric cannot be filtered by."""
    return sorted(where.keys() - _columns(slug, version()))


@kept(5_000)
def _figures(
    slug: str, by: tuple[str, ...], where: Kept, span: tuple[date, date] | None, view: View, version: str
) -> pl.DataFrame:
    when = When(*span) if span else None

    def released(by: tuple[str, ...], where: Where) -> pl.DataFrame:
        return answered(METRICS[slug], tables_of(version), by=by, where=where, when=when, release=view.release)

    def exact(by: tuple[str, ...], where: Where) -> pl.DataFrame:
        return unhidden(METRICS[slug], tables_of(version), by=by, where=where, when=when, release=view.release)

    if view.boroughs is None:
        return released(by, dict(where))
    boundary = _boundary(slug, view.boroughs, view.release, version)

    def lent(by: tuple[str, ...], where: Where) -> pl.DataFrame | None:
        behind = behind_of(tables_of(version), view.release)
        return lenders(ask(METRICS[slug], behind, by, where, when), behind, boundary.others)

    return within(boundary, by, dict(where), released, exact, lent)


def _boundary(slug: str, own: tuple[str, ...], release: Release, version: str) -> Boundary:
    """Give where a reader of some boroughs stops, for a metric; beyond working providers are not kept apart."""
    return Boundary(
        own,
        _others(own, version),
        owners(version) if release is Release.WORKING else {},
        named=nameable(own, version) if release is Release.WORKING else None,
        is_of_boroughs=BOROUGH in _columns(slug, version),
        is_by_borough=BOROUGH in groupings(METRICS[slug], tables_of(version)),
    )


def _others(own: tuple[str, ...], version: str) -> tuple[str, ...]:
    return tuple(name for name in loaded_boroughs(version) if name not in own)


def again(before: str, newest: str) -> None:
    """Work out of newer data what was asked of those before, the latest question first: its readers find it there.

    What is left after `AHEAD_SECONDS` is worked out when somebody asks.
    """
    _figures.ahead(before, newest, monotonic() + AHEAD_SECONDS)


@kept(500)
def _columns(slug: str, version: str) -> frozenset[str]:
    """The dimensions that a metric can be filtered by."""
    return frozenset(filters(METRICS[slug], tables_of(version)))
