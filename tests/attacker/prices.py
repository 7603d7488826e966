"""A provider who knows what it is paid, and adds and subtracts months, years and totals to learn what another is.

It is given the whole consortium's spend by every category, month by month and for twelve months to each month's end:
children who change places stay in the consortium, so these are as they were.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import polars as pl

from metrics import METRICS, Release, When, measure
from metrics.disclosure import CONFIDENTIAL, Protected
from metrics.disclosure.dominance import amounts, owners
from metrics.engine.query import Question, ask
from metrics.measure import rows_behind

SPEND: Final = "spend"
MONTHS: Final = 30
YEAR: Final = 12
NEAR: Final = 0.1
"""How near, over what it is paid, one may come to another's amount before it is told."""


@dataclass(frozen=True)
class Priced:
    """A hidden amount of one category and month that was worked out: `nearest` is by how much of what the largest
    owner group is paid the second comes out above it.
    """

    category: str
    month: date
    nearest: float

    @property
    def is_told(self) -> bool:
        """Whether it is near enough to be worth having."""
        return self.nearest < NEAR


def worked_out(behind: Protected, cut: str, release: Release, end: date) -> list[Priced]:
    """Work out hidden months of one dimension's categories from all that is shown of them."""
    months = _months(end)
    asked = ask(METRICS[SPEND], behind, (cut, "month"), None, When(months[0].replace(day=1), end))
    by_owner = _by_owner(asked, behind)
    shown = measure(METRICS[SPEND], behind, by=(cut, "month"), when=asked.when, release=release)
    names = shown[cut].cast(pl.String).fill_null("").unique().sort().to_list()
    place = {(name, month): at for at, (name, month) in enumerate((name, month) for name in names for month in months)}
    lines = np.array([*_of_months(shown, cut, place), *_of_years(behind, cut, release, months, place)])
    known = np.linalg.matrix_rank(lines)
    hidden = shown.filter(mark=CONFIDENTIAL).select(pl.col(cut).cast(pl.String).fill_null(""), "month").rows()
    found = [key for key in hidden if np.linalg.matrix_rank(np.vstack([lines, _unit(len(place), place[key])])) == known]
    return [Priced(*key, _nearest(by_owner.get(key, []))) for key in found]


def _months(end: date) -> list[date]:
    starts = pl.date_range(end.replace(day=1), end, "1mo", eager=True).dt.offset_by(f"-{MONTHS - 1}mo")
    return pl.date_range(starts[0], end.replace(day=1), "1mo", eager=True).dt.month_end().to_list()


def _unit(many: int, *at: int) -> np.ndarray:
    line = np.zeros(many)
    line[list(at)] = 1
    return line


def _of_months(shown: pl.DataFrame, cut: str, place: dict[tuple[str, date], int]) -> Iterator[np.ndarray]:
    """Give what is told by month: each category that is shown, and all of them together."""
    told = shown.filter(pl.col("mark").ne_missing(CONFIDENTIAL))
    for name, month in told.select(pl.col(cut).cast(pl.String).fill_null(""), "month").iter_rows():
        yield _unit(len(place), place[name, month])
    for each in {month for _, month in place}:
        yield _unit(len(place), *(at for (_, month), at in place.items() if month == each))


def _of_years(
    behind: Protected, cut: str, release: Release, months: list[date], place: dict[tuple[str, date], int]
) -> Iterator[np.ndarray]:
    """Give what is told of each category for the twelve months to each month's end."""
    for last in range(YEAR - 1, len(months)):
        year = measure(METRICS[SPEND], behind, by=(cut,), when=When.year_to(months[last]), release=release)
        told = year.filter(pl.col("mark").ne_missing(CONFIDENTIAL))[cut].cast(pl.String).fill_null("")
        for name in told:
            yield _unit(len(place), *(place[name, month] for month in months[last - YEAR + 1 : last + 1]))


def _by_owner(asked: Question, behind: Protected) -> dict[tuple[str, date], list[float]]:
    rows = rows_behind(asked, behind).with_columns(pl.col("provider").cast(pl.String)).collect()
    owned = rows.join(owners(behind), on="provider", how="left")
    each = amounts(owned, list(asked.by)).filter(pl.col("numerator") > 0)
    sums = each.group_by(pl.col(asked.by[0]).cast(pl.String).fill_null(""), "month").agg("numerator")
    return {(name, month): paid for name, month, paid in sums.iter_rows()}


def _nearest(paid: list[float]) -> float:
    """Say by how much the second largest overrates the largest, who takes all that is left for it; 0 where alone."""
    largest = sorted(paid, reverse=True)
    return sum(largest[2:]) / largest[0] if largest else float("inf")
