"""Who pays for placements, and for what part of their cost nobody says who pays."""

from typing import Final

import polars as pl

from dashboard.charts.stacked_bars import stacked
from dashboard.data.comparisons import Estimate, focused, one
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.description import described

NOT_STATED: Final = "Not stated"


FUNDERS: Final = {
    "social_care_share": "Social care",
    "education_share": "Education",
    "health_share": "Health",
    "funder_not_stated_share": NOT_STATED,
}
"""Who pays, and last the part of the cost for which no funder is stated."""


EVERY_TYPE: Final = "All placements"


def partners(chosen: Selection) -> Estimate:
    """Give the share of the focus's cost (%) that education and health pay together."""
    education, health = one("education_share", chosen), one("health_share", chosen)
    if education.value is None or health.value is None:
        return Estimate(chosen.name, None, None, None, education.n, education.mark or health.mark)
    return Estimate(chosen.name, education.value + health.value, None, None, education.n, education.mark or health.mark)


def unstated(chosen: Selection) -> Estimate:
    """Give the share of the focus's cost (%) whose funder is not stated."""
    return one("funder_not_stated_share", chosen)


@kept_for_reader(500)
def funders(chosen: Selection) -> pl.DataFrame:
    """Give who pays (%), for all placements and each type that more than social care pays for: series, funder.

    Where everything has a funder, what is not stated is left out.
    """
    each = [_shares(slug, name, chosen) for slug, name in FUNDERS.items()]
    is_some = pl.col("value").fill_null(1.0) > 0
    shares = pl.concat(each).filter((pl.col("funder") != NOT_STATED) | is_some.any().over("funder"))
    shared = shares.filter((pl.col("funder") != "Social care") & is_some)
    return shares.filter(pl.col("series").is_in([EVERY_TYPE, *shared["series"].unique()]))


def _shares(slug: str, name: str, chosen: Selection) -> pl.DataFrame:
    every = focused(slug, chosen).with_columns(series=pl.lit(EVERY_TYPE))
    types = focused(slug, chosen, ("placement_type",)).rename({"placement_type": "series"})
    rows = pl.concat([every, types.with_columns(pl.col("series").cast(pl.String)).select(every.columns)])
    return rows.select("series", pl.lit(name).alias("funder"), pl.exclude("series"))


def funded(partners: float | None, mark: str | None = None, unstated: float | None = None) -> str:
    """Say what share of the cost education and health pay (%), and for what share nobody says who pays."""
    if partners is None:
        return f"Education and health pay {mark or '[x]'} of the cost"
    paid = f"Education and health pay {partners:.0f}% of the cost"
    if unstated is None or round(unstated) == 0:
        return f"{paid}, social care the rest"
    return f"{paid}, {unstated:.0f}% not stated"


@figure_part("Who pays")
def funders_figure(selection: Selection, note: str) -> Figure:
    """Give who pays: social care, education, health."""
    together, nobody = partners(selection), unstated(selection)
    *named, _ = FUNDERS.values()
    return described(
        Figure(
            metric=metric("social_care_share"),
            rows=funders(selection),
            chart=stacked,
            selection=selection,
            title=funded(together.value, together.mark, nobody.value),
            note=note,
            options={"part": "funder", "kept": named},
        )
    )
