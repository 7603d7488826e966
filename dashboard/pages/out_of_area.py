"""How far from home do children live?"""

from dashboard import panels
from dashboard.data import out_of_area as area
from dashboard.panels import out_of_area


def render() -> None:
    """Show where children live, how far from home, why, and what the boroughs exchange."""
    chosen = panels.page("Out of area", "How far from home do children live?")
    with panels.grid():
        out_of_area.hosts(chosen)
        out_of_area.exchanges(chosen)
        for slug in ("outside_borough", "outside_london"):
            out_of_area.over_time(slug, chosen)
        far = out_of_area.far_from_home(chosen)
        for slug in (far, "outside_borough", "location_not_known"):
            out_of_area.by_borough(slug, chosen)
        out_of_area.distances(chosen)
        out_of_area.reasons(chosen)
        out_of_area.net_import(chosen)
    panels.local_and_published(area.NATIONAL, chosen, "Out of area")
