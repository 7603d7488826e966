"""What comes if nothing changes, and is what we do beating it?"""

from dataclasses import replace

from dashboard import panels
from dashboard.panels import curve


def render() -> None:
    """Show a measure's history and forecast, its target, its story, what is done, and the three questions."""
    page = panels.page("Turning the curve", "What comes if nothing changes, and does what we do beat that?")
    metric = panels.measure()
    chosen = replace(page, kept=())
    found = curve.history(metric.slug, chosen, is_narrowed=page != chosen)
    with panels.grid():
        if found:
            curve.target(found, chosen)
        curve.story(metric.slug, chosen)
    curve.actions(metric.slug, chosen)
    curve.questions(metric, chosen)
    curve.versions(metric, chosen)
