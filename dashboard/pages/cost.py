"""What do we pay, and why?"""

from dashboard import panels
from dashboard.data import spending
from dashboard.panels import cost


def render() -> None:
    """Show spend, prices by type, between boroughs and against need, who pays, and where."""
    chosen = panels.page("Cost", "What do we pay, and why?")
    note = cost.covered(chosen)
    with panels.grid():
        cost.spend(chosen, note)
        cost.change(chosen, note)
        cost.by_type(chosen, note)
        cost.like_for_like(chosen, note)
        cost.against_need(chosen, note)
        cost.in_and_out(chosen, note)
        cost.funders(chosen, note)
        cost.unit_costs(chosen, note)
        cost.coverage(chosen, note)
    panels.local_and_published(list(spending.UNIT_COSTS), chosen, "Cost")
