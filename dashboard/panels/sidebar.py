"""The sidebar: focus, comparison, period, more filters, release. Every widget's key is its name in the URL."""

from datetime import date

import streamlit as st

from dashboard.auth import current_user
from dashboard.charts.chart_style import BENCHMARKS, CONSORTIUM, REST
from dashboard.charts.number_format import month as month_name
from dashboard.data import benchmarks, data_source, loaded
from dashboard.filters import publishable
from dashboard.filters.fields import COMPARE, CONSORTIUM_ONLY, FIELDS, FOCUS, SINCE, UNTIL, Field
from dashboard.filters.selection import Selection, kept_of, known, month_ends
from dashboard.markdown import plain
from dashboard.panels.page_part import part
from metrics import When

RELEASES = (
    "Working: exact figures for signed-in staff. Board: small numbers hidden, for papers. "
    "Event: protected for sharing with anyone in the room."
)


@part("The filters")
def filters() -> None:
    """Draw the filters. Their values are in the URL, so a shared link opens the same view.

    Where they cannot be drawn, the page that is open stands without them.
    """
    with st.sidebar:
        above = st.container()
        _release()  # stands last but is known first: it says whether providers may be named
        with above:
            _filters()


def only_publishable() -> None:
    """Draw the choices that an event may be narrowed by: the borough, and the month that the figures are to."""
    _focus()
    _until(publishable.whole_months(_months(), data_source.data_date()))


def _filters() -> None:
    if publishable.is_limited():
        publishable.fit(st.session_state)
    _focus()
    st.multiselect(
        "Compare with", _comparisons(), key=COMPARE, bind="query-params", placeholder=_implied(), max_selections=4
    )
    _period()
    if publishable.is_limited():
        st.caption(plain(publishable.SAID))
        return
    with st.expander("More filters", expanded=any(st.session_state.get(field.key) for field in FIELDS)):
        for field in FIELDS:
            _field(field)


def _focus() -> None:
    st.selectbox("Borough", [CONSORTIUM_ONLY, *loaded.boroughs()], key=FOCUS, bind="query-params")


def chosen() -> Selection:
    """Read what is chosen; whatever a URL holds that is not an option is left aside."""
    state = {str(key): value for key, value in st.session_state.items()}
    boroughs = loaded.boroughs()
    focus = next(iter(known(state.get(FOCUS), boroughs)), None)
    picked = known(state.get(COMPARE), tuple(_comparisons())) or ((REST,) if focus else boroughs)
    start, end = _span(state)
    return Selection(
        boroughs=boroughs,
        start=start,
        end=end,
        first=loaded.first_day(),
        focus=focus,
        compare=tuple(name for name in picked if name not in (focus, *BENCHMARKS)),
        benchmarks=tuple(name for name in picked if name in BENCHMARKS),
        kept=() if publishable.is_limited() else kept_of(state, loaded.providers()),
    )


def _comparisons() -> list[str]:
    return [REST, CONSORTIUM, *benchmarks.offered(), *loaded.boroughs()]


def _implied() -> str:
    return "Every borough" if st.session_state.get(FOCUS, CONSORTIUM_ONLY) == CONSORTIUM_ONLY else REST


def _months() -> dict[str, date]:
    """The months that may be chosen: in words, as in the URL, to their last day."""
    return {month_name(day): day for day in month_ends(loaded.first_day(), data_source.data_date())}


def default_months() -> tuple[str, str]:
    """Give the first and last month of the default period: the twelve to the data date."""
    months = list(_months())
    return months[-min(12, len(months))], months[-1]


def _period() -> None:
    months = _months()
    if publishable.is_limited():
        _until(publishable.whole_months(months, data_source.data_date()))
        return
    for place, label, key, default in zip(
        st.columns(2, gap="xsmall"), ("From", "To"), (SINCE, UNTIL), default_months(), strict=True
    ):
        place.selectbox(plain(label), list(months), index=list(months).index(default), key=key, bind="query-params")


def _until(months: dict[str, date]) -> None:
    """Ask for the end alone: figures are of the twelve months to it."""
    last = len(months) - 1
    st.selectbox("Twelve months to", list(months), index=last, key=UNTIL, bind="query-params")


def _span(state: dict[str, object]) -> tuple[date, date]:
    """The first and last day of the months chosen, put in order, no later than the data."""
    months = _months()
    if publishable.is_limited():
        whole = publishable.whole_months(months, data_source.data_date())
        end = whole[next(iter(known(state.get(UNTIL), tuple(whole))), next(reversed(whole)))]
        return When.year_to(end).start, end
    defaults = default_months()
    picked = [
        months[next(iter(known(state.get(key), tuple(months))), default)]
        for key, default in zip((SINCE, UNTIL), defaults, strict=True)
    ]
    return min(picked).replace(day=1), min(max(picked), data_source.data_date())


def _field(field: Field) -> None:
    options = field.options or loaded.providers()
    if not options:
        return
    st.multiselect(field.label, options, key=field.key, bind="query-params", placeholder="All")


def _release() -> None:
    granted = current_user.granted().release
    allowed = [name for name, release in current_user.NAMES.items() if granted.lowered_to(release) is release]
    st.selectbox("Release", allowed, key=current_user.RELEASE, bind="query-params", help=RELEASES)
