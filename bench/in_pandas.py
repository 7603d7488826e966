"""The suite's questions in pandas, each as quick as we could write it."""

# pandas' types do not tell a column from a table
# pyright: basic, reportArgumentType=false, reportCallIssue=false
# pyright: reportReturnType=false, reportAttributeAccessIssue=false, reportAssignmentType=false

from typing import Final

import pandas as pd
import polars as pl

from metrics import When

THREE: Final = ("Authority 001", "Authority 003", "Authority 005")


class Pandas:
    """The tables as pandas has them."""

    def __init__(self, frames: dict[str, pl.DataFrame], when: When, months: pl.DataFrame) -> None:
        held = {name: frame.with_columns(pl.col(pl.Enum).cast(pl.Categorical)) for name, frame in frames.items()}
        self.of = {name: frame.to_pandas() for name, frame in held.items()}
        for frame in self.of.values():
            for name in {"started", "ended", "date", "next_assessed"} & {*frame.columns}:
                frame[name] = pd.to_datetime(frame[name])
        self.since, self.until = pd.Timestamp(when.start), pd.Timestamp(when.end)
        self.ends = pd.DatetimeIndex(months["period_end"].to_list())

    def stock(self, rows: pd.DataFrame, by: list[str], weight: str | None = None) -> pd.DataFrame:
        """Count by group at the end of each month: what opened less what closed, added up."""
        rows = rows[~rows["is_short_break"]]
        first = self.ends.searchsorted(rows["started"])
        after = self.ends.searchsorted(rows["ended"].fillna(pd.Timestamp("2999-01-01")))
        one = rows[weight].astype(int) if weight else 1
        opened = rows[by].assign(i=first, change=one)
        closed = rows[by].assign(i=after, change=-one)
        both = pd.concat([opened, closed])
        both = both[both["i"] < len(self.ends)]
        change = both.groupby([*by, "i"], observed=True)["change"].sum()
        wide = change.unstack("i", fill_value=0).reindex(columns=range(len(self.ends)), fill_value=0).cumsum(axis=1)
        wide.columns = self.ends
        return wide.rename_axis(columns="month").stack().rename("numerator").reset_index()

    def at_end(self) -> pd.DataFrame:
        """Children looked after at the end."""
        rows = self.of["episodes"]
        is_open = (rows["started"] <= self.until) & ~(rows["ended"] <= self.until) & ~rows["is_short_break"]
        return rows[is_open]


def by_borough(pandas: Pandas) -> pd.DataFrame:
    """Children by borough at each month's end."""
    return pandas.stock(pandas.of["episodes"], ["borough"])


def by_placement(pandas: Pandas) -> pd.DataFrame:
    """Children by placement group at each month's end."""
    return pandas.stock(pandas.of["episodes"], ["placement_group"])


def by_sex(pandas: Pandas) -> pd.DataFrame:
    """Children by borough and sex at the end."""
    return pandas.at_end().groupby(["borough", "sex"], observed=True).size().rename("numerator").reset_index()


def spend(pandas: Pandas) -> pd.DataFrame:
    """Spend of the span by provider, with how many children."""
    rows = pandas.of["costs"]
    first = rows["started"].clip(lower=pandas.since)
    day_after = pandas.until + pd.Timedelta(days=1)
    after = rows["ended"].fillna(day_after).clip(upper=day_after)
    days = (after - first).dt.days.clip(lower=0)
    sums = (rows["weekly_cost"] / 7 * days).groupby(rows["provider"]).sum()
    rows[days > 0].groupby("provider")["child"].nunique()
    return sums.rename("numerator").reset_index()


def needs(pandas: Pandas) -> pd.DataFrame:
    """Assessed children looked after at the end, by indicator: those with the need, and all."""
    scores = pandas.of["needs"]
    scores = scores[(scores["date"] <= pandas.until) & ~(scores["next_assessed"] <= pandas.until)]
    rows = pandas.at_end()[["borough", "child"]].merge(scores, on=["borough", "child"])
    groups = rows.assign(numerator=rows["score"] >= 1).groupby("indicator", observed=True)
    return groups.agg(numerator=("numerator", "sum"), n=("child", "nunique")).reset_index()


def incidents(pandas: Pandas) -> pd.DataFrame:
    """Incidents by borough and month, with how many young people."""
    rows = pandas.of["incidents"]
    rows = rows[(rows["date"] >= pandas.since) & (rows["date"] <= pandas.until)]
    month = rows["date"] + pd.offsets.MonthEnd(0)
    groups = rows.groupby(["borough", month.rename("month")])["child"]
    return groups.agg(numerator="size", n="nunique").reset_index()


def filtered(pandas: Pandas) -> pd.DataFrame:
    """Three boroughs' children in foster care at each month's end."""
    rows = pandas.of["episodes"]
    is_kept = rows["borough"].isin(THREE) & (rows["placement_group"] == "Foster care")
    return pandas.stock(rows[is_kept], ["borough"])


def outside(pandas: Pandas) -> pd.DataFrame:
    """Children placed outside the borough at each month's end, and all."""
    rows = pandas.of["episodes"]
    pandas.stock(rows, ["borough"])
    return pandas.stock(rows, ["borough"], "is_out_of_area")
