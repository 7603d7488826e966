"""What do missing children cost the public?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.sources import CONTRACTS


@metric(
    title="Missing from home, total cost",
    unit=Unit.POUNDS,
    statistic=Statistic.TOTAL,
    polarity=Polarity.LOW,
    source="Missing-from-home incidents; contracts",
    n_of="runner",
    reads=(CONTRACTS,),
)
def missing_total_cost(costed_incidents: pl.LazyFrame) -> pl.LazyFrame:
    """What incidents in the period cost: the commissioned service and the police together.

    The service's cost as in its own figure (nothing where a borough has no contract), the police's at an assumed
    GBP 1,000 an incident. Social work and placement costs are not in it. n is the number of young people.
    """
    return counted(costed_incidents, pl.col("service_cost").fill_null(0) + pl.col("police_cost"), 0)
