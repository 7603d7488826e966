"""A pack as a presentation: one finding a slide, as native charts that can be edited, with notes to speak from."""

from io import BytesIO
from typing import Any, Final

from pptx import Presentation
from pptx.util import Inches

from dashboard.charts.number_format import written
from dashboard.exports.pack import pptx_layout
from dashboard.exports.pack.build import definition, small
from dashboard.exports.pack.model import Finding, Pack, Section
from dashboard.exports.pack.pdf import about
from dashboard.exports.pack.pptx_charts import put_chart
from dashboard.exports.pack.reproducible import settled

MOST_NOTED: Final = 14
"""Figures that notes list; the workbook has every one."""


def as_pptx(pack: Pack) -> bytes:
    """Give the presentation. The same pack gives the same bytes."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = Inches(pptx_layout.WIDE), Inches(pptx_layout.HIGH)
    _describe(deck, pack)
    pptx_layout.cover(deck, pack.title, [pack.whose, pack.period], [f"{name}: {words}" for name, words in about(pack)])
    _headlines(deck, pack)
    pptx_layout.bullets(deck, pack, "What changed", list(pack.changed) or ["No clear change in a year."])
    for section in pack.sections:
        for finding in section.findings:
            _finding(deck, pack, section, finding)
    _rests_on(deck, pack)
    out = BytesIO()
    deck.save(out)
    return settled(out.getvalue(), pack.moment)


def _describe(deck: Any, pack: Pack) -> None:
    told = deck.core_properties
    told.title, told.author, told.language = f"{pack.title}: {pack.whose}, {pack.period}", pack.made_by, "en-GB"
    told.last_modified_by, told.subject, told.keywords = pack.made_by, pack.banner, f"data version {pack.version}"
    told.created = told.modified = pack.moment.replace(tzinfo=None)
    told.revision = 1


def _headlines(deck: Any, pack: Pack) -> None:
    heads = ["Measure", "Figure", "Of when, and n", "Compared"]
    rows = [[each.metric.title, each.text, each.about, each.compared] for each in pack.headlines]
    notes = [f"{each.metric.title}: {definition(each.metric.slug)}" for each in pack.headlines]
    pptx_layout.table(deck, pack, f"{pack.whose} in eight measures", heads, rows, (3.5, 1.4, 3.3, 3.9), notes)


def _finding(deck: Any, pack: Pack, section: Section, finding: Finding) -> None:
    page = pptx_layout.titled(deck, pack, finding.title, finding.about, section.theme.heading)
    put_chart(page, finding)
    pptx_layout.note(page, _notes(section, finding))


def _notes(section: Section, finding: Finding) -> list[str]:
    """Give what is said of the theme, the figures of the last month or the period, and what the measure means."""
    hidden = small(finding)
    return [
        *section.narrative,
        f"{finding.about}",
        *_figures(finding),
        f"{finding.metric.title} ({finding.metric.unit.value.replace('GBP', '£')}): {definition(finding.metric.slug)}",
        f"Source: {finding.metric.source}.",
        *([f"Marks: {hidden}."] if hidden else []),
    ]


def _figures(finding: Finding) -> list[str]:
    """Write the figures that a speaker may be asked for: those of the last month, or of the period."""
    months = [point.month for point in finding.points if point.month]
    last = [point for point in finding.points if not months or point.month == max(months)]
    return [_figure(finding, at) for at in last][:MOST_NOTED]


def _figure(finding: Finding, point: Any) -> str:
    figure, unit = point.figure, finding.metric.unit
    who = ", ".join(part for part in (point.who, point.part) if part)
    parts = [written(figure.value, unit, figure.mark)]
    if figure.lower is not None and figure.upper is not None:
        parts.append(f"95% range {written(figure.lower, unit)} to {written(figure.upper, unit)}")
    parts += [f"n = {figure.n:,.0f}"] if figure.n is not None else []
    return f"{who}: {'; '.join(parts)}"


def _rests_on(deck: Any, pack: Pack) -> None:
    held = pack.coverage
    rows = [[name, *words] for name, words in held.rows]
    wide = (2.1, *(10.0 / len(held.headings) for _ in held.headings))
    notes = [f"{mark} {words}" for mark, words in pack.marks]
    pptx_layout.table(deck, pack, "What the figures rest on", ["Borough", *held.headings], rows, wide, notes)
