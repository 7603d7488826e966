"""Every version of the target, the story and the actions: what was said, by whom and when."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import streamlit as st

from dashboard.charts.listing import Item, Row, listing
from dashboard.charts.look import Look
from dashboard.charts.numbers import day, written
from dashboard.data import plans
from dashboard.filters.selection import Selection
from dashboard.panels.look import mode
from metrics import Metric

COLUMNS: Final = ("When", "Who", "What")


def versions(metric: Metric, chosen: Selection) -> None:
    """Show them, the newest first, once they are asked for."""
    if not plans.may_read(chosen.focus):
        return
    opened = st.expander("Every version", icon=":material/history:", key="curve-versions", on_change="rerun")
    if not opened.open:
        return
    with opened:
        told = sorted(_told(metric, chosen.focus), key=lambda each: each[0], reverse=True)
        rows: list[Row] = [[f"{at:%d/%m/%Y %H:%M} UTC", who, item] for at, who, item in told]
        if rows:
            st.html(listing(COLUMNS, rows, Look(mode()), caption="Every version"))
        else:
            st.caption("Nothing is on record for this measure.")


def _told(metric: Metric, borough: str | None) -> Iterator[tuple[datetime, str, Item]]:
    for goal in plans.goal_versions(metric.slug, borough):
        what = "Target withdrawn" if goal.is_withdrawn else "Target"
        if goal.at:
            yield (
                goal.at,
                goal.who,
                Item(f"{what}: {written(goal.value, metric.unit)} from {day(goal.since)}", goal.note),
            )
    for story in plans.story_versions(metric.slug, borough):
        partners = f"Partners: {story.partners}" if story.partners else ""
        yield story.at, story.who, Item(f"Story: {story.story}" if story.story else "Story taken back", partners)
    for doing in plans.action_versions(metric.slug, borough):
        if doing.at:
            owner = f"{doing.owner}, {doing.status.value}"
            yield doing.at, doing.who, Item(f"Action {doing.number}: {doing.what}", owner)
