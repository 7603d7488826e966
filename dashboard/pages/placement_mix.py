"""Where do children live?"""

from dashboard import panels
from dashboard.data.published_mix import TOLD
from dashboard.panels import placement_mix as mix


def render() -> None:
    """Show the mix by month, by borough, by how it is bought, and by age."""
    chosen = panels.page("Placement mix", "Where do children live, with whom, and how was it bought?")
    with panels.grid():
        mix.by_group(chosen)
        mix.by_type(chosen)
        mix.bars(chosen)
        mix.by_age(chosen)
    panels.local_and_published(TOLD, chosen, "Placement mix")
