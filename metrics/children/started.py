"""How many children come into care?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Started to be looked after",
    unit=Unit.CHILDREN,
    statistic=Statistic.COUNT,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def started(started_care: pl.LazyFrame) -> pl.LazyFrame:
    """Children who started to be looked after in the period.

    A child who started more than once in the period counts once, at the latest start. A start is an episode whose
    reason is that the child started to be looked after (RNE is S): a change of placement or of legal status is not,
    nor is the first episode on record of a child who was in care before. Care that starts and ends on the same day is
    under 24 hours and no start. Short breaks (legal status V3 or V4) are left out. Department for Education, Children
    looked after in England, methodology: accommodated for a continuous period of more than 24 hours.
    """
    return counted(started_care, 1)
