"""Do children who stay in care stay with the same carer?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.dimensions.catalogue import age
from metrics.engine.sources import HEADER
from metrics.guidance import STABLE_CARE, STABLE_CARER, STABLE_UNDER_AGE


@metric(
    title="Long-term stability",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.HIGH,
    source="SSDA903 episodes",
    reads=(HEADER,),
    leaves_unknown=True,
)
def long_term_stability(settled_census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children under 16, looked after for 2.5 years or more, who have had the same carer for 2 years or more.

    Of children under 16 at the date who have been looked after without a break for at least 2.5 years, the first day
    and the date included (at 31 March since 1 October): those who have lived with the same carer for at least 2 years
    in the same way (since 1 April), or are placed for adoption with others than that carer and have been with the
    adopters and the carer before them together for at least 2 years. A child adopted by the carer it lives with has
    had one carer. Short breaks are left out. Department for Education, Stability measures for children looked after
    in England; the rule for adoption is National Indicator 63's.

    Where the first episode on record of a child does not start care, care and perhaps the carer began in a return that
    is not loaded. Unless its first day is early enough by itself, nobody can say whether such a child counts, nor a
    child without a month of birth: both are left out. The figure is provisional [p] where they are at most one child
    in twenty, and not available [x] where they are more, as in the first years on record.
    """
    long_since, settled = _since(STABLE_CARE), _since(STABLE_CARER)
    is_long = pl.col("care_started") <= long_since
    may_be_long = is_long | pl.col("is_care_older")
    is_stable = pl.col("settled_since") <= settled
    may_be_stable = is_stable | pl.col("is_settled_longer")
    is_unknown = age().is_null() | ~is_long | (is_stable != may_be_stable)
    asked = settled_census.filter((age() < STABLE_UNDER_AGE).fill_null(value=True) & may_be_long)
    return counted(asked, is_stable).with_columns(is_unknown=is_unknown)


def _since(span: str) -> pl.Expr:
    """Give the latest first day of a span of time that includes the date: at 31 March a year is since 1 April."""
    return pl.col("date").dt.offset_by("1d").dt.offset_by(f"-{span}")
