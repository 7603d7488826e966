"""One provider's own page: its register, its prices by borough over time, its children's needs."""

from datetime import date
from typing import Final

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data.cache import kept
from dashboard.data.data_source import tables_of, version
from dashboard.data.figures import figures
from dashboard.data.loaded import providers
from dashboard.filters.selection import Selection

COLUMNS: Final = {
    "setting": "Setting",
    "provision": "Kind",
    "authority": "Where",
    "places": "Places",
    "judgement": "Ofsted judgement",
    "inspected": "Last full inspection",
}

IS_OPEN: Final = pl.col("registration").ne_missing("Closed")
"""Settings that have closed are in the register for past placements' sake alone."""

ORDER: Final = ["Outstanding", "Good", "Requires improvement", "Inadequate", "Not yet inspected", "Not known"]


def prices(name: str, care: str, chosen: Selection) -> pl.DataFrame:
    """Give the weekly cost of a provider's care by month for each borough that buys it, and all of them: series."""
    where = chosen.only("provider", name).only("type", care).where()
    each = figures("weekly_cost", ("borough", "month"), where=where, when=chosen.trend).rename({"borough": "series"})
    bought = each.filter((pl.col("n").fill_null(1) > 0).any().over("series"))
    every = figures("weekly_cost", ("month",), where=where, when=chosen.trend)
    shown = [bought.with_columns(pl.col("series").cast(pl.String)), every.with_columns(series=pl.lit(CONSORTIUM))]
    return pl.concat([frame.select(shown[0].columns) for frame in shown])


def between(name: str, care: str, chosen: Selection) -> pl.DataFrame:
    """Give what each borough pays a provider beyond what need explains, the dearest first: series."""
    where = chosen.only("provider", name).only("type", care).where()
    rows = figures("unexplained_cost", ("borough",), where=where, when=chosen.when).rename({"borough": "series"})
    there = rows.filter(pl.col("n").is_null() | (pl.col("n") > 0))
    return there.with_columns(pl.col("series").cast(pl.String)).sort("value", descending=True, nulls_last=True)


def needs(name: str, care: str, chosen: Selection) -> pl.DataFrame:
    """Give the mean score of each indicator of need of a provider's children and of the market's: label, series."""
    market = chosen.without("provider").only("type", care)
    sides = {
        name: market.only("provider", name).where(focused=True),
        f"Every provider, {care}": market.where(),
    }
    rows = [_scores(who, where, chosen) for who, where in sides.items()]
    return pl.concat(rows)


def _scores(who: str, where: dict[str, tuple[str, ...]], chosen: Selection) -> pl.DataFrame:
    found = figures("need_score_mean", ("indicator",), where=where, when=chosen.when)
    told = found.select(pl.col("indicator").cast(pl.String).alias("label"), pl.exclude("indicator"))
    return told.select("label", pl.lit(who).alias("series"), pl.exclude("label", "series"))


def register(name: str) -> pl.DataFrame:
    """Give a provider's settings that are open, as the register has them; none in the event release."""
    return _register(name, version()) if name in providers() else pl.DataFrame(schema=list(COLUMNS.values()))


@kept(100)
def _register(name: str, version: str) -> pl.DataFrame:
    rows = tables_of(version)["providers"].filter(IS_OPEN, pl.col("provider") == name).select(list(COLUMNS))
    return rows.sort("provision", "setting").rename(COLUMNS).collect()


def ofsted() -> dict[str, str]:
    """Give the judgements of each provider's settings in words, the best first."""
    return _ofsted(version())


@kept(2)
def _ofsted(version: str) -> dict[str, str]:
    rows = tables_of(version)["providers"].filter(IS_OPEN).group_by("provider", "judgement").len().collect()
    counts: dict[str, dict[str, int]] = {}
    for provider, judgement, count in rows.iter_rows():
        counts.setdefault(str(provider), {})[str(judgement)] = int(count)
    return {provider: judged(found) for provider, found in counts.items()}


def judged(counts: dict[str, int]) -> str:
    """Write judgements and how many settings have each: `Good`, or `Good 3, Inadequate 1`."""
    known = [word for word in ORDER if word in counts]
    return known[0] if list(counts.values()) == [1] else ", ".join(f"{word} {counts[word]}" for word in known)


@kept(2)
def _inspected(version: str) -> dict[str, date]:
    rows = (
        tables_of(version)["providers"].filter(IS_OPEN).group_by("provider").agg(pl.col("inspected").max()).drop_nulls()
    )
    return {str(provider): day for provider, day in rows.collect().iter_rows()}


def inspected() -> dict[str, date]:
    """Give the day of each provider's latest full inspection."""
    return _inspected(version())
