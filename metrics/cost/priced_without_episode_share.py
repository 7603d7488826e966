"""Of the prices in force, how many have no episode?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Share of prices without an episode",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="Placement cost pro forma; SSDA903 episodes",
)
def priced_without_episode_share(prices_in_force: pl.LazyFrame) -> pl.LazyFrame:
    """Share of the prices in force at a date whose child has no episode while they last.

    Every price in force counts, with an episode, a short break too, or without; one without is in no figure of cost.
    One with an episode is in force on days of care alone.
    """
    return counted(prices_in_force, ~pl.col("is_episode_known"))
