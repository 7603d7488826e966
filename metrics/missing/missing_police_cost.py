"""What do missing children cost the police?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Missing from home, cost to the police",
    unit=Unit.POUNDS,
    statistic=Statistic.TOTAL,
    polarity=Polarity.LOW,
    source="Missing-from-home incidents",
    n_of="runner",
)
def missing_police_cost(costed_incidents: pl.LazyFrame) -> pl.LazyFrame:
    """What incidents in the period cost the police, at an assumed GBP 1,000 each.

    The assumption is that of Halton Borough Council, Commissioning Update, 6 January 2011, section 5.9. n is the
    number of young people.
    """
    return counted(costed_incidents, pl.col("police_cost"), 0)
