"""The patient attacker: what is left of a moved total and its moved parts, month after month, and then the mean."""

from datetime import date
from statistics import mean
from typing import Final

import polars as pl

from metrics import METRICS, Release, When, measure
from metrics.populations import Tables

MONTHS: Final = 12
CUTS: Final = ("sex", "is_uasc", "placement_group", "provider_sector", "age_band")


def guessed(tables: Tables, end: date, release: Release) -> tuple[int, int]:
    """How many hidden small counts stood still for a year, and of how many the year's mean comes to the truth.

    For each borough and cut, the total of a month less the parts shown is what the one hidden part should be;
    lines that hide two parts or more tell only of their sum and are passed over, as they tell of neither.
    """
    still = right = 0
    for cut in CUTS:
        told = _months(tables, end, cut, release).join(
            _months(tables, end, cut, Release.WORKING), on=["borough", cut, "month"]
        )
        for _, line in told.group_by("borough", cut):
            truth = set(line["value_right"].to_list())
            if len(truth) == 1 and line.height == MONTHS and line["left"].null_count() == 0:
                still += 1
                right += round(mean(line["left"].to_list())) == truth.pop()
    return still, right


def _months(tables: Tables, end: date, cut: str, release: Release) -> pl.DataFrame:
    when = When.year_to(end)
    ask = METRICS["children_looked_after"]
    parts = measure(ask, tables, by=("borough", cut, "month"), when=when, release=release)
    whole = measure(ask, tables, by=("borough", "month"), when=when, release=release).select(
        "borough", "month", total="value"
    )
    line = ["borough", "month"]
    alone = pl.col("value").is_null().sum().over(line) == 1
    left = pl.col("total") - pl.col("value").sum().over(line)
    if release is Release.WORKING:
        return parts.select("borough", cut, "month", value_right="value")
    joined = parts.join(whole, on=line).with_columns(left=pl.when(alone).then(left))
    return joined.filter(pl.col("value").is_null()).select("borough", cut, "month", "left")
