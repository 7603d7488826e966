"""A change in spend on the year before, told as volume, mix, need and price. The parts add up to the whole.

For one borough and period, with last year's prices as the yardstick:

- volume: the change in days paid for, at last year's mean price of a day;
- mix: this year's days, each at last year's price of its placement type less last year's mean price;
- need: this year's days of each type, times the change in its mean need score, times what a point of need cost a
  day in that type last year;
- price: what is left: this year's price of each day less last year's price of its type and the need since.

A type that was not used last year counts at this year's price, so all of it is mix. Each row of this year and of
last carries its own amounts, so boroughs add up to the consortium.
"""

from typing import Final

import polars as pl

COMPONENTS: Final = ["volume", "mix", "need", "price"]

AREA: Final = ["borough", "period_start", "period_end"]
TYPE: Final = [*AREA, "placement_type"]


def bridge(now: pl.LazyFrame, before: pl.LazyFrame) -> pl.LazyFrame:
    """Give the rows of both years with their `component` and `amount` (GBP); those of this year once for each.

    `now` and `before` are priced days; `before` also has `point_price`, what a point of need costs a day.
    """
    priced = _with_yardstick(now, before)
    parts = [_part(priced, name, amount) for name, amount in _amounts().items()]
    at_mean = before.join(_daily(before, AREA), on=AREA)
    earlier = _part(at_mean, "volume", -pl.col("days") * pl.col("daily"))
    return pl.concat([earlier, *parts], how="diagonal")


def _amounts() -> dict[str, pl.Expr]:
    """Give what each row of this year adds to each component; together they are its spend."""
    days, mean, of_type, needed = pl.col("days"), pl.col("mean"), pl.col("of_type"), pl.col("needed")
    return {
        "volume": days * mean,
        "mix": days * (of_type - mean),
        "need": days * needed,
        "price": pl.col("spend") - days * (of_type + needed),
    }


def _part(rows: pl.LazyFrame, component: str, amount: pl.Expr) -> pl.LazyFrame:
    return rows.with_columns(component=pl.lit(component, pl.Enum(COMPONENTS)), amount=amount)


def _with_yardstick(now: pl.LazyFrame, before: pl.LazyFrame) -> pl.LazyFrame:
    """Put last year's mean price, price of the type and price of the change in need on this year's rows (a day)."""
    area = _daily(now, AREA).join(_daily(before, AREA), on=AREA, how="left", suffix="_before")
    types = _daily(now, TYPE).join(_daily(before, TYPE), on=TYPE, how="left", suffix="_before")
    needed = (pl.col("score") - pl.col("score_before")) * pl.col("point_price")
    means = area.select(*AREA, mean=pl.coalesce("daily_before", "daily"))
    prices = types.select(*TYPE, needed=needed.fill_null(0.0), of_type=pl.coalesce("daily_before", "daily"))
    return now.join(means, on=AREA).join(prices, on=TYPE)


def _daily(rows: pl.LazyFrame, group: list[str]) -> pl.LazyFrame:
    """Give the mean price of a day and the mean need score, by days, and the price of a point where known."""
    days = pl.col("days")
    scored_days = pl.when(pl.col("need_score").is_not_null()).then(days).sum()
    score = (pl.col("need_score").cast(pl.Float64) * days).sum() / scored_days
    daily = pl.col("spend").sum() / days.sum()
    point = [pl.col("point_price").first()] if "point_price" in rows.collect_schema() else []
    return rows.group_by(group).agg(daily.alias("daily"), pl.when(scored_days > 0).then(score).alias("score"), *point)
