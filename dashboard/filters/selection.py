"""What the reader has chosen, as one value that pages pass on; no Streamlit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dashboard.charts.chart_style import CONSORTIUM, REST
from dashboard.filters.fields import BY_KEY, FIELDS
from metrics.periods import When

TREND_MONTHS: Final = 36
"""Months that a trend goes back at least, where there are data."""


@dataclass(frozen=True)
class Selection:
    """The focus borough (None: the whole consortium), what it is compared with, the period, and the filters.

    `compare` holds boroughs and groups of them, `benchmarks` the areas whose published figures are set beside.
    `start` and `end` are the first day of the first month and the last day of the last; figures at a date are
    taken at `end`. `first` is the first day that the data speak of. `kept` holds (field key, words chosen).
    """

    boroughs: tuple[str, ...]
    start: date
    end: date
    first: date
    focus: str | None = None
    compare: tuple[str, ...] = ()
    benchmarks: tuple[str, ...] = ()
    kept: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def when(self) -> When:
        """The period chosen."""
        return When(self.start, self.end)

    @property
    def trend(self) -> When:
        """The months of a trend: those chosen, or the 36 to the end of the period where that is longer."""
        return When(max(self.first, min(self.start, months_before(self.end, TREND_MONTHS))), self.end)

    @property
    def year(self) -> When:
        """The thirteen months to the end of the period, for a card."""
        return When(max(self.first, months_before(self.end, 13)), self.end)

    @property
    def name(self) -> str:
        """The focus in words."""
        return self.focus or CONSORTIUM

    @property
    def all_boroughs(self) -> "Selection":
        """Give the same filters and period for the whole consortium, set beside nothing."""
        return replace(self, focus=None, compare=(), benchmarks=())

    def where(self, *, focused: bool = False) -> dict[str, tuple[str, ...]]:
        """Give the filters as column to values, as `data.figures` takes them; with the focus borough if asked."""
        where = {BY_KEY[key].column: BY_KEY[key].values(words) for key, words in self.kept}
        if focused and self.focus:
            where["borough"] = (self.focus,)
        return where

    def series(self) -> dict[str, tuple[str, ...] | None]:
        """Give the lines of a comparison: name to boroughs (None: all). The focus first."""
        lines: dict[str, tuple[str, ...] | None] = {self.name: (self.focus,) if self.focus else None}
        for name in self.compare:
            lines.setdefault(name, self._meant(name))
        return lines

    def _meant(self, name: str) -> tuple[str, ...] | None:
        if name == REST:
            return tuple(borough for borough in self.boroughs if borough != self.focus)
        return None if name == CONSORTIUM else (name,)

    def only(self, key: str, *words: str) -> "Selection":
        """Give the selection with one filter set to these words, whatever it was."""
        return replace(self, kept=(*self.without(key).kept, (key, words)))

    def without(self, key: str) -> "Selection":
        """Give the selection without one filter."""
        return replace(self, kept=tuple((name, words) for name, words in self.kept if name != key))


def months_before(end: date, months: int) -> date:
    """Give the first day of the month that starts `months` months up to and with the month of `end`."""
    count = end.year * 12 + end.month - months
    return date(count // 12, count % 12 + 1, 1)


def month_ends(first: date, last: date) -> list[date]:
    """Give the last day of every month from one day's to another's."""
    span = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    return [date(count // 12, count % 12 + 1, 1) - timedelta(days=1) for count in span]


def known(values: object, options: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the values that are options, in the options' order: a widget or URL may hold anything."""
    given = values if isinstance(values, list | tuple) else [values]
    return tuple(option for option in options if option in given)


def kept_of(state: Mapping[str, object], providers: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read the fields' filters from widget state."""
    read = [(field.key, known(state.get(field.key), field.options or providers)) for field in FIELDS]
    return tuple((key, words) for key, words in read if words)
