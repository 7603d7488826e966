"""What is said before an event: how many figures, how many are hidden and why, and whether they are safe to share."""

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from dashboard.pages.event.safety_check import troubles as troubles_of
from dashboard.pages.event.suppression_counts import Cells, Shown

WHY: Final = (
    "Counts of 1 to 9 children are hidden [c], and so is every share, mean or rate that rests on so few.",
    "None and all of a group of fewer than 20 are hidden: they would say something of each child in it.",
    "Where one figure of a line is hidden, the smallest other one is too, so that the total does not tell it.",
    "Prices of bought care are hidden where fewer than three providers, or two large ones, stand behind them.",
    "Every other count is moved by a little, the same way each time, then rounded to 5; money to three figures.",
    "No provider is named; no record, download, table or number behind a chart reaches the browser.",
)

ENDS: Final = (
    "Only signing in again ends event mode. Where nobody signs in, it ends when the plain address is opened again."
)


def troubles(run: Sequence[Shown]) -> dict[str, list[str]]:
    """Give what must not be seen, by the title of the figure; nothing where all are safe to share."""
    found = {one.title: troubles_of(one.frames, (one.title, one.about, *one.words)) for one in run}
    return {title: why for title, why in found.items() if why}


def safe(run: Sequence[Shown]) -> str:
    """Say that a run is safe to share, and what it comes to."""
    every = sum((one.cells for one in run), Cells())
    pages = len({one.page for one in run})
    hidden = f"{every.hidden:,} of them ({every.share:.0f}%) hidden" if every.hidden else "none of them hidden"
    return (
        f"**Safe to share:** {len(run)} screen{'s' * (len(run) != 1)} from {pages} page{'s' * (pages != 1)} with "
        f"{every.all:,} figures, {hidden}. Each was looked at as it will be shown: no provider's name, no child, "
        "no count under 10, nothing that is not rounded."
    )


def not_safe(troubles: Mapping[str, Sequence[str]]) -> str:
    """Say which figures must not be shown, and why."""
    told = "; ".join(f"{title}: {' '.join(why)}" for title, why in troubles.items())
    return f"**Not safe to share.** Leave these figures out, and tell your administrator: {told}"


def table(rows: Sequence[tuple[str, Sequence[Cells]]]) -> pl.DataFrame:
    """Give a row a page: screens, figures shown, figures hidden; words as on screen."""
    told = [(page, f"{len(screens)}", *_counted(sum(screens, Cells()))) for page, screens in rows]
    return pl.DataFrame(told, schema=["Page", "Screens", "Figures shown", "Figures hidden"], orient="row")


def _counted(cells: Cells) -> tuple[str, str]:
    return f"{cells.shown:,}", f"{cells.hidden:,} ({cells.share:.0f}%)"
