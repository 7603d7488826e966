"""How a signing in is narrowed to an event, and how it ends."""

from datetime import datetime

import streamlit as st

from dashboard import settings
from dashboard.auth import sessions
from dashboard.auth.current_user import BOUND, put_on_record, standing
from dashboard.auth.permissions import Scope
from dashboard.auth.sessions import Seat
from store import sign_ins
from store.engine import engine


def bind_to_event() -> None:
    """Bind this signing in to the event release: reload, another tab or an address do not undo it."""
    found = standing()
    if isinstance(found, Seat):
        sign_ins.bind(engine(), found.key)
        sessions.forget()
    elif isinstance(found, Scope) and not st.session_state.get(BOUND):
        st.session_state[BOUND] = True
        put_on_record("event mode started", {})


def is_bound() -> bool:
    """Say whether event mode was started and binds what is seen."""
    found = standing()
    return found.is_event if isinstance(found, Seat) else bool(st.session_state.get(BOUND))


def until() -> datetime | None:
    """Give when the signing in ends at the latest; None where nobody signs in."""
    found = standing()
    return found.until if isinstance(found, Seat) else None


def leave(*, everywhere: bool = False) -> None:
    """Sign out, here or everywhere, in the database and in the browser."""
    found = standing()
    if isinstance(found, Seat):
        if everywhere:
            sign_ins.end_everywhere(engine(), found.person.email, who=found.person.email)
        sign_ins.end(engine(), found.key, "signed out")
        sessions.forget()
    if settings.sign_in():
        st.logout()
        st.stop()  # a run after this one would take the way out with it before the browser has it
