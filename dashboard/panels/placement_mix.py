"""The figures of the page about where children live, each with its finding; the published mix beneath the boroughs'."""

from typing import Any

from dashboard import data
from dashboard.charts.heatmap import heat
from dashboard.charts.part_lines import lines
from dashboard.charts.stacked_areas import areas
from dashboard.charts.stacked_bars import stacked
from dashboard.data import detail_level, published_mix
from dashboard.data import placement_mix as mix
from dashboard.data.benchmarks import beside
from dashboard.filters.publishable import noted, together
from dashboard.filters.selection import Selection
from dashboard.insights import benchmarks
from dashboard.insights import placement_mix as finding
from dashboard.panels.page_part import part
from dashboard.panels.panel import Builder, panel


def by_group(chosen: Selection) -> None:
    """Show the mix by month, by placement group."""
    names = detail_level.kept("placement_group", mix.GROUPS)
    _over_time(chosen, "placement_group", areas, names)


def by_type(chosen: Selection) -> None:
    """Show by month the types that commissioning moves children between."""
    _over_time(chosen, "placement_type", lines, mix.LINES, mix.LINES)


@part("The mix by month")
def _over_time(chosen: Selection, group: str, draw: Builder, names: list[str], only: list[str] | None = None) -> None:
    rows, span = mix.by_month(chosen, group, only), mix.span(chosen)
    title = finding.changed(data.metric(mix.SLUG), rows, group, names, mix.REGISTERED)
    panel(mix.SLUG, rows, draw, chosen, title=title, when=span, part=group, kept=names, breaks=mix.BREAKS)


def bars(chosen: Selection) -> None:
    """Show each borough's mix, by placement group and by how the placement is provided and bought."""
    for group, names, about in mix.BARS:
        _bars(chosen, group, names, about)


@part("The mix by borough")
def _bars(chosen: Selection, group: str, names: list[str], about: str) -> None:
    kept, rows = detail_level.kept(group, names), mix.boroughs(chosen, group)
    title = finding.apart(data.metric(mix.SLUG), rows, group, kept, chosen.focus)
    note = f"{about} {_published(chosen)}".strip() if group == published_mix.GROUP else about
    shown = published_mix.beneath(chosen, rows) if group == published_mix.GROUP else rows
    panel(mix.SLUG, shown, stacked, chosen, title=title, pick="borough", note=note, part=group, kept=kept)


def _published(chosen: Selection) -> str:
    """Say what the bars beneath are."""
    slug = published_mix.TOLD[0]
    found = beside(slug, chosen, published_mix.ENGLAND)
    return benchmarks.under(data.metric(slug), found, chosen.name) if found else ""


@part("The mix by age")
def by_age(chosen: Selection) -> None:
    """Show where children of each age live."""
    rows = mix.ages(chosen)
    shown, bands = mix.types(rows), mix.named(rows, "age_band")
    title, note = finding.commonest(data.metric(mix.SLUG), rows), noted(chosen, "Each age adds up to 100%.")
    layout: dict[str, Any] = {"row": "placement_type", "column": "age_band", "groups": shown, "columns": bands}
    panel(mix.SLUG, rows, heat, together(chosen), title=title, note=note, **layout)
