"""Where do children live?"""

from dashboard import data, panels
from dashboard.charts.areas import areas
from dashboard.charts.heat import heat
from dashboard.charts.lines import lines
from dashboard.charts.stacked import stacked
from dashboard.data import placement_mix as mix
from dashboard.findings import placement_mix as finding


def render() -> None:
    """Show the mix by month, by borough, by how it is bought, and by age."""
    chosen = panels.page("Placement mix", "Where do children live, with whom, and how was it bought?")
    share, span = data.metric(mix.SLUG), mix.span(chosen)
    groups, types, ages = mix.by_month(chosen, "placement_group"), mix.lines(chosen), mix.ages(chosen)
    columns = {"row": "placement_type", "column": "age_band"}
    parts = {
        "placement_group": mix.GROUPS,
        "provider_sector": mix.SECTORS,
        "sourcing": mix.SOURCING,
        "arrangement": mix.ARRANGEMENT,
    }
    with panels.grid():
        title = finding.changed(share, groups, "placement_group")
        options = {"when": span, "breaks": mix.BREAKS}
        panels.panel(mix.SLUG, groups, areas, chosen, title=title, part="placement_group", kept=mix.GROUPS, **options)
        title = finding.changed(share, types, "placement_type")
        panels.panel(mix.SLUG, types, lines, chosen, title=title, part="placement_type", kept=mix.LINES, **options)
        for part, kept in parts.items():
            rows = mix.boroughs(chosen, part)
            title = finding.apart(share, rows, part, chosen.focus)
            panels.panel(mix.SLUG, rows, stacked, chosen, title=title, pick="borough", part=part, kept=kept)
        shown = {"groups": mix.types(ages), "columns": mix.named(ages, "age_band")}
        panels.panel(mix.SLUG, ages, heat, chosen, title=finding.commonest(share, ages), **columns, **shown)
