"""Cells hidden with others of their line, so that a total less what is shown of it does not tell a hidden one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from metrics.card import Metric, Statistic
from metrics.disclosure.dominance import amounts, is_telling
from metrics.disclosure.rules import Rule
from metrics.engine.query import Question
from metrics.periods import STEPS

TOGETHER: Final = 2
"""Cells of a line that are hidden at least, where one is."""

PASSES: Final = 4
"""Times that lines are gone through: hiding in one may leave another with one alone."""


def with_seconds(
    figures: pl.DataFrame, question: Question, rule: Rule, owned: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Hide more of every line in which what is hidden together would tell. `owned` are rows of money, by owner.

    Two cells at least; enough children together that the largest hidden count is possible for each; and of money
    enough owner groups together.
    """
    dimensions = [name for name in question.by if name not in STEPS]
    if not figures["_hidden"].any() or not dimensions:
        return figures
    cells = Cells.of(figures, question, rule, owned)
    for _ in range(PASSES):
        if not sum(cells.hide_more(line) for line in _lines(figures, question.by, dimensions)):
            break
    return figures.with_columns(_hidden=pl.Series(cells.hidden))


def _lines(figures: pl.DataFrame, by: Iterable[str], dimensions: list[str]) -> Iterator[list[int]]:
    """Give the places of the cells of each line: alike in everything but one dimension."""
    placed = figures.select(*by).with_row_index("_place")
    for dimension in dimensions:
        line = [name for name in by if name != dimension]
        groups = placed.group_by(line, maintain_order=True) if line else [((), placed)]
        yield from (rows["_place"].to_list() for _, rows in groups)


@dataclass
class Cells:
    """The cells of a figure, by place: which are hidden, how many children each has, its money by owner group."""

    hidden: list[bool]
    people: list[int]
    size: list[float]
    enough: int
    money: list[dict[str, float]] | None

    @classmethod
    def of(cls, figures: pl.DataFrame, question: Question, rule: Rule, owned: pl.DataFrame | None) -> "Cells":
        """Look at figures with `_hidden` and the children behind them."""
        sized = figures.select(people="people", size=_size(question.metric))
        money = None if owned is None else _money(figures, owned, list(question.by))
        hidden, people, size = figures["_hidden"].to_list(), sized["people"].to_list(), sized["size"].to_list()
        return cls(hidden, people, size, rule.hide_to, money)

    def hide_more(self, line: list[int]) -> bool:
        """Hide the smallest other cells of a line until what is hidden does not tell; say whether any was."""
        hidden = [place for place in line if self.hidden[place]]
        others = sorted(
            (place for place in line if not self.hidden[place] and self.people[place] > 0), key=lambda at: self.size[at]
        )
        more = 0
        while hidden and self._tells(hidden) and more < len(others):
            hidden.append(others[more])
            self.hidden[others[more]] = True
            more += 1
        return more > 0

    def _tells(self, hidden: list[int]) -> bool:
        together = sum(self.people[place] for place in hidden)
        if len(hidden) < TOGETHER or together < self.enough + len(hidden) - 1:
            return True
        return self.money is not None and is_telling(pl.Series(_added(self.money[place] for place in hidden)))


def _added(each: Iterable[dict[str, float]]) -> list[float]:
    sums: dict[str, float] = {}
    for money in each:
        for owner, amount in money.items():
            sums[owner] = sums.get(owner, 0.0) + amount
    return list(sums.values()) or [0.0]


def _money(figures: pl.DataFrame, owned: pl.DataFrame, by: list[str]) -> list[dict[str, float]]:
    """Give what each owner group is paid in each cell."""
    told = amounts(owned, by).rows_by_key(by, named=True) if by else {}
    return [
        {row["owner"]: row["numerator"] for row in told.get(key if len(by) > 1 else key[0], [])}
        for key in figures.select(by).iter_rows()
    ]


def _size(metric: Metric) -> pl.Expr:
    """Say how much is lost with a cell: the fewest cases first, but a zero of a share last, as it hides little."""
    if metric.statistic is not Statistic.SHARE:
        return pl.col("people").cast(pl.Float64)
    return pl.when(pl.col("behind") > 0).then(pl.col("behind").cast(pl.Float64)).otherwise(float("inf"))
