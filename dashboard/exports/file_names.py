"""What a file of figures is called: the measure, whose, to when, the filters, and that the data are fictional."""

from dashboard.data.data_source import is_fictional
from dashboard.data.figures import left_out
from dashboard.figure import BoroughTable, Figure, Sheet
from dashboard.filters.selection import Selection
from dashboard.filters.words import as_file_name, filter_lines

LONGEST = 120
"""Letters of a name: some systems take no more than 255, the folders above it included."""


def file_name(figure: Figure | Sheet | BoroughTable) -> str:
    """Give the name of a figure's file, without its ending."""
    match figure:
        case Figure():
            slug = figure.metric.slug
            end, filters = figure.when.end, filter_lines(figure.selection, left_out(slug, figure.selection.where()))
            name = slug
        case Sheet() | BoroughTable():
            end, filters = figure.selection.end, filter_lines(figure.selection)
            name = figure.metrics[0].slug if isinstance(figure, Sheet) else figure.name
    return _name(name, figure.selection, f"{end:%Y-%m-%d}", filters)


def _name(what: str, selection: Selection, end: str, filters: tuple[str, ...]) -> str:
    words = " ".join(line.partition(": ")[2] for line in filters)
    mark = "fictional" if is_fictional() else ""
    return as_file_name(as_file_name(what, selection.focus or "", end, words)[:LONGEST], mark)
