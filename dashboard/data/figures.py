"""Figures for pages: asked by name and hashable arguments, cached by those, the data version and the release."""

from collections.abc import Mapping
from datetime import date

import polars as pl
import streamlit as st

from dashboard.access import scope
from dashboard.data.source import tables_of, version
from metrics import METRICS, Metric, Release, Theme, When, measure
from metrics.groupings import filters

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

    Filters that the metric cannot take are left out; `left_out` says which.
    """
    kept = tuple(sorted(applied(slug, where or {}).items()))
    span = (when.start, when.end) if when else None
    return _figures(slug, by, kept, span, scope().release, version())


def applied(slug: str, where: Where) -> dict[str, tuple[str, ...]]:
    """Give the filters that a metric can take."""
    can = _columns(slug, version())
    return {column: values for column, values in where.items() if column in can}


def left_out(slug: str, where: Where) -> list[str]:
    """Name the filtered columns that a metric cannot be filtered by."""
    return sorted(where.keys() - _columns(slug, version()))


@st.cache_resource(show_spinner=False, max_entries=5000)
def _figures(
    slug: str, by: tuple[str, ...], where: Kept, span: tuple[date, date] | None, release: Release, version: str
) -> pl.DataFrame:
    when = When(*span) if span else None
    return measure(METRICS[slug], tables_of(version), by=by, where=dict(where), when=when, release=release)


@st.cache_data(show_spinner=False, max_entries=500)
def _columns(slug: str, version: str) -> frozenset[str]:
    """The dimensions that a metric can be filtered by."""
    return frozenset(filters(METRICS[slug], tables_of(version)))
