"""A pack's content, made once from figures in the reader's release."""

from collections.abc import Iterable

from dashboard.auth.current_user import scope
from dashboard.charts.chart_style import CONSORTIUM
from dashboard.charts.number_format import MARKS
from dashboard.data import data_source
from dashboard.data.empty_result import is_empty
from dashboard.data.headlines import HEADLINES
from dashboard.exports.pack import tables
from dashboard.exports.pack.figures import finding_of
from dashboard.exports.pack.history import moment
from dashboard.exports.pack.model import Finding, Headline, Pack, Section, Table
from dashboard.exports.pack.narrative import changed, of_theme
from dashboard.exports.pack.plan import Plan, Plans
from dashboard.exports.pack.settings import PackError, Settings
from dashboard.figure import Figure
from dashboard.filters.fields import BY_KEY
from metrics import METRICS, Theme


def pack(settings: Settings, plans: Plans) -> Pack:
    """Make the content of a pack. The same data version and settings give the same content, whenever it is made.

    Raises:
        PackError: nobody is left to make a pack of.
    """
    chosen, seen = settings.chosen, scope()
    if is_empty(HEADLINES[0].slug, chosen):
        raise PackError(f"There are no children of {chosen.name} in this period with these filters.")
    sections = tuple(_section(theme, settings, plans[theme]) for theme in settings.themes)
    judged = [each.judged_by for each in HEADLINES]
    boroughs = tables.table("Boroughs beside the consortium", judged, settings)
    lines, held = tables.lines(settings), tables.coverage(settings)
    return Pack(
        title="Placement commissioning: board pack",
        whose=_whose(settings),
        period=tables.span(chosen),
        release=seen.release,
        is_fictional=data_source.is_fictional(),
        version=data_source.version(),
        moment=moment(),
        data_to=data_source.data_date(),
        made_by=settings.by or seen.role,
        filters=tuple(f"{BY_KEY[key].label}: {', '.join(words)}" for key, words in chosen.kept),
        headlines=lines,
        changed=changed(chosen),
        boroughs=boroughs,
        sections=sections,
        coverage=held,
        marks=marks(_words(lines, [boroughs, *(each.table for each in sections)], sections)),
    )


def _whose(settings: Settings) -> str:
    chosen = settings.chosen
    if chosen.focus or set(settings.boroughs) == set(chosen.boroughs):
        return chosen.name
    return f"{CONSORTIUM}: {', '.join(settings.boroughs)}"


def _section(theme: Theme, settings: Settings, plan: Plan) -> Section:
    selection = settings.chosen
    made = (part.make() for part in plan.figures(selection))
    findings = (finding_of(figure, settings) for figure in made if isinstance(figure, Figure))
    table = tables.table(f"{theme.heading} by borough", plan.measures, settings)
    words = (*of_theme(theme, selection), *plan.rests_on(selection))
    return Section(theme, words, tuple(filter(None, findings)), table)


def _words(lines: Iterable[Headline], shown: Iterable[Table], sections: Iterable[Section]) -> Iterable[str]:
    yield from (line.text + line.compared for line in lines)
    yield from (cell.text for each in shown for _, cells in each.rows for cell in cells)
    yield from (point.figure.mark or "" for section in sections for each in section.findings for point in each.points)


def marks(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Explain the marks that words hold; `[c]` and `[x]` always, which a reader should know to look for."""
    told = " ".join(words)
    return tuple((mark, MARKS[mark]) for mark in MARKS if mark in told or mark in ("[c]", "[x]"))


def small(finding: Finding) -> str:
    """Name the marks that a finding holds, for its notes."""
    held = [point.figure.mark for point in finding.points if point.figure.mark]
    return "; ".join(f"{mark} {MARKS[mark]}" for mark in MARKS if any(mark in each for each in held))


def definition(slug: str) -> str:
    """Give a measure's definition in one paragraph, for notes."""
    return METRICS[slug].definition.partition("\n\n")[0].replace("\n", " ")
