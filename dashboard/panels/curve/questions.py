"""How much did we do, how well, and is anyone better off: the theme's measures, now and a year before."""

import streamlit as st

from dashboard.charts.listing import Item, Row, listing
from dashboard.charts.look import Look
from dashboard.charts.numbers import day
from dashboard.data.questions import ASKED, Answer, answers
from dashboard.filters.selection import Selection
from dashboard.findings.standing import standing
from dashboard.markdown import plain
from dashboard.panels.look import mode
from dashboard.panels.part import part
from dashboard.panels.table import legend_of
from dashboard.sentences import said
from metrics import Metric

TONES = {"better": "good", "worse": "bad"}


@part("The three questions")
def questions(metric: Metric, chosen: Selection) -> None:
    """Show the three questions side by side, each with the measures that answer it."""
    asked = answers(metric.theme, chosen)
    if not asked:
        return
    st.caption(plain(f"{chosen.name}, {day(chosen.start)} to {day(chosen.end)}, beside the same a year before."))
    shown: list[str] = []
    for place, (question, told) in zip(st.columns(3, gap="large"), asked.items(), strict=True):
        with place, st.container(key=f"panel-question-{ASKED.index(question)}"):
            st.header(plain(question), anchor=False)
            rows = [_row(answer) for answer in told]
            st.html(listing(("Measure", "Now"), rows, Look(mode()), caption=question))
            shown += [said(answer.metric, figure) for answer in told for figure in (answer.now, answer.before)]
    for words in legend_of(shown):
        st.caption(plain(words))


def _row(answer: Answer) -> Row:
    found = standing(answer.metric, answer.now, answer.before)
    now = said(answer.metric, answer.now)
    return [answer.metric.title, Item(now, found.line, TONES.get(found.word, ""))]
