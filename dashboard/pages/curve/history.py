"""The history with what comes if nothing changes, what was expected since action began, and the target."""

import streamlit as st

from dashboard.charts.forecast import curve as forecast
from dashboard.data.figures import metric
from dashboard.data.forecasts import EXPECTED
from dashboard.figure import Figure
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.markdown import plain
from dashboard.pages.curve import curve_data as turning
from dashboard.pages.curve import curve_insights as finding
from dashboard.pages.curve import plans
from dashboard.pages.curve.curve_data import COMING, TARGET, Curve
from dashboard.panels.flash_message import tell
from dashboard.panels.page_part import part, worked_out
from dashboard.panels.panel import draw_figure


def history(slug: str, selection: Selection, *, is_narrowed: bool) -> Curve | None:
    """Show the curve and give it. `is_narrowed`: filters were left out, as a target is of all children."""
    tell()
    found = worked_out("The curve", lambda: _curve(slug, selection), None)
    if found:
        _drawn(found, slug, selection, is_narrowed=is_narrowed)
    return found


def _curve(slug: str, selection: Selection) -> Curve | None:
    goals = plans.goals(slug, selection.focus)
    return turning.curve(slug, selection, goals, plans.start(slug, selection.focus, goals))


@part("The curve")
def _drawn(found: Curve, slug: str, selection: Selection, *, is_narrowed: bool) -> None:
    if is_narrowed:
        st.caption("Shown without the filters: a target is for all the children of a borough, or of the consortium.")
    draw_figure(_figure(found, slug, selection))
    if words := finding.explained(found):
        st.caption(plain(words))


def _figure(found: Curve, slug: str, selection: Selection) -> Figure:
    return described(
        Figure(
            metric=metric(slug),
            rows=found.drawn() if found.seen.height else found.history,
            chart=forecast,
            selection=selection,
            title=finding.title(found),
            note=finding.note(found),
            span=turning.span(selection),
            options={"breaks": found.breaks, "coming": COMING, "expected": EXPECTED, "target": TARGET},
        )
    )
