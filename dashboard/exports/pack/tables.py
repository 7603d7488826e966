"""The tables of a pack: measures by borough, and the headline measures in lines."""

from base64 import b64decode
from collections.abc import Sequence

from dashboard.charts.chart_style import CONSORTIUM, Look
from dashboard.charts.number_format import day
from dashboard.charts.sparkline import spark
from dashboard.data import comparisons, completeness, headlines
from dashboard.data import figures as data_figures
from dashboard.data.claims import apart_ways
from dashboard.data.comparisons import Estimate
from dashboard.data.headlines import HEADLINES, is_level
from dashboard.data.headlines import Headline as Asked
from dashboard.exports.pack.model import Cell, Coverage, Headline, Table
from dashboard.exports.pack.settings import Settings
from dashboard.filters.selection import Selection
from dashboard.insights.headline import SMALL_MONTHS, beside, period, rate, shape
from dashboard.insights.position import standing
from dashboard.insights.wording import figure_of, said
from metrics import Metric

BESIDE = "Better, worse, higher or lower: chance is unlikely to explain how the borough differs from the others."


def table(title: str, slugs: Sequence[str], settings: Settings) -> Table:
    """Give measures by borough for the period chosen, the consortium last."""
    metrics = [data_figures.metric(slug) for slug in slugs]
    columns = [_column(metric, settings) for metric in metrics]
    names = [*settings.boroughs, CONSORTIUM]
    rows = tuple((name, tuple(column[name] for column in columns)) for name in names)
    periods = tuple(period(metric, settings.chosen.when) for metric in metrics)
    return Table(title, BESIDE, tuple(metrics), periods, rows)


def _column(metric: Metric, settings: Settings) -> dict[str, Cell]:
    rows = comparisons.by_borough(metric.slug, settings.chosen).iter_rows(named=True)
    figures = {str(row["series"]): figure_of(str(row["series"]), row) for row in rows}
    whole = figures[CONSORTIUM]
    ways = apart_ways(metric.slug, settings.chosen)
    absent = Estimate("", None, None, None, None, "[x]")
    return {
        name: _cell(metric, figures.get(name, absent), whole, ways.get(name, 0))
        for name in (*settings.boroughs, CONSORTIUM)
    }


def _cell(metric: Metric, mine: Estimate, whole: Estimate, way: int) -> Cell:
    found = standing(metric, mine, whole, way)
    verdict = found.word if found.way and mine is not whole and not metric.is_total else ""
    return Cell(mine, said(metric, mine), verdict)


def lines(settings: Settings) -> tuple[Headline, ...]:
    """Give the eight headline measures of the focus."""
    return tuple(_line(each, settings.chosen) for each in HEADLINES)


def _line(each: Asked, chosen: Selection) -> Headline:
    metric = each.metric
    per = f"; {words}" if (words := rate(each, chosen)) else ""
    run, mine = headlines.months(each.slug, chosen), headlines.now(each.slug, chosen)
    small = run[-SMALL_MONTHS:]
    look = Look("light", chosen.focus, metric.unit, metric.title, metric.polarity)
    return Headline(
        metric,
        mine,
        said(metric, mine),
        f"{period(metric, chosen.when)}{_n(mine) if is_level(metric) or mine.n else ''}{per}",
        beside(each, chosen).line,
        _picture([figure.value for _, figure in small], look),
        shape(metric, small),
    )


def _picture(values: Sequence[float | None], look: Look) -> str:
    return b64decode(spark(values, look).partition(",")[2]).decode()


def _n(figure: Estimate) -> str:
    return "" if figure.n is None else f"; n = {figure.n:,.0f}"


def coverage(settings: Settings) -> Coverage:
    """Give how far each borough's returns go."""
    held = completeness.held(settings.chosen)
    rows = tuple((name, tuple(held[name])) for name in (*settings.boroughs, CONSORTIUM) if name in held)
    return Coverage(tuple(completeness.HEADINGS), rows)


def span(chosen: Selection) -> str:
    """Write the period of a pack."""
    return f"{day(chosen.start)} to {day(chosen.end)}"
