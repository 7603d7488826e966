"""What does the missing-from-home service cost?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.sources import CONTRACTS


@metric(
    title="Missing-from-home service, cost",
    unit=Unit.POUNDS,
    statistic=Statistic.TOTAL,
    polarity=Polarity.LOW,
    source="Missing-from-home incidents; contracts",
    n_of="runner",
    reads=(CONTRACTS,),
)
def missing_service_cost(costed_incidents: pl.LazyFrame) -> pl.LazyFrame:
    """What the commissioned service cost in the period for the incidents counted.

    The annual price of the borough's missing-from-home contracts, a twelfth a month, shared equally over all its
    incidents in the period whatever the cohort. Boroughs without such a contract are left out. n is the number of
    young people. After Halton Borough Council, Commissioning Update, 6 January 2011, section 5.9.
    """
    return counted(costed_incidents.drop_nulls("service_cost"), pl.col("service_cost"), 0)
