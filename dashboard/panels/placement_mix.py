"""The mix of placements borough by borough, with the published one beneath."""

from dashboard import data
from dashboard.charts.stacked import stacked
from dashboard.data import broad, published_mix
from dashboard.data import placement_mix as mix
from dashboard.data.benchmarks import beside
from dashboard.filters.selection import Selection
from dashboard.findings import benchmarks
from dashboard.findings import placement_mix as finding
from dashboard.panels.panel import panel


def bars(chosen: Selection) -> None:
    """Show each borough's mix, by placement group and by how the placement is provided and bought."""
    for part, names, about in mix.BARS:
        kept = broad.kept(part, names)
        rows = mix.boroughs(chosen, part)
        title = finding.apart(data.metric(mix.SLUG), rows, part, kept, chosen.focus)
        note = f"{about} {_published(chosen)}".strip() if part == published_mix.GROUP else about
        shown = published_mix.beneath(chosen, rows) if part == published_mix.GROUP else rows
        panel(mix.SLUG, shown, stacked, chosen, title=title, pick="borough", note=note, part=part, kept=kept)


def _published(chosen: Selection) -> str:
    """Say what the bars beneath are."""
    slug = published_mix.TOLD[0]
    found = beside(slug, chosen, published_mix.ENGLAND)
    return benchmarks.under(data.metric(slug), found, chosen.name) if found else ""
