"""Every figure that the pages of a release ask for, as a reader would come to it: page by page, borough by borough."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from unittest.mock import patch

import polars as pl
from streamlit.testing.v1 import AppTest

from dashboard.data import nearest_query
from metrics import METRICS, Metric, Release, When, measure
from metrics.populations import Tables

SCRIPT: Final = """
import streamlit as st

from dashboard.auth import current_user
from dashboard.pages.event.screens import screens_of
from dashboard.pages.registry import EVENT_PAGES
from dashboard.panels.sidebar import chosen

given = st.query_params.to_dict()
st.session_state[current_user.RELEASE] = given.pop("release")
for key, value in given.items():
    st.session_state[key] = value if key == "borough" else [value]
for page in EVENT_PAGES:
    run = screens_of(page, chosen())
    assert run.missed == (), f"Not made, so not looked at: {run.missed}"
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
        if "release" in question:
            where = tuple(sorted(question["where"].items()))
            heard.append(Asked(metric.slug, question["by"], where, question["when"]))
        return measure(metric, tables, **question)

    with patch.object(nearest_query, "measure", spy):
        yield heard
