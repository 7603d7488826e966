"""Names as files write them, each with the provider it may stand for; nothing is linked until someone decides."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from html import escape
from typing import Final

import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.record_list import listing
from dashboard.faults import is_fault, report
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.data import provider_names_data as provider_names
from dashboard.pages.data.provider_names_data import SURE, Waiting
from dashboard.pages.data.provider_names_insights import names_wait
from dashboard.panels.flash_message import not_done
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode
from store.errors import StoreError

A_PAGE: Final = 8
MOST: Final = 40
"""Names that are shown when all of them are to be confirmed at once."""
SAME, ANOTHER, NOBODY, LATER = "Same provider", "Another...", "Not in the register", "Not now"
TOLD: Final = "names-told"
"""Session key: what was just done, to be said once more after the rerun."""


@part("Names that wait")
def names(chosen: Selection) -> None:
    """Draw the names that wait, a page at a time, and take decisions on them together."""
    _tell()
    with st.spinner("Looking names up in the register"):
        held = provider_names.waiting(chosen.focus)
    st.header(plain(names_wait(len(held))), anchor=False)
    st.caption(
        "Names in cost pro formas and contracts where no URN of the register tells the provider. A proposal links "
        "nothing: the figures follow once you decide. Score 100: written alike but for case, marks and legal form."
    )
    if not held:
        return
    if not provider_names.may_rule():
        st.info("Names are ruled on by those who look after every borough.", icon=":material/lock:")
    _all_plain([each for each in held if each.is_plain])
    pages = -(-len(held) // A_PAGE)
    page = st.pagination(pages, key="names-page") if pages > 1 else 1
    _decide(held[(page - 1) * A_PAGE : page * A_PAGE])


def _tell() -> None:
    """Say what was just done."""
    kind, sentence = st.session_state.pop(TOLD, ("", ""))
    if kind:
        (st.success if kind == "done" else st.error)(sentence)


def done(act: Callable[[], str]) -> None:
    """Do it and keep what there is to say."""
    try:
        st.session_state[TOLD] = ("done", act())
    except (StoreError, PermissionError) as problem:
        st.session_state[TOLD] = ("failed", str(problem))
    except BaseException as problem:
        if not is_fault(problem):
            raise
        st.session_state[TOLD] = ("failed", not_done(report("A ruling on names", problem)))


def _decide(held: Sequence[Waiting]) -> None:
    decided = dict(filter(None, map(_entry, held)))
    words = f"Confirm {len(decided)} decision{'s' * (len(decided) != 1)}"
    st.button(
        plain(words),
        key="decide",
        type="primary",
        disabled=not decided or not provider_names.may_rule(),
        on_click=done,
        args=(lambda: provider_names.rule(decided),),
    )


def _entry(each: Waiting) -> tuple[str, str | None] | None:
    """Show one name, and give what is decided about it."""
    key = sha256(each.name.encode()).hexdigest()[:12]
    with st.container(border=True, key=f"name-{key}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(f"<strong>{escape(each.name)}</strong>")
            st.badge(_score(each), color="blue" if each.score == SURE else "gray")
        st.html(f'<p class="pcd-line">{escape(_used(each))}</p><p class="pcd-line">{escape(_proposal(each))}</p>')
        choices = [LATER, *([SAME] if each.proposed else []), ANOTHER, NOBODY]
        label = f"Whose name is {each.name}?"
        choice = st.radio(plain(label), choices, key=f"choice-{key}", horizontal=True, label_visibility="collapsed")
        other = _another(each, key) if choice == ANOTHER else None
    if choice == SAME:
        return each.name, each.proposed
    return (each.name, other) if other or choice == NOBODY else None


def _another(each: Waiting, key: str) -> str | None:
    label = f"Provider of the register that {each.name} is"
    return st.selectbox(plain(label), provider_names.registered(), index=None, key=f"other-{key}", placeholder="Choose")


def _score(each: Waiting) -> str:
    return "Nothing near" if each.score is None else f"Score {each.score}"


def _used(each: Waiting) -> str:
    counts = {"price": each.prices, "contract": each.contracts}
    told = [f"{count:,} {what}{'s' * (count != 1)}" for what, count in counts.items() if count]
    return f"{', '.join(each.boroughs)}: {' and '.join(told)}"


def _proposal(each: Waiting) -> str:
    if each.proposed is None:
        return "The register has no name like it."
    other = f" Next: {each.next_best}, score {each.next_score}." if each.next_best else ""
    return f"Proposed: {each.proposed}. {each.why}.{other}"


def _all_plain(held: list[Waiting]) -> None:
    if len(held) > 1 and provider_names.may_rule():
        words = f"Confirm all {len(held):,} with score 100 at once"
        if st.button(plain(words), key="plain", icon=":material/done_all:", type="tertiary"):
            _confirm_plain(held)


@st.dialog("The same providers?", width="large")
def _confirm_plain(held: list[Waiting]) -> None:
    """Show every name beside its provider, and confirm them all only when told to."""
    st.caption(f"{len(held):,} names that are written as one provider of the register, and no other, is.")
    rows = [(each.name, each.proposed or "", each.why or "") for each in held[:MOST]]
    st.html(listing(("Name as written", "Provider", "Why"), rows, Look(mode()), caption="Names and providers"))
    if len(held) > MOST:
        st.caption(f"And {len(held) - MOST:,} more.")
    decided = {each.name: each.proposed for each in held}
    with st.container(horizontal=True):
        act = (lambda: provider_names.rule(decided),)
        if st.button("They are the same", key="plain-yes", type="primary", on_click=done, args=act):
            st.rerun()
        if st.button("Leave them", key="plain-no"):
            st.rerun()
