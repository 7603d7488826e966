"""How are we doing, and what changed?"""

from dashboard import panels
from dashboard.data.headlines import HEADLINES
from dashboard.panels import pack


def render() -> None:
    """Show eight headline measures, what changed in them, how boroughs stand, and what the figures rest on."""
    chosen = panels.page("Overview", "How are we doing, and what changed?")
    if panels.is_empty(HEADLINES[0].slug, chosen):
        panels.empty(HEADLINES[0].slug, chosen)
        return
    panels.cards(HEADLINES, chosen)
    panels.sources([headline.judge.slug for headline in HEADLINES], chosen)
    panels.what_changed(chosen)
    panels.boroughs(chosen)
    panels.coverage(chosen)
    pack.opener()
