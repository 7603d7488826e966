"""How many children have a price but no episode?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Children with a price but no episode",
    unit=Unit.CHILDREN,
    statistic=Statistic.COUNT,
    polarity=Polarity.LOW,
    source="Placement cost pro forma; SSDA903 episodes",
)
def priced_without_episode(prices_in_force: pl.LazyFrame) -> pl.LazyFrame:
    """Children with a price in force at a date who have no episode while it lasts.

    Such a price is in no figure of cost: what it was paid for is not known. The child may stand under another
    identifier in the return, or have left care. Of a price that has an episode, days outside care are left out of
    every figure and told in the checks of the returns. A child has one price in force at a time.
    """
    return counted(prices_in_force.filter(~pl.col("is_episode_known")), 1)
