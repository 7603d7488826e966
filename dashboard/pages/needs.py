"""What do children need, and is it met?"""

from dashboard import panels
from dashboard.panels import cost, needs


def render() -> None:
    """Show needs by placement type and age, how they change, what they cost, and who the children are."""
    chosen = panels.page("Needs profiles", "What do children need, and is it met?")
    if panels.is_empty("children_looked_after", chosen):
        panels.empty("children_looked_after", chosen)
        return
    note = needs.assessed(chosen)
    slug = needs.way()
    with panels.grid():
        needs.by_group(slug, chosen, "placement_type", note)
        needs.by_group(slug, chosen, "age_band", note)
        needs.by_age(chosen, note)
        needs.change(chosen, note)
        cost.against_need(chosen, note)
        needs.strengths(chosen)
        needs.characteristics(chosen)
        needs.children(chosen)
        needs.coverage(chosen)
    panels.local_and_published(needs.NATIONAL, chosen, "Needs profiles")
