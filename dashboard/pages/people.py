"""Who may see what, and who did what?"""

from dashboard import panels
from dashboard.panels.people import sections


def render() -> None:
    """Show who may sign in, and what is on record, to administrators."""
    for tab, draw in sections():
        with tab, panels.part("This section"):
            draw()
