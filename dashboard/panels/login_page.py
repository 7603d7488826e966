"""The gate before every page: who may come in, what to do where nobody may, and the way out."""

from typing import Final

import streamlit as st
from streamlit import config, runtime

from dashboard import settings
from dashboard.auth import current_user
from dashboard.auth.permissions import Scope
from dashboard.auth.session_end import leave
from dashboard.auth.sessions import Refusal, Why
from dashboard.markdown import plain
from dashboard.panels.refusals import note_what_was_asked
from dashboard.settings import LOOPBACK, SignIn

LOOK_AGAIN: Final = "30s"
"""How often an open page asks whether its person is still signed in."""

WORDS: Final = {
    Why.NOBODY: "Sign in to see the consortium's figures.",
    Why.EXPIRED: "Your sign-in has run out. Sign in again to go on where you were.",
    Why.IDLE: "You were signed out because nothing was done for a while. Sign in again to go on where you were.",
    Why.ENDED: "You are signed out. Sign in again to go on where you were.",
}


def enter() -> Scope:
    """Let the reader in, or end the page here with what they can do about it."""
    rules = settings.sign_in()
    if rules is None:
        _must_be_alone()
        return current_user.granted()
    found = current_user.standing()
    if isinstance(found, Refusal):
        _close(found, rules)
    note_what_was_asked()
    return current_user.granted()


def way_out() -> None:
    """Draw who is signed in, and the ways out. Nothing where nobody signs in."""
    if settings.sign_in() is None:
        return
    with st.container(key="way-out", gap="xsmall"):
        who = current_user.granted()
        st.caption(plain(f"{who.person}, {who.role.lower()}"))
        with st.container(horizontal=True, gap="xsmall"):
            if st.button("Sign out", key="sign-out", type="tertiary", icon=":material/logout:"):
                leave()
            if st.button("Sign out everywhere", key="sign-out-everywhere", type="tertiary"):
                leave(everywhere=True)


def watch() -> None:
    """Keep watch over a page that stands open, where people sign in."""
    if settings.sign_in():
        _watch()


@st.fragment(run_every=LOOK_AGAIN)
def _watch() -> None:
    """Clear a page that stands open once its person is signed out; looking is not being at work."""
    if isinstance(current_user.standing(), Refusal):
        st.rerun()


def _close(found: Refusal, rules: SignIn) -> None:
    """Say why nobody is let in, and what to do."""
    if found.why is not Why.NOBODY:
        current_user.put_gate_on_record(found)
    st.title("Placement Commissioning Dashboard", anchor=False)
    with st.container(key="gate"):
        if found.why is Why.UNKNOWN:
            who = found.email or "Your account, which gave no confirmed e-mail address,"
            st.error(plain(f"{who} is not on the list of people who may see this dashboard."), icon=":material/lock:")
            st.markdown(plain(f"To be put on the list, ask {rules.contact}. The attempt is logged."))
            if st.button("Sign in as somebody else", key="sign-in-as-another"):
                st.logout()
        else:
            st.markdown(plain(WORDS[found.why]))
            if st.button("Sign in", key="sign-in", type="primary", icon=":material/login:"):
                st.login()
    st.stop()


def _must_be_alone() -> None:
    """A demonstration is for this machine alone, however the app was started."""
    if runtime.exists() and config.get_option("server.address") not in LOOPBACK:
        st.error(
            "Nobody signs in here, so this is a local demonstration, for one machine alone. "
            "Start it with `python -m dashboard`, or set up signing in (docs/operators.md).",
            icon=":material/lock:",
        )
        st.stop()
