"""Who is looking, decided on the server: the most that they may see, and what they asked to see of it."""

import ipaddress
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, Final, NoReturn, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard import settings
from dashboard.auth import refusal_log, sessions
from dashboard.auth.permissions import Scope, View, scope_of
from dashboard.auth.sessions import Refusal, Seat, Why
from metrics.card import Release
from store import audit
from store.engine import engine

__all__ = ["DEMONSTRATION", "NAMES", "RELEASE", "NotLetInError", "Scope", "View", "granted", "scope"]

RELEASE: Final = "release"
"""Widget key and URL parameter: which release to show. It can lower what the scope allows, never raise it."""

NAMES: Final = {"Working": Release.WORKING, "Board": Release.BOARD, "Event": Release.EVENT}
"""The releases in the words of the switch and the URL."""

BOUND: Final = "bound-to-event"
"""Session key, where nobody signs in: whether event mode was started."""

TOLD: Final = "refusals-told"
"""Session key: what has been refused in this session, so that each is put on record once."""

STRANGERS: Final = (Why.NOBODY, Why.UNKNOWN)
"""Why those are not let in who are nobody that an administrator put on the list."""

DEMONSTRATION: Final = Scope("Demonstration", None, Release.WORKING)
"""Where nobody signs in: every borough, everything. For fictional data and a single officer's own machine."""

Made = TypeVar("Made")
Carried = tuple[dict[str, Any], str | None, Scope]

_carried: ContextVar[Carried | None] = ContextVar("carried", default=None)
_operator: ContextVar[Scope | None] = ContextVar("operator", default=None)


class NotLetInError(PermissionError):
    """Nobody is signed in any more, or not somebody who is on the list."""


def granted() -> Scope:
    """Give the most that the person may see. Raises NotLetInError where that is nothing any more."""
    found = standing()
    if isinstance(found, Scope):
        return found
    if isinstance(found, Refusal):
        _refuse(found)
    sessions.touch(found)
    most = scope_of(found.person)
    return most.in_event() if found.is_event else most


def standing() -> Scope | Seat | Refusal:
    """Give the scope of the demonstration, or the signing in that counts, or why none does."""
    if operator := _operator.get():
        return operator
    rules, carried = settings.sign_in(), _carried.get()
    if rules is None and carried:
        return carried[2]
    if rules is None:
        return DEMONSTRATION.in_event() if st.session_state.get(BOUND) else DEMONSTRATION
    told, place = (carried[0], carried[1]) if carried else (sessions.claims(), address())
    audit.FROM.set(place)
    found, context = sessions.seat_of(told, rules, place), get_script_run_ctx()
    if context and isinstance(found, Seat):
        sessions.sit_at(context.session_id, found)
    return found


def scope() -> Scope:
    """Give what the person sees now: what is granted, lowered by the switch in the sidebar or the URL."""
    if operator := _operator.get():
        return operator
    carried = _carried.get()
    wanted = carried[2].release if carried else asked(st.session_state.get(RELEASE))
    return granted().lowered_to(wanted)


@contextmanager
def operating(given: Scope) -> Generator[None]:
    """Have a scope stand for a while: that of who works at the server's own command line, where nobody signs in."""
    token = _operator.set(given)
    try:
        yield
    finally:
        _operator.reset(token)


def asked(given: object) -> Release:
    """Read a release from a widget or URL; anything that is not one asks for nothing less than working."""
    return NAMES.get(str(given), Release.WORKING)


def carried(function: Callable[[], Made]) -> Callable[[], Made]:
    """Wrap what makes a download: it runs outside the script, so it is told who asked, and checks them again."""
    rules = settings.sign_in()
    told: Carried = (sessions.claims() if rules else {}, address(), scope())

    @wraps(function)
    def made() -> Made:
        token = _carried.set(told)
        try:
            scope()
            content = function()
        finally:
            _carried.reset(token)
        if isinstance(content, bytes):
            sessions.made_for(told[0], content)
        return content

    return made


def put_on_record(what: str, detail: audit.Detail) -> None:
    """Write down what the person did: never with a child's identifier."""
    audit.put(engine(), scope().who, what, detail)


def put_refusal_on_record(what: str, email: str, detail: audit.Detail) -> None:
    """Write down what was refused to somebody who is on the list, once a session."""
    if _is_first(what, detail):
        audit.put(engine(), email, what, detail)


def put_gate_on_record(found: Refusal) -> None:
    """Put on record who is not let in: of somebody on the list once a session, of strangers how many an hour."""
    detail = {"why": found.why.value}
    if not _is_first("refused", detail):
        return
    if found.why in STRANGERS:
        refusal_log.put(found.email, detail)
    else:
        audit.put(engine(), found.email, "refused", detail)


def _is_first(what: str, detail: audit.Detail) -> bool:
    """Say whether this is refused for the first time in this session, and remember it."""
    told: set[str] = st.session_state.setdefault(TOLD, set())
    name = f"{what} {sorted(detail.items())}"
    is_first = name not in told
    told.add(name)
    return is_first


def address() -> str | None:
    """Give where the browser's request came from; None for this machine."""
    context = get_script_run_ctx()
    given = st.context.ip_address if context else None
    try:
        return str(ipaddress.ip_address(given)) if given else None
    except ValueError:
        return None


def _refuse(found: Refusal) -> NoReturn:
    """Open the page that says why, or stop what runs outside a page."""
    if _carried.get() is None:
        put_gate_on_record(found)
        if get_script_run_ctx():
            st.rerun()
    raise NotLetInError(f"You are not let in: {found.why.value}.")
