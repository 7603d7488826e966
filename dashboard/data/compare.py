"""One measure for every borough: what the charts of the comparison draw."""

from collections.abc import Mapping

import polars as pl

from dashboard.charts.look import CONSORTIUM
from dashboard.data.compared import Figure, by_borough, compared, focused
from dashboard.data.figures import metric
from dashboard.filters.selection import Selection
from metrics import Metric, Statistic

Pairs = Mapping[str, tuple[Figure, Figure]]
"""Each borough's figure and the consortium's, with the same a year before."""


def has_funnel(card: Metric) -> bool:
    """Say whether size alone gives a measure's limits: a share or a rate of children, each counted once."""
    return card.statistic in (Statistic.SHARE, Statistic.RATE) and card.n_of is None


def is_total(card: Metric) -> bool:
    """Say whether a measure grows with the borough: beside the whole consortium it says nothing but size."""
    return card.statistic in (Statistic.COUNT, Statistic.TOTAL)


def of_boroughs(card: Metric, figures: pl.DataFrame) -> pl.DataFrame:
    """Leave the consortium out of figures by `series` where it would dwarf every borough."""
    return figures.filter(pl.col("series") != CONSORTIUM) if is_total(card) else figures


def over_time(slug: str, chosen: Selection) -> pl.DataFrame:
    """Give the months of the focus and what it is compared with; of a total, or the consortium, alone."""
    if chosen.focus and not is_total(metric(slug)):
        return compared(slug, chosen, ("month",))
    return focused(slug, chosen, ("month",)).select(pl.lit(chosen.name).alias("series"), pl.all())


def month_by_month(slug: str, chosen: Selection) -> pl.DataFrame:
    """Give every borough's months, and the consortium's."""
    return of_boroughs(metric(slug), by_borough(slug, chosen, ("month",)))


def both_years(pairs: Pairs, words: Mapping[str, str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the figures with what changed in words, and the year before's. Columns: series, change, value, mark, n."""
    now = [(who, words.get(who, ""), mine.value, mine.mark, mine.n) for who, (mine, _) in pairs.items()]
    before = [(who, "", then.value, then.mark, then.n) for who, (_, then) in pairs.items()]
    return _frame(now), _frame(before)


def _frame(rows: list[tuple[str, str, float | None, str | None, float | None]]) -> pl.DataFrame:
    schema = {"series": pl.String, "change": pl.String, "value": pl.Float64, "mark": pl.String, "n": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def is_bare(figures: pl.DataFrame) -> bool:
    """Say whether figures stand on nobody, and nothing of them is hidden."""
    hidden = figures["mark"].is_in(["[c]", "[x]", "[p]"]).any()
    return not hidden and not figures["n"].sum()
