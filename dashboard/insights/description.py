"""A figure described for every renderer: its caption, the filters in its title, benchmarks, and what it lacks."""

from dataclasses import replace
from typing import Final

from dashboard.charts import borough_limit
from dashboard.charts.chart_style import Look
from dashboard.data import benchmarks
from dashboard.data.empty_result import is_bare
from dashboard.data.figures import left_out
from dashboard.figure import Figure
from dashboard.filters.words import filter_title
from dashboard.insights.benchmarks import words
from dashboard.insights.caption import about
from dashboard.insights.missing_files import lack_behind

OF_ALL: Final = "Published figures are of all children, so none stands beside a part of them."


def with_benchmarks(figure: Figure, *, in_words: bool = True) -> Figure:
    """Put the benchmarks that the reader chose beside figures by `series`, and say what they are, unless told else.

    None beside figures that are filtered: what is published is of all children, and a part is not like the whole.
    """
    slug, selection = figure.metric.slug, figure.selection
    figure = replace(figure, lack=_lack(figure), is_empty=is_bare(figure.rows))
    if selection.kept and selection.benchmarks and _filtered(figure):
        return replace(figure, source=OF_ALL if in_words and benchmarks.has_benchmarks(slug) else "")
    rows = benchmarks.joined(slug, figure.rows, selection)
    return replace(figure, rows=rows, source=words(slug, selection) if in_words else "")


def described(figure: Figure) -> Figure:
    """Give the figure with its caption, the filters in its title, and what it lacks."""
    look = Look(focus=figure.selection.focus)
    limit = borough_limit.note(figure.rows, look) if figure.chart.has_line_a_borough else ""
    notes = " ".join(note for note in (figure.note, limit, figure.source) if note)
    return replace(
        figure,
        title=_titled(figure),
        caption=about(figure.metric, figure.rows, figure.when, figure.selection, notes),
        lack=figure.lack or _lack(figure),
        is_empty=figure.is_empty or is_bare(figure.rows),
    )


def _lack(figure: Figure) -> str:
    return lack_behind(figure.rows, figure.metric.slug, figure.selection, figure.when)


def _titled(figure: Figure) -> str:
    """A title that stands alone, on a slide or in a picture, says of which children it is."""
    lead = _filtered(figure)
    return f"{figure.title} ({lead})" if lead and not figure.title.startswith(lead) else figure.title


def _filtered(figure: Figure) -> str:
    """The filters that the measure takes, in few words; nothing where it takes none."""
    return filter_title(figure.selection, left_out(figure.metric.slug, figure.selection.where()))
