"""What is loaded, and what is missing?"""

from dashboard import panels
from dashboard.panels.data import sections


def render() -> None:
    """Show what is loaded, and let officers upload, look through and take back files."""
    chosen = panels.page("Data", "What is loaded, and what is missing?", even_empty=True)
    for tab, draw in sections():
        with tab, panels.part("This section"):
            draw(chosen)
