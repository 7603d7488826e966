"""What a figure lacks, in words: which files to upload, and where."""

from dashboard.charts.number_format import day
from dashboard.data.missing_files import Lacks
from dashboard.filters.selection import Selection
from dashboard.insights.sentences import short
from metrics import Metric, When


def told(lacks: Lacks, chosen: Selection, when: When | None = None, *, may_upload: bool = True) -> str:
    """Say which files are not there, and what to do; nothing where none is lacking."""
    if not lacks:
        return ""
    whose, until = f" for {chosen.focus}" if chosen.focus else "", day((when or chosen.when).end)
    parts = list[str]()
    if lacks.absent:
        parts.append(f"Not loaded{whose}: {', '.join(lacks.absent)}.")
    if lacks.elsewhen:
        names = ", ".join(lacks.elsewhen)
        parts.append(f"Loaded{whose}, but not of every year that a figure to {until} needs: {names}.")
    parts.append(_upload(lacks, may_upload=may_upload))
    return " ".join(parts)


def _upload(lacks: Lacks, *, may_upload: bool) -> str:
    names = [*lacks.absent, *lacks.elsewhen]
    what = "it" if len(names) == 1 else "them"
    return f"Upload {what} on Data." if may_upload else f"Ask a data officer to upload {what} on Data."


def title(metric: Metric) -> str:
    """Give the title of a panel that has nothing to show until a file is uploaded."""
    return short(f"{metric.title}: nothing to show yet", "Nothing to show yet")
