"""What a pack says of the headline measures: the same sentences as on screen, without their emphasis."""

from dashboard.data.headlines import HEADLINES
from dashboard.filters.selection import Selection
from dashboard.insights.changes import changes
from dashboard.insights.evidence import evidence
from dashboard.insights.narrative import BOLD, narrative
from metrics import Theme


def changed(chosen: Selection) -> tuple[str, ...]:
    """Give what changed in the headline measures, the most unusual first."""
    found = changes([each.metric for each in HEADLINES], {each.slug: evidence(each.slug, chosen) for each in HEADLINES})
    return tuple(change.words.replace(BOLD, "") for change in found)


def of_theme(theme: Theme, chosen: Selection) -> tuple[str, ...]:
    """Give what is said of each of a theme's headline measures: what changed, what moved it, what is not known."""
    return tuple(" ".join(narrative(each, chosen)) for each in HEADLINES if each.metric.theme is theme)
