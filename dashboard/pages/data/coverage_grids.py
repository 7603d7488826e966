"""The grids of what is loaded: boroughs by return year, sources by return year, what is known of children."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import polars as pl

from dashboard.charts.coverage_grid import Line, Slot
from dashboard.charts.number_format import day, written
from dashboard.data.figures import metric
from dashboard.insights import sentences, wording
from dashboard.pages.data.coverage_data import SHARES, Held
from metrics import Unit

NOT_DUE: Final = Slot("not due", "idle", "Due when the return year has ended")


def years(held: Sequence[Held]) -> list[int]:
    """Give the return years, the earliest first."""
    return sorted({each.year for each in held})


def by_borough(held: Sequence[Held], today: date) -> list[Line]:
    """Give a line a borough: how many of the sources due are loaded, by return year, and how old its last day is."""
    names = dict.fromkeys(each.borough for each in held)
    return [Line(name, _counted(held, borough=name), _until(held, name, today)) for name in names]


def _counted(held: Sequence[Held], *, borough: str | None = None, source: str | None = None) -> list[Slot]:
    mine = [each for each in held if borough in (None, each.borough) and source in (None, each.source)]
    return [_count([each for each in mine if each.year == year], borough is not None) for year in years(held)]


def _count(cell: Sequence[Held], is_borough: bool) -> Slot:
    due = [each for each in cell if each.state in ("loaded", "missing") and (each.is_expected or not is_borough)]
    if not due:
        return NOT_DUE if any(each.state == "not due" for each in cell) else Slot("-", "idle", "Not expected")
    there = [each for each in due if each.state == "loaded"]
    names = ", ".join(each.title if is_borough else each.borough for each in due if each.state == "missing")
    if len(there) == len(due):
        rows = [each.rows for each in there if each.rows is not None]
        return Slot(f"All {len(due)}", "all", f"{sum(rows):,} rows" if rows else "")
    if not there:
        return Slot("None", "none", f"Missing: {names}")
    return Slot(f"{len(there)} of {len(due)}", "some", f"Missing: {names}")


def _until(held: Sequence[Held], borough: str, today: date) -> str:
    days = [each.as_at for each in held if each.borough == borough and each.as_at]
    if not days:
        return "nothing loaded"
    old = (today - max(days)).days
    return f"to {max(days):%-d %b %Y}, {old:,} day{'s' * (old != 1)} old"


def by_source(held: Sequence[Held], focus: str | None) -> list[Line]:
    """Give a line a source, by return year: rows of the focus, or how many boroughs have handed it in."""
    kinds = {each.source: each.title for each in held}
    if focus is None:
        return [Line(title, _counted(held, source=slug)) for slug, title in kinds.items()]
    mine = [each for each in held if each.borough == focus]
    return [Line(title, [_one(each) for each in mine if each.source == slug]) for slug, title in kinds.items()]


def of_year(held: Sequence[Held], year: int) -> list[Line]:
    """Give a line a source: whether each borough has handed it in for a return year, boroughs across."""
    mine = [each for each in held if each.year == year]
    kinds = {each.source: each.title for each in mine}
    return [Line(title, [_one(each) for each in mine if each.source == slug]) for slug, title in kinds.items()]


def _one(held: Held) -> Slot:
    if held.state == "loaded":
        until = f"To {day(held.as_at)}, " if held.as_at else ""
        when = f"uploaded {held.at:%-d %b %Y}" if held.at else ""
        return Slot("Loaded" if held.rows is None else f"{held.rows:,}", "all", until + when)
    return (
        Slot("Missing", "none")
        if held.state == "missing"
        else NOT_DUE
        if held.state == "not due"
        else Slot("-", "idle")
    )


def known(shares: Mapping[str, pl.DataFrame]) -> list[Line]:
    """Give a line a borough, the consortium last: of how many children each thing is known."""
    figures = {name: frame.rows(named=True) for name, frame in shares.items()}
    every = {name: wording.figure_of("Consortium", rows[-1]) for name, rows in figures.items()}
    who = [row["series"] for row in next(iter(figures.values()))]
    return [Line(name, [_share(figures[what][at], every[what]) for what in SHARES]) for at, name in enumerate(who)]


def _share(row: dict[str, object], every: sentences.Estimate) -> Slot:
    figure = wording.figure_of(str(row["series"]), row)
    words = written(figure.value, Unit.PERCENT, figure.mark)
    is_low = wording.direction(figure, every) < 0
    tip = "Clearly lower than the consortium" if is_low else ""
    share = None if figure.value is None else figure.value / 100
    return Slot(f"▼ {words}" if is_low else words, "low" if is_low else "", tip, share)


def definitions() -> list[str]:
    """Give the definition of each share, as its metric says."""
    return [f"{name}: {metric(slug).definition.partition('.')[0]}." for name, slug in SHARES.items()]
