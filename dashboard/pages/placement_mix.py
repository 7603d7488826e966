"""Where do children live?"""

from dashboard import data, panels, sentences
from dashboard.charts.trend import trend
from metrics import Theme


def render() -> None:
    """Show each measure of the theme over the months."""
    chosen = panels.page("Placement mix", "Where do children live?")
    with panels.grid():
        for card in data.metrics(Theme.PLACEMENT_MIX):
            months = data.compared(card.slug, chosen, ("month",))
            title = sentences.over_time(card, chosen.name, data.focused(card.slug, chosen, ("month",), chosen.trend))
            panels.panel(card.slug, months, trend, chosen, title=title)
