"""The measures that boroughs can be compared on, in the words of the selector and the URL: by theme, then by title."""

from dashboard.data.figures import metrics
from metrics import Metric, Statistic, Theme


def measures() -> dict[str, str]:
    """Give the words of each measure, `Cost: Weekly cost`, and its slug."""
    return {words(card): card.slug for theme in Theme for card in metrics(theme) if is_of_boroughs(card)}


def words(card: Metric) -> str:
    """Give a measure's words in the selector and the URL."""
    return f"{card.theme.heading}: {card.title}"


def is_of_boroughs(card: Metric) -> bool:
    """Say whether a measure can be told by borough and month.

    What others published stands on its own, and the parts of a whole say nothing until one of them is chosen.
    """
    takes = card.only_by is None or {"borough", "month"} <= set(card.only_by)
    return takes and card.statistic is not Statistic.GIVEN and not card.parts
