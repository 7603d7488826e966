"""What a placement costs a week in all, what of it pays for packages, and who pays: from cells to pounds a week.

The rule for joint funding. A blank part of social care is what the other parts leave, for social care buys the
placement. A written part is kept. Parts that fall short of the total leave a rest whose funder is not stated; parts
that exceed it are cut in proportion, for a share of a cost cannot be more than all of it.
"""

from typing import Final

import polars as pl

from loaders import findings
from loaders.costs.payment_basis import a_week
from loaders.kinds import Kind
from loaders.kinds.numbers import read_number
from loaders.source import Handed

PARTS: Final = ["social_care", "education", "health"]
NEAR_ENOUGH: Final = 1.0
"""Pounds a week by which the parts may miss the total without a word: officers round to the pound."""
NEAR_ENOUGH_SHARE: Final = 0.005
"""Share of the total by which the parts may miss it without a word: a contribution is often told as a share."""
LIKELY: Final = (20.0, 50_000.0)
"""Pounds a week between which the price of a placement is likely: beyond, the basis may be a wrong one. No guidance
sets it: published unit costs of authorities run from some hundreds to some twelve thousand pounds a week."""

PERCENT: Final = r"^([\d.]+)\s*%$"


def _from_nothing(cells: pl.Series) -> pl.Series:
    pounds = read_number(cells)
    return pounds.set((pounds < 0).fill_null(value=False), None)


def _read_part(cells: pl.Series) -> pl.Series:
    """Read pounds, or a percentage of the total: a struct of `pounds` and `percent`, one of them null."""
    percent = cells.str.extract(PERCENT).cast(pl.Float64, strict=False)
    percent = percent.set((percent > 100).fill_null(value=False), None)
    parts = pl.DataFrame({"pounds": _from_nothing(cells), "percent": percent})
    either = pl.any_horizontal(pl.all().is_not_null())
    return parts.select(pl.when(either).then(pl.struct("pounds", "percent"))).to_series()


AMOUNT: Final = Kind("money", "an amount in pounds such as 250.00, zero or more", _from_nothing)
PART: Final = Kind(
    "money or share", "an amount in pounds such as 250.00, or a share of the total such as 25%", _read_part
)


def a_week_each(rows: pl.DataFrame, handed: Handed) -> pl.DataFrame:
    """Bring every amount to pounds a week, packages into the total, and shares of the total to pounds."""
    pounds = {part: pl.col(part).struct.field("pounds") for part in PARTS}
    shares = {f"{part}_share": pl.col(part).struct.field("percent") / 100 for part in PARTS}
    rows = rows.with_columns(**shares, **pounds)
    is_added = ~pl.col("includes_packages") & pl.all_horizontal(pl.col("packages", "weekly_cost").is_not_null())
    flags = {"is_fraction": _is_fraction(), "is_added": is_added}
    rows = rows.with_columns(flag.fill_null(value=False).alias(name) for name, flag in flags.items())
    rows = rows.with_columns(pl.col("weekly_cost", "packages", *PARTS) * a_week())
    rows = rows.with_columns(weekly_cost=pl.col("weekly_cost") + pl.when("is_added").then("packages").otherwise(0.0))
    whole = [pl.coalesce(part, pl.col(f"{part}_share") * pl.col("weekly_cost")).alias(part) for part in PARTS]
    return rows.with_columns(whole).with_columns(told=pl.sum_horizontal(PARTS))


def _is_fraction() -> pl.Expr:
    """Whether the parts are shares without their sign, as a workbook keeps 25% as 0.25: nobody pays pence."""
    some = pl.any_horizontal((pl.col(part) > 0) & (pl.col(part) < 1) for part in PARTS)
    return some & (pl.max_horizontal(PARTS) <= 1) & (pl.col("weekly_cost") * a_week() >= LIKELY[0])


def is_given() -> pl.Expr:
    """Whether any funder's part is told."""
    return pl.any_horizontal(pl.col(PARTS).is_not_null())


def over() -> pl.Expr:
    """Pounds a week by which the parts exceed the total; below zero where they fall short."""
    return pl.sum_horizontal(PARTS) - pl.col("weekly_cost")


def allowed() -> pl.Expr:
    """Pounds a week by which the parts may miss the total."""
    return pl.max_horizontal(pl.lit(NEAR_ENOUGH), pl.col("weekly_cost") * NEAR_ENOUGH_SHARE)


def social_care() -> pl.Expr:
    """Social care's part: as told, else what the other parts leave."""
    others = pl.col("education").fill_null(0) + pl.col("health").fill_null(0)
    return pl.coalesce("social_care", (pl.col("weekly_cost") - others).clip(lower_bound=0))


def accounted(rows: pl.DataFrame) -> list[findings.Found]:
    """Say how much the parts of joint funding miss their totals by, all rows together, and what was done."""
    missed = (pl.col("told") - pl.col("weekly_cost")).alias("missed")
    exceeds = rows.filter(missed > allowed()).select(missed).to_series()
    short = rows.filter(over() < -allowed()).select(over()).to_series()
    return [
        *_said("parts-cut", exceeds, "exceeds its total", "the parts were cut in proportion"),
        *_said("funder-not-stated", -short, "falls short of its total", "shown as funder not stated"),
        *_added(rows),
    ]


def _said(code: str, missed: pl.Series, words: str, done: str) -> list[findings.Found]:
    if missed.is_empty():
        return []
    message = f"Joint funding {words} in {_rows(missed)}, by £{missed.sum():,.0f} a week in all: {done}."
    return [findings.about_file(code, "info", message, "Total weekly cost")]


def _added(rows: pl.DataFrame) -> list[findings.Found]:
    added = rows.filter("is_added")["packages"]
    if added.is_empty():
        return []
    message = f"Additional packages that the total leaves out were added to it in {_rows(added)}."
    return [findings.about_file("packages-added", "info", message, "Additional packages")]


def _rows(some: pl.Series) -> str:
    return f"{len(some):,} row{'' if len(some) == 1 else 's'}"
