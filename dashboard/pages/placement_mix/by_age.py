"""Where children of each age live."""

import polars as pl

from dashboard.charts.heatmap import heat
from dashboard.data.cache import kept
from dashboard.data.comparisons import focused
from dashboard.data.figures import metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.publishable import noted, together
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.wording import direction, figure_of, said, short, unsaid
from dashboard.pages.placement_mix.shares import SLUG, Pair, named, parts_of
from metrics import Metric


@kept_for_reader(500)
def ages(chosen: Selection) -> pl.DataFrame:
    """Give, of the focus's children of each age, the share in each placement type; zero where there are none."""
    known = focused(SLUG, together(chosen), ("placement_type", "age_band")).drop_nulls("age_band")
    keys = ["placement_type", "age_band"]
    grid = known.select(keys[0]).unique().join(known.select(keys[1]).unique(), how="cross")
    absent = grid.join(known, on=keys, how="anti").with_columns(value=pl.lit(0.0))
    return pl.concat([known, absent], how="diagonal").sort(keys)


@kept(200)
def types(rows: pl.DataFrame) -> dict[str, str]:
    """Give the placement types with 1% of any age or a hidden figure, as one group of a heat map's rows.

    The table has the others too.
    """
    telling = rows.filter((pl.col("value") >= 1) | pl.col("value").is_null())
    return dict.fromkeys(named(telling, "placement_type"), "Placement type")


@kept(500)
def commonest(metric: Metric, rows: pl.DataFrame) -> str:
    """Say at which age one placement type leads most clearly. Columns: placement_type, age_band, a figure's."""
    ages = rows["age_band"].unique().sort().cast(pl.String).to_list()
    leads = [lead for age, some in parts_of(rows, "age_band", ages) if (lead := _lead(age, some))]
    if not rows["value"].count():
        return unsaid(rows)
    if not rows["lower"].count() or rows["placement_type"].n_unique() == 1:
        top = rows.sort("value", descending=True, nulls_last=True).row(0, named=True)
        return short(f"{top['placement_type']}: {said(metric, figure_of('', top))} at {top['age_band'].lower()}")
    if not leads:
        return "No placement type clearly leads at any age"
    age, first, _ = max(leads, key=lambda lead: (lead[1].value or 0) - (lead[2].value or 0))
    return short(f"{first.series} most common at {age.lower()} ({said(metric, first)})")


def _lead(age: str, rows: pl.DataFrame) -> Pair | None:
    """The commonest and the second type of an age, where the lead is beyond their intervals."""
    seen = rows.filter(pl.col("value").is_not_null() & (pl.col("value") > 0)).sort("value", descending=True)
    figures = [figure_of(str(row["placement_type"]), row) for row in seen.head(2).iter_rows(named=True)]
    if len(figures) < 2 or not direction(figures[0], figures[1]):
        return None
    return age, figures[0], figures[1]


@figure_part("The mix by age")
def by_age_figure(selection: Selection) -> Figure:
    """Give where children of each age live."""
    rows = ages(selection)
    layout = {"row": "placement_type", "column": "age_band", "groups": types(rows), "columns": named(rows, "age_band")}
    return described(
        Figure(
            metric=metric(SLUG),
            rows=rows,
            chart=heat,
            selection=together(selection),
            title=commonest(metric(SLUG), rows),
            note=noted(selection, "Each age adds up to 100%."),
            options=layout,
        )
    )
