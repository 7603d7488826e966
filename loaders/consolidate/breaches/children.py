"""Rules between the tables of a return that speak of one child, and between a return and the one before."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from loaders.consolidate.age import month_of_age
from loaders.consolidate.repairs.episodes import STARTED_CARE, is_over_age

CHILD: Final = ["child", "return_year"]


def child_rules(
    episodes: pl.DataFrame, children: pl.DataFrame, asylum: pl.DataFrame
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Rows that break each rule, by its number; `episodes` carry `as_at`.

    A rule between two tables says nothing of a return that has only one of them.
    """
    yield "EPI", without(children, episodes)
    yield from _headed(episodes, children)
    yield "392b", _without_postcodes(episodes, asylum)
    yield "502", _other_beginning(episodes)
    yield from _told_before(children)


def without(rows: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """Rows about a child of whom the return's other table has no row, where it has that table."""
    handed_in = others.select("borough", "return_year").unique()
    both = rows.join(handed_in, on=["borough", "return_year"], how="semi")
    return both.join(others, on=CHILD, how="anti")


def _headed(episodes: pl.DataFrame, children: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    """Only the month of birth is kept: a rule is broken where it is on every day of that month."""
    born = episodes.join(children.select(*CHILD, "birth_month"), on=CHILD, how="left")
    yield "INT03", without(born.filter(pl.col("birth_month").is_null()), children)
    yield "302", born.filter(pl.col("started") < pl.col("birth_month"))
    of_age = month_of_age().dt.offset_by("1mo")
    begins = pl.col("reason_started") == STARTED_CARE
    yield "352", born.filter(begins & (pl.col("started") >= of_age))
    yield "359", born.filter(is_over_age())


def _without_postcodes(episodes: pl.DataFrame, asylum: pl.DataFrame) -> pl.DataFrame:
    """Episodes without both postcodes; of an unaccompanied asylum-seeking child none is asked for."""
    blank = pl.col("home_postcode_sector").is_null() | pl.col("placement_postcode_sector").is_null()
    asked = episodes.filter(blank & ~pl.col("is_short_break"))
    return asked.join(asylum, on="child", how="anti")


def _other_beginning(episodes: pl.DataFrame) -> pl.DataFrame:
    """First episodes of a child in a return that are not the one that the return before left open."""
    first = episodes.filter(~pl.col("is_short_break")).sort("started").unique(CHILD, keep="first", maintain_order=True)
    left_open = episodes.filter(pl.col("ended").is_null() & ~pl.col("is_short_break"))
    before = left_open.group_by(CHILD).agg(left_open="started", last_day=pl.col("as_at").first())
    after = before.with_columns(return_year=pl.col("return_year") + 1)
    known = first.join(after, on=CHILD)
    return known.filter(~pl.col("started").is_in(pl.col("left_open")))


def _told_before(children: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    """What a return says of a child otherwise than the one before it."""
    before = children.select(*CHILD, _sex="sex", _birth_month="birth_month")
    both = children.join(before.with_columns(return_year=pl.col("return_year") + 1), on=CHILD)
    yield "202", both.filter(pl.col("sex") != pl.col("_sex"))
    yield "203", both.filter(_month("birth_month") != _month("_birth_month"))


def _month(name: str) -> pl.Expr:
    """Month alone: of 29 February the day is kept, of which a return loaded before knew nothing."""
    return pl.col(name).dt.truncate("1mo")
