"""What may a room full of people see?"""

from typing import Final

from dashboard.pages import compare, cost, missing, needs, out_of_area, overview, placement_mix
from dashboard.panels import event

PAGES: Final = {
    "Overview": overview.render,
    "Placement mix": placement_mix.render,
    "Out of area": out_of_area.render,
    "Needs profiles": needs.render,
    "Missing from home": missing.render,
    "Cost": cost.render,
    "Compare": compare.render,
}
"""The pages whose figures may be shown; the one about providers names them, and those about data show none."""


def render() -> None:
    """Show what would be shown and what is hidden; once started, one figure a screen."""
    event.run(PAGES)
