"""The story behind the curve and the partners: read, and told again by those whose part it is."""

import streamlit as st

from dashboard.charts.number_format import day
from dashboard.filters.selection import Selection
from dashboard.pages.curve import plans
from dashboard.pages.curve.free_text import as_text, care, lines
from dashboard.panels.flash_message import tell_of
from dashboard.panels.page_part import part
from store.free_text import LINE, LONG

STORY, PARTNERS = "story-words", "story-partners"


@part("The story")
def story(slug: str, chosen: Selection) -> None:
    """Show the newest story, who told it and when, and the partners."""
    told = plans.story(slug, chosen.focus)
    with st.container(key="panel-story"):
        st.header("The story behind the curve", anchor=False)
        if told:
            as_text(told.story)
            lines(*([f"Partners: {told.partners}"] if told.partners else []), f"{told.who}, {day(told.at.date())}")
        elif plans.may_read(chosen.focus):
            lines("Not told yet: what drives the curve, and who can help to turn it.")
        else:
            lines("Not shown in this release, or not of this borough.")
        if plans.may_plan(chosen.focus):
            _change(slug, chosen.focus, (told.story, told.partners) if told else ("", ""))


def _change(slug: str, borough: str | None, now: tuple[str, str]) -> None:
    key = f"{slug}-{borough}"
    opened = st.expander("Tell the story", icon=":material/edit:", key=f"story-change-{key}", on_change="rerun")
    if not opened.open:
        return
    with opened, st.form(f"story-{key}", border=False):
        care()
        st.text_area("What drives the curve", now[0], max_chars=LONG, height=200, key=f"{STORY}-{key}")
        st.text_input("Partners who can help", now[1], max_chars=LINE, key=f"{PARTNERS}-{key}")
        args = (slug, borough, key)
        st.form_submit_button("Keep this story", type="primary", key=f"story-keep-{key}", on_click=_keep, args=args)


def _keep(slug: str, borough: str | None, key: str) -> None:
    words, partners = (str(st.session_state.get(f"{name}-{key}") or "") for name in (STORY, PARTNERS))
    with tell_of() as told:
        plans.tell_story(slug, borough, words, partners)
        told("The story is kept." if words or partners else "The story is taken back; its versions are kept.")
