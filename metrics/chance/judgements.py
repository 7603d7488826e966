"""The exit for judgements: has a figure changed, does a borough differ, as far as the release shows the figures.

Where a release protects its tables a judgement is made of the protected tables alone, and none is given of a figure
that is hidden.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from metrics.card import Metric, Release
from metrics.chance import change as over_time
from metrics.chance import difference as beside
from metrics.chance.cases import BY, cases, with_whole
from metrics.disclosure import NotInReleaseError, rule_of
from metrics.engine.comparable_boroughs import left_out
from metrics.engine.query import Question, ask
from metrics.measure import behind_of, measure
from metrics.periods import When
from metrics.populations import Tables
from metrics.shorthand import CONFIDENTIAL

WHOLE: Final = ""
"""Stands for all boroughs that are asked about, together."""

BOROUGH: Final = "borough"

CHANCE_OF_STEP: Final = 0.0029
"""At the month picked: chance alone then shows a step in one series of twenty (a sup-Wald statistic of 8.85)."""

CHANCE_OF_KNOWN: Final = 0.05

Where = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Asked:
    """One measure of some children, in one release: what a judgement is about."""

    metric: Metric
    tables: Tables
    where: Where
    release: Release = Release.WORKING

    @property
    def by(self) -> tuple[str, ...]:
        """Boroughs, where the measure can be told by them."""
        only = self.metric.only_by
        return (BOROUGH,) if only is None or BOROUGH in only else ()

    def at(self, when: When) -> Question:
        """Give the question of one period."""
        return ask(self.metric, self.tables, self.by, self.where, when)

    @property
    def behind(self) -> Tables:
        """The tables that the release's figures are made of."""
        return behind_of(self.tables, self.release)

    def shown(self, when: When) -> frozenset[str] | None:
        """Name whose figures the release shows; None where it hides none."""
        if rule_of(self.metric, self.release) is None:
            return None
        try:
            parts = [self._shown(by, when) for by in {(), self.by}]
        except NotInReleaseError:
            return frozenset()
        return frozenset().union(*parts)

    def _shown(self, by: tuple[str, ...], when: When) -> frozenset[str]:
        figures = measure(self.metric, self.tables, by=by, where=self.where, when=when, release=self.release)
        seen = figures.filter(pl.col("value").is_not_null() & pl.col("mark").ne_missing(CONFIDENTIAL))
        return frozenset(seen[BOROUGH].cast(pl.String)) if by else frozenset([WHOLE] if seen.height else [])


def changes(asked: Asked, now: When, before: When, *, without: frozenset[str] = frozenset()) -> pl.DataFrame:
    """Judge the change of each borough, and of the whole, from one time to another.

    Columns: by (`WHOLE` of all boroughs together), value, before, change, lower, upper, chance, cases. A borough of
    which no return speaks at either time is left out of both. `without` leaves others out of the whole too.
    """
    late, early = _at_both(asked, now, before, without)
    return _allowed(over_time.change(asked.metric, late, early), asked, now, before)


def steps(asked: Asked, before: When, now: When, *, is_known: bool = False) -> pl.DataFrame:
    """Judge whether what is counted in a month is at another level for good since a month.

    Columns: by, way (1 higher, -1 lower, 0 where chance may make as much). Child by child, so that children who go
    missing month after month are no evidence each time. A month that was picked for looking like a step has a higher
    bar (Andrews 2003, Econometrica 71(1), table 1, for a step sought in all but 15% at each end) than one that
    `is_known` to bring a change. Every month must be one that the release shows.
    """
    late, early = _at_both(asked, now, before)
    judged = over_time.change(asked.metric, _a_month(late, now), _a_month(early, before))
    way = pl.col("change").sign().cast(pl.Int8)
    bar = CHANCE_OF_KNOWN if is_known else CHANCE_OF_STEP
    return judged.select(BY, way=pl.when(pl.col("chance") < bar).then(way).otherwise(0))


def _at_both(
    asked: Asked, now: When, before: When, without: frozenset[str] = frozenset()
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the cases of both times, and of the whole at both, but for boroughs of which nothing speaks at either."""
    late, early = (_cases(asked, when) for when in (now, before))
    if not asked.by:
        return late, early
    absent = left_out(asked.metric, asked.behind, asked.where, (now, before))
    heard = [rows.filter(~pl.col(BY).is_in(absent)) if absent else rows for rows in (late, early)]
    return with_whole(heard[0], WHOLE, without), with_whole(heard[1], WHOLE, without)


def _a_month(known: pl.DataFrame, when: When) -> pl.DataFrame:
    """Share what is counted out over the months that it was counted in."""
    months = (when.end.year - when.start.year) * 12 + when.end.month - when.start.month + 1
    return known.with_columns(pl.col("numerator") / months)


def apart(asked: Asked, when: When) -> pl.DataFrame:
    """Judge each borough against the others together. Columns: by, way (1 over them, -1 under), chance, cases."""
    known = _cases(asked, when)
    absent = left_out(asked.metric, asked.behind, asked.where, (when,))
    heard = known.filter(~pl.col(BY).is_in(absent)) if absent else known
    return _allowed(beside.apart(asked.metric, heard), asked, when)


def _cases(asked: Asked, when: When) -> pl.DataFrame:
    return cases(asked.at(when), asked.behind)


def _allowed(judged: pl.DataFrame, asked: Asked, *times: When) -> pl.DataFrame:
    seen = [names for when in times if (names := asked.shown(when)) is not None]
    return judged.filter(pl.all_horizontal(pl.col(BY).is_in(names) for names in seen)) if seen else judged
