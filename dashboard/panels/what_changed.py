"""What changed, in sentences: each opens its page with the filters that show it; then what moved it."""

import re
from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.data.headlines import HEADLINES, Headline
from dashboard.filters.selection import Selection
from dashboard.insights.changes import Change, changes, unchanged
from dashboard.insights.evidence import Evidence, evidence
from dashboard.insights.narrative import BOLD, more, told
from dashboard.markdown import plain, stressed
from dashboard.panels import event_stage
from dashboard.panels.links import link
from dashboard.panels.page_part import part, words

MARKED = re.compile(r"\*\*(.+?)\*\*")
ICONS = {1: ":material/trending_up:", -1: ":material/trending_down:", 0: ":material/trending_flat:"}

Known = Mapping[str, Sequence[Evidence]]


@part("What changed")
def what_changed(chosen: Selection) -> None:
    """Say what changed in the headline measures, the most unusual first, and of which nothing is claimed."""
    by_slug = {headline.slug: headline for headline in HEADLINES}
    with st.container(key="changes", gap="xsmall"):
        st.header("What changed", anchor=False)
        st.caption(plain(_about(chosen)))
        known: dict[str, Sequence[Evidence]] = {}
        for slug, headline in by_slug.items():
            with part(_name(headline)):
                known[slug] = evidence(slug, chosen)
        found = changes([by_slug[slug].metric for slug in known], known)
        if event_stage.is_set():
            event_stage.put(_screen([change.words for change in found], chosen))
            return
        for change in found:
            headline = by_slug[change.slug]
            _sentence(change, _more(headline, change, chosen, known), headline, chosen)
        _others(found, chosen, known)


def _name(headline: Headline) -> str:
    title = headline.metric.title
    return f"What changed in {title[:1].lower()}{title[1:]}"


def _about(chosen: Selection) -> str:
    return f"{chosen.name}: against the same a year before, and claimed only where chance is an unlikely reason."


def _more(headline: Headline, change: Change, chosen: Selection, known: Known) -> str:
    """What follows a sentence about the focus or the consortium; a borough's own opens its own view."""
    if change.who != chosen.name:
        return ""
    return words("What moved it", lambda: " ".join(more(headline, chosen, known[change.slug])))


def _others(found: Sequence[Change], chosen: Selection, known: Known) -> None:
    """The measures of which nothing is claimed: that nothing changed, or that it is not judged, and why."""
    claimed = {change.slug for change in found if change.who == chosen.name}
    left = [headline for headline in HEADLINES if known.get(headline.slug) and headline.slug not in claimed]
    still = [headline for headline in left if unchanged(headline.metric, known[headline.slug])]
    groups = {
        "No clear change in a year": still,
        "Not shown or not judged": [headline for headline in left if headline not in still],
    }
    said = {change.words.replace(BOLD, "") for change in found}
    for name, headlines in groups.items():
        if headlines:
            with st.expander(plain(f"{name}: {'; '.join(each.metric.title for each in headlines)}")):
                for headline in headlines:
                    with part(_name(headline)):
                        sentences = told(headline, chosen, known[headline.slug])
                        told_once = " ".join(sentence for sentence in sentences if sentence not in said)
                        link(headline.page, plain(told_once), **headline.chooses)


def _screen(words: Sequence[str], chosen: Selection) -> event_stage.Screen:
    """The first sentences alone: what moved a figure is too long to be read from the back of a room."""
    bold = [MARKED.sub(r"<strong>\1</strong>", escape(sentence)) for sentence in words]
    items = "".join(f"<li>{sentence}</li>" for sentence in bold) or "<li>No clear change in a year.</li>"
    return event_stage.table(
        "changes", "What changed", _about(chosen), f'<ul class="pcd-changes">{items}</ul>', tuple(words)
    )


def _sentence(change: Change, rest: str, headline: Headline, chosen: Selection) -> None:
    borough = {"borough": change.who} if change.who in chosen.boroughs else {}
    link(headline.page, f"{ICONS[change.way]} {stressed(change.words)}", **borough, **headline.chooses)
    if rest:
        st.caption(plain(rest))
