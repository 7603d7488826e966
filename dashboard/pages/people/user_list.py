"""Everyone on the list: their role and boroughs, put on, changed, signed out or taken off."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from dashboard import settings
from dashboard.auth.roles import ROLES
from dashboard.charts.chart_style import Look
from dashboard.charts.record_list import listing
from dashboard.data import loaded
from dashboard.markdown import plain
from dashboard.pages.people import people_data as people
from dashboard.panels.flash_message import tell, tell_of
from dashboard.panels.reader_style import mode
from loaders.authorities import authorities
from store.people import OF_BOROUGHS, Person, Role

SOMEONE: Final = "Someone new"
COLUMNS: Final = ("E-mail", "Name", "Role", "Boroughs", "Sees at most")
EMAIL, NAME, ROLE, BOROUGHS, WHO = (f"person-{what}" for what in ("email", "name", "role", "boroughs", "who"))


def roll() -> None:
    """Show the list, and the form that changes it."""
    tell()
    everyone = people.everyone()
    count = sum(person.is_active for person in everyone)
    st.header(f"{count:,} {'person' if count == 1 else 'people'} may sign in", anchor=False)
    if settings.sign_in() is None:
        st.caption("Nobody signs in here yet: the list is kept for when signing in is set up.")
    st.html(listing(COLUMNS, [_row(person) for person in everyone], Look(mode()), caption="People who may sign in"))
    active = {person.email: person for person in everyone if person.is_active}
    chosen = st.selectbox("Whom", [SOMEONE, *active], key=WHO)
    _form(active.get(chosen))


def _row(person: Person) -> list[str]:
    if not person.is_active:
        return [person.email, person.name, "Off the list", "", ""]
    boroughs = ", ".join(person.boroughs) if person.role in OF_BOROUGHS else "All"
    return [person.email, person.name, person.role.value, boroughs, f"{ROLES[person.role][0].value} release"]


def _form(person: Person | None) -> None:
    key = person.email if person else "new"
    with st.form(f"person-{key}"):
        left, right = st.columns(2)
        left.text_input("E-mail", person.email if person else "", key=f"{EMAIL}-{key}", disabled=person is not None)
        right.text_input("Name", person.name if person else "", key=f"{NAME}-{key}")
        roles = list(Role)
        at = roles.index(person.role) if person else roles.index(Role.COMMISSIONER)
        left.selectbox("Role", roles, at, key=f"{ROLE}-{key}", format_func=lambda role: role.value.capitalize())
        own = list(person.boroughs) if person else []
        right.multiselect("Boroughs of their own", _boroughs(), own, key=f"{BOROUGHS}-{key}")
        words = "Change what they may see" if person else "Put on the list"
        st.form_submit_button(plain(words), type="primary", key=f"person-put-{key}", on_click=_put, args=(key,))
    if person:
        with st.container(horizontal=True):
            st.button("Sign out everywhere", key="person-out", on_click=_do, args=(people.sign_out, person.email))
            st.button("Take off the list", key="person-off", on_click=_do, args=(people.remove, person.email))


def _boroughs() -> list[str]:
    """The consortium's boroughs first, then every authority."""
    return list(dict.fromkeys([*loaded.named_boroughs(), *sorted(each.name for each in authorities())]))


def _put(key: str) -> None:
    state = st.session_state
    email = state.get(f"{EMAIL}-{key}") if key == "new" else key
    boroughs = tuple(state.get(f"{BOROUGHS}-{key}") or ())
    person = Person(str(email), str(state.get(f"{NAME}-{key}") or ""), Role(state[f"{ROLE}-{key}"]), boroughs)
    with tell_of() as told:
        told(people.save_person(person))


def _do(act: Callable[[str], str], email: str) -> None:
    with tell_of() as told:
        told(act(email))
