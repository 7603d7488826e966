"""What does the service cost for each incident?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.sources import CONTRACTS


@metric(
    title="Service cost per incident",
    unit=Unit.POUNDS,
    statistic=Statistic.CHANGE,
    polarity=Polarity.LOW,
    source="Missing-from-home incidents; contracts",
    n_of="runner",
    reads=(CONTRACTS,),
)
def cost_per_incident(costed_incidents: pl.LazyFrame) -> pl.LazyFrame:
    """Cost of the commissioned missing-from-home service over the incidents in the period.

    The annual price of the borough's missing-from-home contracts, a twelfth a month, shared equally over all its
    incidents in the period whatever the cohort. Boroughs without such a contract are left out. n is the number of
    young people. After Halton Borough Council, Commissioning Update, 6 January 2011, section 5.9.
    """
    return counted(costed_incidents.drop_nulls("service_cost"), pl.col("service_cost"))
