"""What changed, in sentences: each opens its page with the filters that show it."""

import re
from html import escape

import streamlit as st

from dashboard.data import headlines
from dashboard.data.headlines import HEADLINES, Headline
from dashboard.filters.selection import Selection
from dashboard.findings.changes import Change, Evidence, changes
from dashboard.panels import stage
from dashboard.panels.links import link

BOLD = re.compile(r"\*\*(.+?)\*\*")
ICONS = {1: ":material/trending_up:", -1: ":material/trending_down:", 0: ":material/trending_flat:"}


def what_changed(chosen: Selection) -> None:
    """Say what changed in the headline measures, the most unusual first."""
    by_slug = {headline.slug: headline for headline in HEADLINES}
    with st.container(key="changes", gap="xsmall"):
        st.header("What changed", anchor=False)
        st.caption(f"{chosen.name}: against the same a year before, and each measure's usual monthly variation.")
        known = {slug: _evidence(slug, chosen) for slug in by_slug}
        found = changes([headline.metric for headline in HEADLINES], known)
        if stage.is_set():
            stage.put(_screen([change.words for change in found.told], chosen))
            return
        for change in found.told:
            _sentence(change, by_slug[change.slug], chosen)
        if found.steady:
            st.caption(f"No change beyond the usual: {'; '.join(card.title for card in found.steady)}.")


def _evidence(slug: str, chosen: Selection) -> list[Evidence]:
    """What is known of the focus, or of every borough and the consortium."""
    runs = headlines.everyone(slug, chosen)
    pairs = headlines.pairs(slug, chosen)
    names = [chosen.focus] if chosen.focus else [who for who in runs if who in pairs]
    return [Evidence(who, runs[who], *pairs[who]) for who in names]


def _screen(told: list[str], chosen: Selection) -> stage.Screen:
    about = f"{chosen.name}: against the same a year before, and each measure's usual monthly variation."
    bold = [BOLD.sub(r"<strong>\1</strong>", escape(words)) for words in told]
    items = "".join(f"<li>{words}</li>" for words in bold) or "<li>No change beyond the usual.</li>"
    return stage.table("changes", "What changed", about, f'<ul class="pcd-changes">{items}</ul>', tuple(told))


def _sentence(change: Change, headline: Headline, chosen: Selection) -> None:
    borough = {"borough": change.who} if change.who in chosen.boroughs else {}
    link(headline.page, f"{ICONS[change.way]} {change.words}", **borough, **headline.chooses)
