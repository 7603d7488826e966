"""Comparisons over time: both ends are of the same boroughs, and say which they leave out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.auth.current_user import scope
from dashboard.auth.permissions import View
from dashboard.data.cache import kept
from dashboard.data.data_source import loaded_boroughs, tables_of, version
from dashboard.data.figures import applied, metric
from metrics import Release, When
from metrics.disclosure import why_not
from metrics.engine.comparable_boroughs import left_out
from metrics.engine.query import ask
from metrics.measure import behind_of

BOROUGH: Final = "borough"

Where = Mapping[str, tuple[str, ...]]
Spans = tuple[tuple[date, date], ...]


@dataclass(frozen=True)
class Alike:
    """The filters that keep two times to the same boroughs, and the boroughs that they leave out for it."""

    where: dict[str, tuple[str, ...]]
    without: tuple[str, ...] = ()


def alike(slug: str, where: Where, *times: When) -> Alike:
    """Keep a measure's figures of several times to the boroughs that returns speak of at all of them.

    Left as they are where a release or a reader may not be told of just those boroughs: a figure of one of the times
    is provisional then, and nothing is claimed of it.
    """
    spans = tuple((when.start, when.end) for when in times)
    able = tuple(sorted(applied(slug, where).items()))
    without, everyone = _left_out(slug, able, spans, scope().view, version())
    if not without:
        return Alike(dict(where))
    return Alike({**where, BOROUGH: tuple(name for name in everyone if name not in without)}, without)


def of_year(slug: str, where: Where, when: When) -> Alike:
    """Keep a measure's figures of a time and of the year before to the same boroughs."""
    return alike(slug, where, when, when.before())


@kept(5_000)
def _left_out(
    slug: str, where: tuple[tuple[str, tuple[str, ...]], ...], spans: Spans, view: View, version: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name who is left out, and everybody who was asked about."""
    tables, asked = behind_of(tables_of(version), view.release), dict(where)
    found = left_out(metric(slug), tables, asked, [When(*span) for span in spans])
    everyone = asked.get(BOROUGH) or loaded_boroughs(version)
    kept = {**asked, BOROUGH: tuple(name for name in everyone if name not in found)}
    return (found if found and _may_be_left_out(slug, kept, spans, view, version) else ()), everyone


def _may_be_left_out(slug: str, asked: Where, spans: Spans, view: View, version: str) -> bool:
    """Say whether figures of just these boroughs may be told.

    Of others' boroughs never, as what all come to less them is a borough's; beyond the working release those that the
    release answers anyhow.
    """
    if view.boroughs is not None and not {*asked.get(BOROUGH, ())} <= {*view.boroughs}:
        return False
    if view.release is Release.WORKING:
        return True
    tables, many = behind_of(tables_of(version), view.release), len(loaded_boroughs(version))
    questions = [ask(metric(slug), tables, (), asked, When(*span)) for span in spans]
    return all(why_not(question, many) is None for question in questions)
