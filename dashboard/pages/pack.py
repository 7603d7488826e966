"""What goes to the board?"""

from dashboard import panels
from dashboard.data.headlines import HEADLINES
from dashboard.panels import pack


def render() -> None:
    """Let a reader choose what a board pack holds, make it and take it away; and list the packs made."""
    chosen = panels.page("Board pack", "What goes to the board, on paper, on screen or in a workbook?")
    if not pack.may_make():
        return
    settings = pack.choose(chosen)
    if panels.is_empty(HEADLINES[0].slug, chosen):
        panels.empty(HEADLINES[0].slug, chosen)
    elif settings:
        pack.offer(settings)
    pack.made()
