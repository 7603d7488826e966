"""The history with what comes if nothing changes, what was expected since action began, and the target."""

import streamlit as st

from dashboard.charts.forecast import curve as draw
from dashboard.data import curve as turning
from dashboard.data import plans
from dashboard.data.curve import COMING, TARGET, Curve
from dashboard.data.forecasts import EXPECTED
from dashboard.filters.selection import Selection
from dashboard.insights import curve as finding
from dashboard.markdown import plain
from dashboard.panels.data.flash_message import tell
from dashboard.panels.page_part import part, worked_out
from dashboard.panels.panel import panel


def history(slug: str, chosen: Selection, *, is_narrowed: bool) -> Curve | None:
    """Show the curve and give it. `is_narrowed`: filters were left out, as a target is of all children."""
    tell()
    found = worked_out("The curve", lambda: _curve(slug, chosen), None)
    if found:
        _drawn(found, slug, chosen, is_narrowed=is_narrowed)
    return found


def _curve(slug: str, chosen: Selection) -> Curve | None:
    goals = plans.goals(slug, chosen.focus)
    return turning.curve(slug, chosen, goals, plans.start(slug, chosen.focus, goals))


@part("The curve")
def _drawn(found: Curve, slug: str, chosen: Selection, *, is_narrowed: bool) -> None:
    if is_narrowed:
        st.caption("Shown without the filters: a target is for all the children of a borough, or of the consortium.")
    panel(
        slug,
        found.drawn() if found.seen.height else found.history,
        draw,
        chosen,
        title=finding.title(found),
        when=turning.span(chosen),
        note=finding.note(found),
        breaks=found.breaks,
        coming=COMING,
        expected=EXPECTED,
        target=TARGET,
    )
    if words := finding.explained(found):
        st.caption(plain(words))
