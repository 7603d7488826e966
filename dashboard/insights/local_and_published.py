"""What others published, borough by borough beside our own figures; and where a borough stands in England."""

from collections.abc import Iterator, Mapping, Sequence

from dashboard.charts.matrix import Cell
from dashboard.data import benchmarks
from dashboard.data.data_source import is_fictional
from dashboard.data.figures import metric
from dashboard.data.local_and_published import Both, by_borough
from dashboard.figure import BoroughTable, Part
from dashboard.filters.selection import Selection
from dashboard.insights import benchmarks as insight
from dashboard.insights.numbers import Entry, numbers
from dashboard.insights.wording import said
from metrics import Metric

NAME = "Local and as published"
FICTIONAL = "The local figures are fictional, the published ones are not."


def local_and_published(slugs: Sequence[str], selection: Selection, page: str) -> Part:
    """Give the part of a page of each borough's own figures beside what was published of the same date, if anything."""
    return Part(NAME, lambda: _table(slugs, selection, page), is_wide=True)


def _table(slugs: Sequence[str], selection: Selection, page: str) -> BoroughTable | None:
    known = {slug: both for slug in slugs if (both := by_borough(slug, selection)) is not None}
    if not known:
        return None
    columns = [column for slug, both in known.items() for column in _columns(metric(slug), both, len(known) == 1)]
    names = dict.fromkeys(name for both in known.values() for name in both.names)
    return BoroughTable(
        name=NAME,
        rows={name: [cells.get(name, Cell("")) for _, cells in columns] for name in names},
        columns=[heading for heading, _ in columns],
        selection=selection,
        title=NAME,
        caption=_about(known),
        opens=page,
        data=numbers(_entries(known), "borough"),
    )


def _entries(known: Mapping[str, Both]) -> Iterator[Entry]:
    for slug, both in known.items():
        card = metric(slug)
        for name in both.names:
            for what, figures in (("local", both.local), ("published", both.published)):
                if name in figures:
                    yield Entry(name, f"{card.title}: {what}", card, figures[name])


def _about(known: Mapping[str, Both]) -> str:
    """The dates, that filters do not bear on it, where it is published and how the definitions differ."""
    dates = dict.fromkeys(insight.when_of(metric(slug), both.day) for slug, both in known.items())
    ours = [insight.defined(metric(slug)) for slug in known if not benchmarks.is_same(slug)]
    notes = dict.fromkeys(both.note for both in known.values())
    parts = [f"Both {' or '.join(dates)}, of all children whatever the filters.", *ours, *notes]
    return " ".join([*parts, FICTIONAL] if is_fictional() else parts)


def _columns(card: Metric, both: Both, is_alone: bool) -> list[tuple[str, dict[str, Cell]]]:
    """Headings and cells by name: local, published and, of a measure that stands alone, how far apart they are."""
    local = {name: Cell(said(card, figure)) for name, figure in both.local.items()}
    published = {name: Cell(said(card, figure)) for name, figure in both.published.items()}
    columns = [(f"{card.title}: local", local), (f"{card.title}: published", published)]
    if not is_alone:
        return columns
    apart = {name: insight.difference(card, both.local.get(name), both.published.get(name)) for name in both.names}
    return [*columns, ("Difference", {name: Cell(words) for name, words in apart.items()})]


def national(slug: str, selection: Selection) -> str:
    """Say where the focus stands among England's authorities, or that it is not known; nothing of the consortium."""
    found = benchmarks.national(slug, selection)
    is_asked = selection.focus and benchmarks.has_benchmarks(slug)
    return insight.place(metric(slug), selection.name, found) or (insight.NO_PLACE if is_asked else "")


def sources(slugs: Sequence[str], selection: Selection) -> str:
    """Say where the benchmarks of some measures are published and how their definitions differ, if any was chosen."""
    found = [benchmarks.beside(slug, selection) for slug in slugs] if selection.benchmarks else []
    notes = dict.fromkeys(each.note for each in found if each)
    return f"Published figures: {' '.join(notes)}" if notes else ""
