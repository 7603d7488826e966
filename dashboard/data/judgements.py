"""Judgements for pages: what changed and who differs, by children, kept by what the reader may see."""

from dataclasses import dataclass

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data.data_source import tables
from dashboard.data.figures import applied, figures, metric
from dashboard.data.nearest_query import coarse_filters
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.selection import Selection
from metrics import Release, When
from metrics.chance.judgements import WHOLE, Asked, apart, changes, steps


@dataclass(frozen=True)
class Judged:
    """Which way a figure is from another (1, -1 or 0), and how often chance alone would take it as far (0 to 1)."""

    way: int
    chance: float


def changed(
    slug: str, chosen: Selection, before: When | None = None, without: frozenset[str] = frozenset()
) -> dict[str, Judged]:
    """Judge the change of each borough whose name the reader may see, and of the consortium, on a year before.

    Whichever borough is in focus. `without` names boroughs that are left out of the consortium.
    """
    return _changed(slug, chosen.all_boroughs, before or chosen.when.before(), without)


@kept_for_reader(500)
def _changed(slug: str, chosen: Selection, before: When, without: frozenset[str]) -> dict[str, Judged]:
    rows = _of_reader(changes(_asked(slug, chosen), chosen.when, before, without=without))
    if not all(_is_told(slug, chosen, when) for when in (chosen.when, before)):
        rows = rows.filter(pl.col("by") != WHOLE)
    return {
        _named(row["by"]): Judged((row["change"] > 0) - (row["change"] < 0), row["chance"])
        for row in rows.iter_rows(named=True)
    }


@kept_for_reader(500)
def apart_from_others(slug: str, chosen: Selection) -> dict[str, Judged]:
    """Judge each borough whose name the reader may see against the others together, where these may be told."""
    if not _is_told(slug, chosen, chosen.when):
        return {}
    rows = _of_reader(apart(_asked(slug, chosen), chosen.when))
    return {row["by"]: Judged(row["way"], row["chance"]) for row in rows.iter_rows(named=True)}


@kept_for_reader(500)
def way_of_step(slug: str, chosen: Selection, before: When, now: When, *, is_known: bool) -> int:
    """Give which way the focus's, or the consortium's, months have stepped; 0 where chance may make as much."""
    rows = _of_reader(steps(_asked(slug, chosen.all_boroughs), before, now, is_known=is_known))
    if not all(_is_told(slug, chosen, when) for when in (before, now)):
        rows = rows.filter(pl.col("by") != WHOLE)
    ways: dict[str, int] = dict(rows.iter_rows())
    return ways.get(chosen.focus or WHOLE, 0)


def _asked(slug: str, chosen: Selection) -> Asked:
    release, where = scope().view.release, applied(slug, chosen.where())
    kept = where if release is Release.WORKING else coarse_filters(where)
    return Asked(metric(slug), tables(), kept, release)


def _of_reader(rows: pl.DataFrame) -> pl.DataFrame:
    own = scope().view.boroughs
    return rows if own is None else rows.filter(pl.col("by").is_in([*own, WHOLE]))


def _is_told(slug: str, chosen: Selection, when: When) -> bool:
    """Say whether the others' figure may be told to a reader who is kept to some boroughs: else it is one borough's."""
    if scope().view.boroughs is None:
        return True
    return not figures(slug, where=chosen.where(), when=when)["value"].has_nulls()


def _named(by: str) -> str:
    return CONSORTIUM if by == WHOLE else by
