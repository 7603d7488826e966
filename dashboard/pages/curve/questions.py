"""How much did we do, how well, and is anyone better off: the theme's measures, now and a year before."""

import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.number_format import day
from dashboard.charts.record_list import Item, Row, listing
from dashboard.data.claims import change_way
from dashboard.faults import tried_each
from dashboard.filters.selection import Selection
from dashboard.insights.position import standing
from dashboard.insights.wording import said
from dashboard.markdown import plain
from dashboard.pages.curve.outcome_questions import ASKED, Answer, answer, answered_by
from dashboard.panels.figure_table import legend_of
from dashboard.panels.page_part import part, say
from dashboard.panels.reader_style import mode
from metrics import METRICS, Metric

TONES = {"better": "good", "worse": "bad"}


@part("The three questions")
def questions(metric: Metric, chosen: Selection) -> None:
    """Show the three questions side by side, each with the measures that answer it."""
    asked = answered_by(metric.theme)
    if not asked:
        return
    st.caption(plain(f"{chosen.name}, {day(chosen.start)} to {day(chosen.end)}, beside the same a year before."))
    shown: list[str] = []
    for place, (question, slugs) in zip(st.columns(3, gap="large"), asked.items(), strict=True):
        with place, st.container(key=f"panel-question-{ASKED.index(question)}"):
            st.header(plain(question), anchor=False)
            found, faults = tried_each({slug: METRICS[slug].title for slug in slugs}, lambda slug: answer(slug, chosen))
            say(faults)
            told = list(found.values())
            rows = [_row(one, change_way(one.metric.slug, chosen)) for one in told]
            st.html(listing(("Measure", "Now"), rows, Look(mode()), caption=question))
            shown += [said(one.metric, figure) for one in told for figure in (one.now, one.before)]
    for words in legend_of(shown):
        st.caption(plain(words))


def _row(answer: Answer, way: int) -> Row:
    found = standing(answer.metric, answer.now, answer.before, way)
    now = said(answer.metric, answer.now)
    return [answer.metric.title, Item(now, found.line, TONES.get(found.word, ""))]
