"""A borough's share as it would be with the ages of all boroughs together, from exact figures alone."""

from typing import Final

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.comparisons import focused
from dashboard.data.figures import figures, metric
from dashboard.filters.selection import Selection
from metrics import Release
from metrics.statistics.standardised_rate import Standardised, standardised

AGES: Final = "age_band"
SUMS: Final = ("numerator", "denominator")


def with_ages_of_all(slug: str, chosen: Selection) -> Standardised | None:
    """Give the focus's share, standardised; None without a focus, or in a release that hides small numbers."""
    if chosen.focus is None or scope().release is not Release.WORKING:
        return None
    everyone = figures(slug, (AGES,), where=chosen.where(), when=chosen.when)
    return standardised_to(everyone, focused(slug, chosen, (AGES,)), metric(slug).unit.scale)


def standardised_to(everyone: pl.DataFrame, mine: pl.DataFrame, scale: float) -> Standardised | None:
    """Standardise figures by age to everyone's ages; None where there are too few, or one of them is hidden.

    Both have age_band, numerator and denominator, the sums null where hidden.
    """
    ages = everyone.select(AGES, standard="denominator")
    both = ages.join(mine.select(AGES, *SUMS), on=AGES, how="left", nulls_equal=True)
    if ages["standard"].has_nulls() or mine.select(SUMS).null_count().sum_horizontal().item():
        return None
    known = both.fill_null(0.0)
    return standardised(
        known["numerator"].to_list(),
        known["denominator"].to_list(),
        known["standard"].to_list(),
        scale=scale,
        is_share=True,
    )
