"""Where do children live?"""

from dashboard import data, panels
from dashboard.charts.areas import areas
from dashboard.charts.heat import heat
from dashboard.charts.lines import lines
from dashboard.data import placement_mix as mix
from dashboard.data.broad import kept
from dashboard.data.published_mix import TOLD
from dashboard.findings import placement_mix as finding
from dashboard.panels.placement_mix import bars


def render() -> None:
    """Show the mix by month, by borough, by how it is bought, and by age."""
    chosen = panels.page("Placement mix", "Where do children live, with whom, and how was it bought?")
    share, slug, span = data.metric(mix.SLUG), mix.SLUG, mix.span(chosen)
    groups = mix.by_month(chosen, "placement_group")
    types = mix.by_month(chosen, "placement_type", mix.LINES)
    ages = mix.ages(chosen)
    shown, bands = mix.types(ages), mix.named(ages, "age_band")
    with panels.grid():
        for rows, draw, part, names in (
            (groups, areas, "placement_group", kept("placement_group", mix.GROUPS)),
            (types, lines, "placement_type", mix.LINES),
        ):
            title = finding.changed(share, rows, part, names, mix.REGISTERED)
            panels.panel(slug, rows, draw, chosen, title=title, when=span, part=part, kept=names, breaks=mix.BREAKS)
        bars(chosen)
        title, note, row = finding.commonest(share, ages), "Each age adds up to 100%.", "placement_type"
        panels.panel(
            slug, ages, heat, chosen, title=title, note=note, row=row, column="age_band", groups=shown, columns=bands
        )
    panels.local_and_published(TOLD, chosen, "Placement mix")
