"""Is it getting better, and for whom?"""

from dashboard import panels
from dashboard.panels import missing


def render() -> None:
    """Show incidents by month and beside a year before, who goes missing and when, what it costs, and shares."""
    everyone = panels.page("Missing from home", "Is it getting better, and for whom?")
    chosen = missing.cohort(everyone)
    if panels.is_empty("incidents", chosen):
        panels.empty("incidents", chosen)
    else:
        with panels.grid():
            missing.by_month(chosen)
            missing.on_the_year_before(chosen, everyone)
            missing.people(chosen)
            missing.repeat_runners(chosen)
            missing.week(chosen)
        missing.cost(everyone)
    with panels.grid():
        missing.national(everyone)
    panels.local_and_published(missing.NATIONAL, everyone, "Missing from home")
