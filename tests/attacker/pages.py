"""Every figure that the pages of a release ask for, as a reader would come to it: page by page, borough, filter."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from unittest.mock import patch

import polars as pl
from streamlit.testing.v1 import AppTest

from dashboard.data.figures import figures
from metrics import METRICS, Metric, Release, When, measure
from metrics.disclosure import RULES
from metrics.disclosure.noise import REACH
from metrics.measure import rows_behind
from metrics.populations import Tables
from metrics.question import ask
from tests.attacker.shown import Cell, Cut, by_group, cell_of

SCRIPT: Final = """
import streamlit as st

from dashboard import access
from dashboard.pages.event import PAGES
from dashboard.panels import stage

given = st.query_params.to_dict()
st.session_state[access.RELEASE] = given.pop("release")
for key, value in given.items():
    st.session_state[key] = value if key == "borough" else [value]
for title, render in PAGES.items():
    _, missed = stage.screens_of(title, render)
    assert missed == [], f"Not made, so not looked at: {missed}"
"""
"""Opens every page whose figures are shared; their exports hold the same frames as their charts."""


@dataclass(frozen=True)
class Asked:
    """A figure that a page asks for."""

    slug: str
    by: tuple[str, ...]
    where: tuple[tuple[str, tuple[str, ...]], ...]
    when: When | None

    @property
    def metric(self) -> Metric:
        """The card of the measure."""
        return METRICS[self.slug]


def asked(release: Release, ways: Sequence[Mapping[str, str]]) -> list[Asked]:
    """Open every page under a release in some ways (what the address or the widgets set), and list what it asks."""
    with _heard() as heard:
        for way in ways:
            test = AppTest.from_string(SCRIPT, default_timeout=600)
            for name, value in {"release": release.value.capitalize(), **way}.items():
                test.query_params[name] = value
            test.run()
            assert not test.exception, test.exception
    return list(dict.fromkeys(heard))


@contextmanager
def _heard() -> Iterator[list[Asked]]:
    heard: list[Asked] = []

    def spy(metric: Metric, tables: Tables, **question: Any) -> pl.DataFrame:
        heard.append(Asked(metric.slug, question["by"], tuple(sorted(question["where"].items())), question["when"]))
        return measure(metric, tables, **question)

    with patch.object(sys.modules[figures.__module__], "measure", spy):
        yield heard


def counts(tables: Tables, release: Release, some: Sequence[Asked]) -> list[Cell]:
    """The counts of children that the answers tell: numerators, wholes, what is left of these without them, and n."""
    return [cell for each in some for cell in _counts(tables, release, each)]


def _counts(tables: Tables, release: Release, each: Asked) -> Iterator[Cell]:
    told, exact = (_answer(each, tables, shown) for shown in (release, Release.WORKING))
    reach = REACH + RULES[release].round_to // 2
    for column, groups in _behind(each, tables, told.select(each.by).rows()).items():
        if exact[column].to_list() == [len(children) for children in groups]:
            within = 2 * reach if column == "beside" else reach
            for children, value in zip(groups, told[column], strict=True):
                yield cell_of(children, value, within, RULES[release].hide_to)


def _answer(each: Asked, tables: Tables, release: Release) -> pl.DataFrame:
    told = measure(each.metric, tables, by=each.by, where=dict(each.where), when=each.when, release=release)
    return told.with_columns(beside=pl.col("denominator") - pl.col("numerator"))


def _behind(each: Asked, tables: Tables, groups: Sequence[tuple[object, ...]]) -> dict[str, list[frozenset[str]]]:
    """Who is behind each sum of some groups; nothing of a measure that is not of children.

    The whole that a part is of is the same whichever part it is.
    """
    rows = rows_behind(ask(each.metric, tables, each.by, dict(each.where), each.when), tables)
    unit = each.metric.n_of or "child"
    if unit not in rows.collect_schema():
        return {}
    sums = ["numerator", "denominator"]
    known = rows.select(*each.by, *sums, pl.col(unit).cast(pl.String).alias("_who")).drop_nulls("_who")
    who = known.group_by(*each.by, "_who").agg(pl.col(sums).sum()).collect()
    rest = tuple(name for name in each.by if name not in each.metric.parts)
    part = _in(who.filter(pl.col("numerator") > 0), each.by, each.by, groups)
    whole = _in(who.filter(pl.col("denominator") > 0), rest, each.by, groups)
    beside = [all_ - some for all_, some in zip(whole, part, strict=True)]
    return {"numerator": part, "denominator": whole, "beside": beside, "n": _in(who, rest, each.by, groups)}


def _in(who: pl.DataFrame, by: Cut, told_by: Cut, groups: Sequence[tuple[object, ...]]) -> list[frozenset[str]]:
    """Who is in each of some groups, told apart by fewer things than the groups are told by."""
    known, places = by_group(who, by), [told_by.index(name) for name in by]
    return [known.get(tuple(group[place] for place in places), frozenset()) for group in groups]
