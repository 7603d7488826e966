"""Charts with a line a borough, where there are more boroughs than can be read: those of most children are drawn."""

from typing import Final

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM, Look

MOST: Final = 40
"""Boroughs that have a line of their own: all of London's, a third of England's."""


def few(figures: pl.DataFrame, look: Look) -> pl.DataFrame:
    """Leave the focus, the whole and what was published, and of the boroughs the `MOST` that have most children.

    All are left where there are no more, and where the figures, having no consortium among them, are not of boroughs.
    """
    boroughs = _boroughs(figures, look)
    if len(boroughs) <= MOST:
        return figures
    is_one = pl.col("series").is_in(boroughs)
    sizes = figures.filter(is_one).group_by("series").agg(pl.max("n"))
    largest = sizes.sort(pl.col("n").fill_null(0), "series", descending=[True, False]).head(MOST)
    return figures.filter(~is_one | pl.col("series").is_in(largest["series"].to_list()))


def note(figures: pl.DataFrame, look: Look) -> str:
    """Say which boroughs a chart with a line a borough leaves to the table; nothing where it leaves none."""
    boroughs = len(_boroughs(figures, look))
    return f"Drawn are the {MOST} boroughs of most children; the table has all {boroughs}." if boroughs > MOST else ""


def are_boroughs(figures: pl.DataFrame) -> bool:
    """Say whether figures are of boroughs beside their consortium."""
    return "series" in figures.columns and CONSORTIUM in figures["series"].to_list()


def _boroughs(figures: pl.DataFrame, look: Look) -> list[str]:
    """Name the boroughs other than the focus; what was published of it or of the whole has a date behind its name."""
    names = figures["series"].unique(maintain_order=True).to_list() if are_boroughs(figures) else []
    published = f"{look.focus}, ", f"{CONSORTIUM}, "
    return [name for name in names if look.role(name) == "others" and not name.startswith(published)]
