"""What a week costs by placement type: the middle, the quartiles, and each placement where that may be shown."""

import polars as pl

from dashboard.charts.strip_plot import dots
from dashboard.data.comparisons import Estimate, focused
from dashboard.data.figures import figures, metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.data.single_placements import points
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights import wording
from dashboard.insights.description import described
from dashboard.insights.wording import figure_of
from metrics import Metric


@kept_for_reader(500)
def quartiles(chosen: Selection) -> pl.DataFrame:
    """Give the focus's weekly cost by placement type: lower_quartile, value (the median), upper_quartile."""
    by = ("placement_type",)
    ends = [
        focused(f"weekly_cost_{end}", chosen, by).select("placement_type", pl.col("value").alias(end))
        for end in ("lower_quartile", "upper_quartile")
    ]
    middle = focused("weekly_cost_median", chosen, by)
    joined = middle.join(ends[0], on="placement_type", how="left").join(ends[1], on="placement_type", how="left")
    return joined.filter(pl.col("n").is_null() | (pl.col("n") > 0))


@kept_for_reader(500)
def placements(chosen: Selection) -> pl.DataFrame:
    """Give every priced placement: placement_type, series (borough), value. No rows beyond the working release."""
    found = points("weekly_cost_median", ("placement_type", "borough", "weekly_cost"), chosen.where(), chosen.when)
    return found.rename({"borough": "series", "weekly_cost": "value"})


@kept_for_reader(500)
def medians(chosen: Selection, *, rest: bool = False) -> dict[str, Estimate]:
    """Give the median weekly cost of the focus, or of the rest of the consortium, by placement type."""
    by = ("placement_type",)
    others = tuple(borough for borough in chosen.boroughs if borough != chosen.focus)
    if rest and not chosen.focus:
        return {}
    where = chosen.where() | {"borough": others} if rest else chosen.where(focused=True)
    rows = figures("weekly_cost_median", by, where=where, when=chosen.when)
    return {str(row["placement_type"]): figure_of(str(row["placement_type"]), row) for row in rows.to_dicts()}


def by_type(metric: Metric, mine: dict[str, Estimate], rest: dict[str, Estimate]) -> str:
    """Say which type the focus pays more or less for, or what the type that spends most costs in the middle."""
    differ = [
        (kind, sign) for kind in mine if kind in rest and (sign := wording.direction(mine[kind], rest[kind], len(mine)))
    ]
    if differ:
        kind, sign = max(differ, key=lambda item: abs((mine[item[0]].value or 0.0) - (rest[item[0]].value or 0.0)))
        both = f"{wording.said(metric, mine[kind])} against {wording.said(metric, rest[kind])}"
        return wording.short(
            f"{kind}: {'dearer' if sign > 0 else 'cheaper'} than the rest, {both}",
            f"{kind} {'dearer' if sign > 0 else 'cheaper'}, {both}",
        )
    if rest:
        return "No placement type clearly dearer or cheaper than the rest"
    return _dearest(metric, mine)


def _dearest(metric: Metric, mine: dict[str, Estimate]) -> str:
    known = {kind: figure for kind, figure in mine.items() if figure.value is not None}
    if not known:
        return "Weekly cost by placement type"
    kind, most = max(known.items(), key=lambda item: (item[1].value or 0.0) * (item[1].n or 0.0))
    return f"{kind}: half of placements cost {wording.said(metric, most)} or more"


@figure_part("Weekly cost by type")
def by_type_figure(selection: Selection, note: str) -> Figure:
    """Give the weekly cost of each placement by type, with median and quartiles."""
    cost, box = metric("weekly_cost_median"), f" of {selection.focus}" if selection.focus else ""
    return described(
        Figure(
            metric=cost,
            rows=quartiles(selection),
            chart=dots,
            selection=selection,
            title=by_type(cost, medians(selection), medians(selection, rest=True)),
            note=f"Boxes: median and quartiles{box}. {note}",
            options={"points": placements(selection), "group": "placement_type"},
        )
    )
