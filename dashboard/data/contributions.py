"""What moved a figure since the same time a year before: the parts of its change, from released figures alone."""

from typing import Final

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.cache import kept
from dashboard.data.comparable_periods import of_year
from dashboard.data.comparisons import each_year
from dashboard.data.data_source import tables_of, version
from dashboard.data.figures import figures, metric
from dashboard.data.headlines import A_YEAR, is_level
from dashboard.filters.selection import Selection, month_ends, months_before
from metrics import METRICS, Release, Statistic, Theme
from metrics.engine.groupings import groupings
from metrics.statistics.contributions import Part, contributions

BOROUGH: Final = "borough"
GROUP: Final = "broad_group"
PROVIDER: Final = "provider"

Ends = tuple[pl.DataFrame, pl.DataFrame]
"""Figures now, and a year before."""


def moved(slug: str, chosen: Selection) -> dict[str, list[Part]]:
    """Give what each part adds to the change of the focus's figure on the year before, by dimension.

    Of the whole consortium by borough and placement group; of a borough by placement group and, of what it pays in the
    working release, by provider. A dimension that the measure does not have is left out, and so is one whose whole is
    hidden.
    """
    found = {by: _parts(slug, by, chosen) for by in _dimensions(slug, chosen)}
    return {by: parts for by, parts in found.items() if parts}


def _dimensions(slug: str, chosen: Selection) -> list[str]:
    card, able, is_working = metric(slug), _able(slug, version()), scope().release is Release.WORKING
    tells = {
        BOROUGH: chosen.focus is None,
        GROUP: card.theme is not Theme.PLACEMENT_MIX and (is_working or card.statistic is not Statistic.SHARE),
        PROVIDER: bool(chosen.focus) and card.theme is Theme.COST and is_working,
    }
    return [by for by, does in tells.items() if does and by in able]


@kept(200)
def _able(slug: str, version: str) -> frozenset[str]:
    return frozenset(groupings(METRICS[slug], tables_of(version)))


def _parts(slug: str, by: str, chosen: Selection) -> list[Part]:
    now, before = _ends(slug, (by,), chosen)
    return contributions(now, before, by, whole=_ends(slug, (), chosen), scale=metric(slug).unit.scale)


def _ends(slug: str, by: tuple[str, ...], chosen: Selection) -> Ends:
    """Figures of the period and of the year before; those of a level by borough are the months' that cards rest on."""
    of_months = is_level(metric(slug)) and set(by) <= {BOROUGH}
    if of_months:
        return _of_months(slug, by, chosen)
    return each_year(slug, chosen, by)


def _of_months(slug: str, by: tuple[str, ...], chosen: Selection) -> Ends:
    focused = (BOROUGH,) if chosen.focus else by
    where = chosen.where() if chosen.focus else of_year(slug, chosen.where(), chosen.when).where
    run = figures(slug, (*focused, "month"), where=where, when=chosen.trend)
    mine = run.filter(pl.col(BOROUGH) == chosen.focus) if chosen.focus else run
    first = months_before(chosen.end, A_YEAR + 1)
    return mine.filter(month=chosen.end), mine.filter(month=month_ends(first, first)[0])
