"""What does every figure mean?"""

from dashboard import panels


def render() -> None:
    """Show every measure's card, by theme, to search."""
    panels.page("Definitions", "What does every figure mean, and where does it come from?")
    panels.definitions()
