"""Do children who stay in care stay with the same carer?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.dimensions import age
from metrics.guidance import STABLE_CARE, STABLE_CARER, STABLE_UNDER_AGE
from metrics.sources import HEADER


@metric(
    title="Long-term stability",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.HIGH,
    source="SSDA903 episodes",
    reads=(HEADER,),
)
def long_term_stability(settled_census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children under 16, looked after for 2.5 years or more, who have had the same carer for 2 years or more.

    Of children under 16 at the date who have been looked after without a break for at least 2.5 years: those who
    have lived with the same carer for at least 2 years, or are placed for adoption and have been with the adopters
    and the carer before them together for at least 2 years. Short breaks are left out. Department for Education,
    Stability measures for children looked after in England; the rule for adoption is National Indicator 63's.
    """
    day = pl.col("date")
    is_young = age() < STABLE_UNDER_AGE
    long_in_care = settled_census.filter(is_young & (pl.col("care_started") <= day.dt.offset_by(f"-{STABLE_CARE}")))
    return counted(long_in_care, pl.col("settled_since") <= day.dt.offset_by(f"-{STABLE_CARER}"))
