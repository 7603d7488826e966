"""Which returns speak of which population, and up to which day."""

from datetime import date
from typing import Final

import polars as pl

from metrics.held import remembered
from metrics.populations import Tables

WHOLE_RETURN: Final = "ssda903_xml"
EPISODES: Final = ("ssda903_episodes", WHOLE_RETURN)

SPOKEN_OF_BY: Final[dict[str, tuple[str, ...]]] = {
    "census": EPISODES,
    "settled_census": EPISODES,
    "exchanges": EPISODES,
    "started_care": EPISODES,
    "ceased_care": EPISODES,
    "looked_after": EPISODES,
    "moved_census": EPISODES,
    "care_days": EPISODES,
    "prices_in_force": ("costs",),
    "priced_census": ("costs",),
    "priced_days": ("costs",),
    "priced_days_year_before": ("costs",),
    "priced_children": ("costs",),
    "explained_census": ("costs",),
    "needed_days_year_before": ("costs",),
    "same_care": ("costs",),
    "assessed_census": ("needs",),
    "needs_census": ("needs",),
    "levelled_census": EPISODES,
    "strengths": ("ssda903_oc2", WHOLE_RETURN),
    "scored_children": ("ssda903_oc2", WHOLE_RETURN),
    "incidents": ("incidents",),
    "costed_incidents": ("incidents",),
    "incidents_year_before": ("incidents",),
    "went_missing": ("ssda903_missing", WHOLE_RETURN),
}
"""Each population and the sources that speak of it; one that stands apart from the returns has none."""

ONCE_A_YEAR: Final = frozenset({SPOKEN_OF_BY["strengths"]})
"""Sources that speak on 31 March of the year before it: one such day in a period is enough."""


def data_date(tables: Tables) -> date:
    """Give the last day that every borough's episodes speak of; 31 March 2025 when nothing is loaded."""
    return remembered(tables, "data date", lambda: _last_of_all(tables)) or date(2025, 3, 31)


def _last_of_all(tables: Tables) -> date | None:
    loaded = tables["loaded"].filter(pl.col("source").is_in(EPISODES) & pl.col("as_at").is_not_null())
    return loaded.group_by("borough").agg(pl.col("as_at").max()).select(pl.col("as_at").min()).collect().item()
