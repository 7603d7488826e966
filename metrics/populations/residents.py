"""Children who live in each authority, and figures as others published them."""

from collections.abc import Mapping

import polars as pl

from metrics.periods import return_year
from metrics.populations.population import population


@population(shared_table="population", takes_filters=False, is_of_children=False)
def residents(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children aged 0 to 17 by borough for each period: the mid-year before its return year, or the latest known.

    The DfE rates children looked after on 31 March 2025 against the mid-2024 estimate.
    """
    boroughs = tables["episodes"].select("borough").unique()
    asked = calendar.with_columns(mid_year=return_year(pl.col("period_end")) - 1).sort("mid_year")
    known = tables["population"].rename({"authority": "borough", "children": "population"}).sort("mid_year")
    pairs = asked.join(boroughs, how="cross").sort("mid_year")
    return pairs.join_asof(known, on="mid_year", by="borough", strategy="backward", check_sortedness=False)


@population(shared_table="published", is_of_children=False)
def published(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Published figures, whatever their own period says: one row each, under the one period asked for."""
    return tables["published"].rename({"authority": "borough"}).join(calendar, how="cross")
