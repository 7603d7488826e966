"""Every version of the target, the story and the actions: what was said, by whom and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.number_format import day, written
from dashboard.charts.record_list import Item, Row, listing
from dashboard.filters.selection import Selection
from dashboard.pages.curve import plans
from dashboard.panels.flash_message import tell_of
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode
from metrics import Metric
from store.plans.redaction import Written

COLUMNS: Final = ("When", "Who", "What")
WHICH: Final = "version-strike-which"
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for a moment that is not known."""


@dataclass(frozen=True)
class Version:
    """One version of what was written: its kind and number in the database, when, by whom, and the words."""

    what: Written
    number: int
    at: datetime
    who: str
    item: Item


@part("Every version")
def versions(metric: Metric, chosen: Selection) -> None:
    """Show them, the newest first, once they are asked for."""
    if not plans.may_read(chosen.focus):
        return
    opened = st.expander("Every version", icon=":material/history:", key="curve-versions", on_change="rerun")
    if not opened.open:
        return
    with opened:
        told = sorted(_told(metric, chosen.focus), key=lambda each: each.at, reverse=True)
        rows: list[Row] = [[f"{each.at:%d/%m/%Y %H:%M} UTC", each.who, each.item] for each in told]
        if rows:
            st.html(listing(COLUMNS, rows, Look(mode()), caption="Every version"))
        else:
            st.caption("Nothing has been recorded for this measure.")
        if told and plans.may_strike():
            _strike(told)


def _told(metric: Metric, borough: str | None) -> Iterator[Version]:
    for goal in plans.goal_versions(metric.slug, borough):
        words = f"{'Target withdrawn' if goal.is_withdrawn else 'Target'}: {written(goal.value, metric.unit)}"
        item = Item(f"{words} from {day(goal.since)}", goal.note)
        yield Version(Written.TARGET, goal.version, goal.at or EPOCH, goal.who, item)
    for story in plans.story_versions(metric.slug, borough):
        partners = f"Partners: {story.partners}" if story.partners else ""
        item = Item(f"Story: {story.story}" if story.story else "Story taken back", partners)
        yield Version(Written.STORY, story.version, story.at, story.who, item)
    for doing in plans.action_versions(metric.slug, borough):
        item = Item(f"Action {doing.number}: {doing.what}", f"{doing.owner}, {doing.status.value}")
        yield Version(Written.ACTION, doing.version, doing.at or EPOCH, doing.who, item)


def _strike(told: list[Version]) -> None:
    """Ask which words are to go: somebody wrote what they should not have."""
    known = {f"{each.at:%d/%m/%Y %H:%M}, {each.what.value} {each.number}": each for each in told}
    with st.form("version-strike", border=False):
        st.selectbox("Words to take out for good", list(known), index=None, key=WHICH, placeholder="Choose a version")
        st.form_submit_button("Take these words out", key="version-strike-do", on_click=_do, args=(known,))


def _do(known: dict[str, Version]) -> None:
    each = known.get(str(st.session_state.get(WHICH)))
    if each is None:
        return
    with tell_of() as told:
        plans.strike(each.what, each.number)
        told("The words are taken out of this version. Backups made before still hold them.")
