"""The target: whether it will be met as things are, and the form that sets it."""

from datetime import date

import streamlit as st

from dashboard.charts.number_format import day, written
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.curve import plans
from dashboard.pages.curve import target_insights as finding
from dashboard.pages.curve.curve_data import Curve
from dashboard.pages.curve.free_text import care, lines
from dashboard.panels.flash_message import tell_of
from dashboard.panels.page_part import part
from metrics import Metric
from store.errors import RefusedError
from store.free_text import LINE
from store.plans.targets import Goal

VALUE, SINCE, UNTIL, NOTE = (f"target-{what}" for what in ("value", "since", "until", "note"))


@part("The target")
def target(curve: Curve, chosen: Selection) -> None:
    """Show the target that holds, and the others in force; those whose part it is may set and withdraw them."""
    with st.container(key="panel-target"):
        st.header(plain(finding.title(curve)), anchor=False)
        note = curve.goal.note if curve.goal and plans.may_read(chosen.focus) else ""
        lines(*finding.lines_of(curve), *([note] if note else []))
        if plans.may_plan(chosen.focus):
            _change(curve, chosen)


def _change(curve: Curve, chosen: Selection) -> None:
    key = f"{curve.metric.slug}-{chosen.focus}-{len(plans.goal_versions(curve.metric.slug, chosen.focus))}"
    opened = st.expander("Set a target", icon=":material/flag:", key=f"target-change-{key}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        with st.form(f"target-{key}", border=False):
            _fields(curve.metric, key)
            args = (curve.metric.slug, chosen.focus, key)
            st.form_submit_button("Set this target", type="primary", key=f"target-set-{key}", on_click=_set, args=args)
        for goal in curve.goals:
            words = f"Withdraw {written(goal.value, curve.metric.unit)} from {day(goal.since)}"
            args = (curve.metric.slug, chosen.focus, goal)
            st.button(plain(words), key=f"target-withdraw-{goal.since}", on_click=_withdraw, args=args)


def _fields(metric: Metric, key: str) -> None:
    unit = metric.unit.value.replace("GBP", "£")
    most = float(plans.MOST_PERCENT) if plans.is_share(metric) else None
    st.number_input(plain(f"Value to reach ({unit})"), value=None, max_value=most, key=f"{VALUE}-{key}")
    left, right = st.columns(2)
    left.date_input("Holds from", value=None, format="DD/MM/YYYY", key=f"{SINCE}-{key}")
    right.date_input("Holds to (may be left out)", value=None, format="DD/MM/YYYY", key=f"{UNTIL}-{key}")
    care()
    st.text_input("Why this target (may be left out)", max_chars=LINE, key=f"{NOTE}-{key}")


def _set(slug: str, borough: str | None, key: str) -> None:
    state = st.session_state
    value, since, until = (state.get(f"{name}-{key}") for name in (VALUE, SINCE, UNTIL))
    with tell_of() as told:
        if not isinstance(value, int | float) or not isinstance(since, date):
            raise RefusedError("A target needs a value and the day it holds from. Nothing was changed.")
        note = str(state.get(f"{NOTE}-{key}") or "")
        plans.set_goal(slug, borough, Goal(float(value), since, until if isinstance(until, date) else None, note))
        told(f"The target from {day(since)} is set.")


def _withdraw(slug: str, borough: str | None, goal: Goal) -> None:
    with tell_of() as told:
        plans.withdraw_goal(slug, borough, goal.since)
        told(f"The target from {day(goal.since)} is withdrawn; its versions are kept.")
