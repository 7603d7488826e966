"""What the statistics say about the mix of placements."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from math import sqrt
from typing import Any, Final

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data.cache import kept
from dashboard.data.comparisons import Figure
from dashboard.insights.sentences import direction, figure_of, said, short
from metrics import Metric

NONE: Final = "No children to show"
TOO_FEW: Final = "Too few children to say"

ALIKE: Final = "No borough clearly differs from the consortium"

Pair = tuple[str, Figure, Figure]
"""What it is about, one figure, and the figure to hold it against."""


@kept(500)
def changed(metric: Metric, months: pl.DataFrame, part: str, kept: list[str], since: date) -> str:
    """Say which part's share changed most to the last month, of those kept. Columns: month, `part`, a figure's.

    Nothing is held against a month before `since`, a break in series, unless all are before it.
    """
    months = months if (months["month"] < since).all() else months.filter(pl.col("month") >= since)
    pairs = [_ends(name, rows) for name, rows in _parts(months, part, kept)]
    known = [pair for pair in pairs if pair]
    if not known:
        return unsaid(months)
    if not _has_ranges(known):
        return _largest(metric, [(name, last) for name, last, _ in known])
    told = _farthest(known)
    if told is None:
        return short(f"No clear change over {months['month'].n_unique()} months")
    name, last, first = told
    way = "up" if direction(last, first) > 0 else "down"
    start, end = _alike(metric, first, last)
    return short(f"{name} {way} from {start} to {end} since {months['month'].min():%B %Y}")


@kept(500)
def apart(metric: Metric, rows: pl.DataFrame, part: str, kept: list[str], focus: str | None) -> str:
    """Say where the focus, or any borough, is farthest from the consortium, in the parts kept.

    Columns: series, `part`, a figure's.
    """
    names = [focus] if focus else [name for name in rows["series"].unique().sort() if name != CONSORTIUM]
    seen = rows.filter(pl.col("series").is_in([*names, CONSORTIUM])).iter_rows(named=True)
    known = {(str(row[part]), row["series"]): row for row in seen if row["value"] is not None}
    pairs = [pair for name in kept for who in names if (pair := _against(name, known, who))]
    if not pairs:
        return unsaid(rows)
    if not _has_ranges(pairs):
        return _largest(metric, [(name, mine if focus else every) for name, mine, every in pairs])
    told = _farthest(pairs)
    if told is None:
        return f"{focus}: no clear difference from the consortium" if focus else ALIKE
    name, mine, every = told
    way = "higher" if direction(mine, every) > 0 else "lower"
    both = _alike(metric, mine, every)
    return short(
        f"{name}: {way} in {mine.series} ({both[0]}) than in the consortium ({both[1]})",
        f"{name}: {mine.series} {both[0]}, consortium {both[1]}",
    )


@kept(500)
def commonest(metric: Metric, rows: pl.DataFrame) -> str:
    """Say at which age one placement type leads most clearly. Columns: placement_type, age_band, a figure's."""
    ages = rows["age_band"].unique().sort().cast(pl.String).to_list()
    leads = [lead for age, some in _parts(rows, "age_band", ages) if (lead := _lead(age, some))]
    if not rows["value"].count():
        return unsaid(rows)
    if not rows["lower"].count() or rows["placement_type"].n_unique() == 1:
        top = rows.sort("value", descending=True, nulls_last=True).row(0, named=True)
        return short(f"{top['placement_type']}: {said(metric, figure_of('', top))} at {top['age_band'].lower()}")
    if not leads:
        return "No placement type clearly leads at any age"
    age, first, _ = max(leads, key=lambda lead: (lead[1].value or 0) - (lead[2].value or 0))
    return short(f"{first.series} most common at {age.lower()} ({said(metric, first)})")


def _alike(metric: Metric, one: Figure, other: Figure) -> tuple[str, str]:
    """Write two figures to the precision of the one that stands on fewer."""
    n = min(one.n or 0, other.n or 0)
    return said(metric, replace(one, n=n)), said(metric, replace(other, n=n))


def unsaid(rows: pl.DataFrame) -> str:
    """Say why nothing is said."""
    return NONE if rows.is_empty() else TOO_FEW


def _parts(rows: pl.DataFrame, part: str, kept: list[str]) -> Iterable[tuple[str, pl.DataFrame]]:
    for name in kept:
        yield name, rows.filter(pl.col(part).cast(pl.String) == name)


def _ends(name: str, months: pl.DataFrame) -> Pair | None:
    seen = months.filter(pl.col("value").is_not_null()).sort("month")
    if seen.height < 2:
        return None
    return name, figure_of("last", seen.row(-1, named=True)), figure_of("first", seen.row(0, named=True))


def _against(name: str, known: Mapping[tuple[str, str], dict[str, Any]], who: str) -> Pair | None:
    if (name, who) not in known or (name, CONSORTIUM) not in known:
        return None
    return name, figure_of(who, known[name, who]), figure_of(CONSORTIUM, known[name, CONSORTIUM])


def _has_ranges(pairs: list[Pair]) -> bool:
    """Say whether any figure has an interval; the event release gives none, and nothing is compared without."""
    return any(figure.lower is not None for pair in pairs for figure in pair[1:])


def _largest(metric: Metric, parts: list[tuple[str, Figure]]) -> str:
    name, figure = max(parts, key=lambda part: part[1].value or 0)
    return short(f"{name}: the largest share ({said(metric, figure)})")


def _farthest(pairs: list[Pair]) -> Pair | None:
    """The pair that is farthest apart, chance allowed for, among those whose intervals leave each other out."""
    clear = [pair for pair in pairs if direction(pair[1], pair[2], len(pairs))]
    return max(clear, key=_distance, default=None)


def _distance(pair: Pair) -> float:
    _, mine, other = pair
    return abs((mine.value or 0) - (other.value or 0)) * sqrt(mine.n or 0)


def _lead(age: str, rows: pl.DataFrame) -> Pair | None:
    """The commonest and the second type of an age, where the lead is beyond their intervals."""
    seen = rows.filter(pl.col("value").is_not_null() & (pl.col("value") > 0)).sort("value", descending=True)
    figures = [figure_of(str(row["placement_type"]), row) for row in seen.head(2).iter_rows(named=True)]
    if len(figures) < 2 or not direction(figures[0], figures[1]):
        return None
    return age, figures[0], figures[1]
