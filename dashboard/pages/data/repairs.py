"""Repairs: what is corrected when returns are put together, how many rows of whom, and a switch for each."""

from html import escape
from itertools import groupby

import streamlit as st

from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.data import repair_switches
from dashboard.pages.data.repair_switches import Switch
from dashboard.panels.flash_message import tell, tell_of


def repairs(chosen: Selection) -> None:
    """Draw the section. The borough is the sidebar's."""
    tell()
    found = repair_switches.switches(chosen.focus)
    rows, off = sum(sum(each.rows.values()) for each in found), sum(not each.is_on for each in found)
    st.header(plain(_title(rows, off)), anchor=False)
    about = f"What is corrected when {chosen.focus or 'the consortium'}'s returns are put together."
    st.caption(plain(f"{about} The files stay as they are. A switch changes every borough's figures, and is logged."))
    for source, some in groupby(found, key=lambda each: each.source):
        st.header(plain(source), anchor=False)
        for each in some:
            _one(each)


def _title(rows: int, off: int) -> str:
    changed = f"{rows:,} row{'s' * (rows != 1)} repaired when years are put together"
    return f"{changed}, {off} repair{'s' * (off != 1)} off" if off else changed


def _one(each: Switch) -> None:
    with st.container(border=True, key=f"repair-{each.code}", gap="xsmall"):
        st.toggle(
            plain(each.repair.title),
            value=each.is_on,
            key=f"switch-{each.code}-{each.is_on}",
            disabled=not repair_switches.may_switch(),
            on_change=_switch,
            args=(each,),
        )
        risk = "" if each.is_on else f"<br><strong>Switched off:</strong> {escape(each.repair.risk)}"
        st.html(f'<p class="pcd-line">{escape(each.repair.done)}{risk}</p>')
        st.caption(plain(_told(each)))


def _told(each: Switch) -> str:
    """Whose rows, and who switched it."""
    whose = ", ".join(f"{name} {count:,}" for name, count in each.rows.items())
    rows = sum(each.rows.values())
    many = f"{rows:,} row{'s' * (rows != 1)}: {whose}." if rows else ("No row." if each.is_on else "No row, being off.")
    if each.at is None:
        return f"{many} Never switched."
    return f"{many} Switched {'on' if each.is_on else 'off'} by {each.who}, {each.at:%-d %B %Y, %H:%M}."


def _switch(each: Switch) -> None:
    with tell_of() as told:
        repair_switches.switch(each.code, on=not each.is_on)
        told(f"{each.repair.title}: switched {'off' if each.is_on else 'on'}. Every figure is calculated again.")
