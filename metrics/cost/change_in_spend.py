"""Why did spend change?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.statistics.spend_bridge import bridge


@metric(
    title="Change in spend on the year before",
    unit=Unit.POUNDS,
    statistic=Statistic.TOTAL,
    polarity=Polarity.NEITHER,
    is_signed=True,
    source="Placement cost pro forma; needs assessments",
    is_price=True,
    n_of="child",
    only_by=("borough", "component", "month", "quarter", "year"),
)
def change_in_spend(priced_days: pl.LazyFrame, needed_days_year_before: pl.LazyFrame) -> pl.LazyFrame:
    """Spend on placements in the period less that on the same days a year before, by what changed.

    Volume is the change in days, at last year's mean price. Mix is this year's days at what their placement types
    cost last year, over last year's mean price. Need is the change in each type's mean need score, at what a point
    of it cost in that type last year (zero where under ten prices tell). Price is the rest. The four add up to
    the change exactly, and so do boroughs: each is split by itself. A type that is new this year counts as mix. Each
    day counts at the latest assessment on or before it. n is the number of children. The split moves with the order
    in which the parts are changed and with the year whose prices are the yardstick; the page says how far, and names
    as a driver only a part that neither that nor chance could have made.
    """
    return counted(bridge(priced_days, needed_days_year_before), pl.col("amount"), 0)
