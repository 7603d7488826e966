"""Every measure's card, found by theme and by word."""

from collections.abc import Collection

from dashboard.data.figures import metrics
from metrics import Metric, Theme


def found(words: str, headings: Collection[str] = ()) -> dict[Theme, list[Metric]]:
    """Give the cards that hold every word, by theme in order and by title; no heading asks for every theme."""
    asked = words.lower().split()
    themes = [theme for theme in Theme if not headings or theme.heading in headings]
    cards = {theme: [card for card in metrics(theme) if _holds(card, asked)] for theme in themes}
    return {theme: held for theme, held in cards.items() if held}


def _holds(card: Metric, asked: list[str]) -> bool:
    text = " ".join((card.title, card.slug, card.definition, card.source, card.unit, card.theme.heading)).lower()
    return all(word in text for word in asked)
