"""What is done about a measure, by whom and until when; added and changed by those whose part it is."""

from datetime import date
from typing import Final

import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.number_format import day
from dashboard.charts.record_list import Item, Row, listing
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.curve import plans
from dashboard.pages.curve.free_text import care, lines
from dashboard.panels.flash_message import tell_of
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode
from store.free_text import LINE, SHORT
from store.plans.actions import Doing, Progress

COLUMNS: Final = ("What is done", "Owner", "Due", "Began", "Status")
NEW: Final = "A new action"
OVER: Final = (Progress.DONE, Progress.STOPPED)
WHAT, OWNER, DUE, BEGAN, STATUS, WHICH = (
    f"action-{what}" for what in ("what", "owner", "due", "began", "status", "which")
)


@part("Actions")
def actions(slug: str, chosen: Selection) -> None:
    """Show what is done, and how many actions are overdue."""
    doings = plans.actions(slug, chosen.focus)
    with st.container(key="panel-actions"):
        is_read = plans.may_read(chosen.focus)
        st.header(plain(title(doings, date.today()) if is_read else "Actions"), anchor=False)
        if doings:
            rows = [_row(doing, date.today()) for doing in doings]
            st.html(listing(COLUMNS, rows, Look(mode()), caption="Actions"))
        elif not is_read:
            lines("Not shown in this release, or not of this borough.")
        if plans.may_plan(chosen.focus):
            _change(slug, chosen.focus, doings)


def title(doings: list[Doing], today: date) -> str:
    """Say how many actions there are, and how many are overdue."""
    late, count = sum(is_late(doing, today) for doing in doings), len(doings)
    if not doings:
        return "No action is recorded"
    return f"{count} action{'s' * (count != 1)}, {late or 'none'} overdue"


def is_late(doing: Doing, today: date) -> bool:
    """Say whether an action should be over and is not."""
    return doing.due is not None and doing.due < today and doing.status not in OVER


def _row(doing: Doing, today: date) -> Row:
    due = Item(_day(doing.due), "Overdue" if is_late(doing, today) else "", "bad" if is_late(doing, today) else "")
    return [Item(doing.what), doing.owner, due, _day(doing.began), doing.status.value.capitalize()]


def _day(when: date | None) -> str:
    return day(when) if when else ""


def _change(slug: str, borough: str | None, doings: list[Doing]) -> None:
    versions = len(plans.action_versions(slug, borough))
    key = f"{slug}-{borough}-{versions}"
    opened = st.expander("Add or change an action", icon=":material/task:", key=f"action-{key}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        known = {f"{doing.number}: {doing.what}": doing for doing in doings}
        chosen = st.selectbox("Which action", [NEW, *known], key=f"{WHICH}-{key}")
        doing = known.get(chosen, Doing("", ""))
        key = f"{key}-{doing.number}"
        with st.form(f"action-form-{key}", border=False):
            _fields(doing, key)
            args = (slug, borough, doing.number, key)
            words = "Change this action" if doing.number else "Add this action"
            st.form_submit_button(plain(words), type="primary", key=f"action-put-{key}", on_click=_put, args=args)


def _fields(doing: Doing, key: str) -> None:
    care()
    st.text_input("What is done", doing.what, max_chars=LINE, key=f"{WHAT}-{key}")
    left, right = st.columns(2)
    left.text_input("Owner: a person's post or a team", doing.owner, max_chars=SHORT, key=f"{OWNER}-{key}")
    steps = list(Progress)
    at = steps.index(doing.status)
    right.selectbox("Status", steps, at, key=f"{STATUS}-{key}", format_func=lambda step: step.value.capitalize())
    left.date_input("Due (may be left out)", doing.due, format="DD/MM/YYYY", key=f"{DUE}-{key}")
    right.date_input("Began, where it has", doing.began, format="DD/MM/YYYY", key=f"{BEGAN}-{key}")


def _put(slug: str, borough: str | None, number: int | None, key: str) -> None:
    state = st.session_state
    what, owner = (str(state.get(f"{name}-{key}") or "") for name in (WHAT, OWNER))
    due, began = (state.get(f"{name}-{key}") for name in (DUE, BEGAN))
    with tell_of() as told:
        status = Progress(state[f"{STATUS}-{key}"])
        plans.put_action(slug, borough, Doing(what, owner, _given(due), _given(began), status, number))
        told("The action is changed." if number else "The action is added.")


def _given(value: object) -> date | None:
    return value if isinstance(value, date) else None
