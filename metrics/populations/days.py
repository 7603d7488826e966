"""Days of care, whether or not a price is known for them."""

from collections.abc import Mapping

import polars as pl

from metrics.engine.sources import EPISODES
from metrics.populations.asylum import as_at_date
from metrics.populations.periods import overlapping
from metrics.populations.population import population


@population(sources=(EPISODES,), days_of="episodes")
def care_days(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Episodes of care open in each period with the `days` of each there; short breaks are left out."""
    return as_at_date(overlapping(tables["episodes"].filter(~pl.col("is_short_break")), calendar))
