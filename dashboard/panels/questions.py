"""A page's own questions as widgets. The key of each is its name in the address."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.filters.parameters import Parameter
from dashboard.markdown import plain


class OnScreen:
    """Asks the reader where the page has come to."""

    def __call__(self, parameter: Parameter, options: Sequence[str] = (), first: str = "") -> str:
        """Draw the question, and give the answer."""
        offered = list(options or parameter.own_options)
        begun = first if first in offered else offered[0]
        _forget_what_is_not_offered(parameter.key, offered)
        return str(_ask(parameter, offered, begun))

    def answer(self, parameter: Parameter, options: Sequence[str] = ()) -> str:
        """Give the answer to a question that is drawn elsewhere on the page."""
        offered = list(options or parameter.own_options)
        told = st.session_state.get(parameter.key)
        return str(told) if told in offered else offered[0]


def _ask(parameter: Parameter, options: list[str], first: str) -> object:
    bound: dict[str, Any] = {"key": parameter.key, "bind": "query-params"}
    if parameter.persists:
        bound["persist_state"] = "session"
    match parameter.form:
        case "radio":
            return st.radio(plain(parameter.label), options, captions=parameter.captions, **bound)
        case "segments":
            return st.segmented_control(plain(parameter.label), options, required=True, default=first, **bound)
        case "pills":
            return st.pills(plain(parameter.label), options, required=True, default=first, **bound)
        case "list":
            width = parameter.width or "stretch"
            at = options.index(first)
            return st.selectbox(
                plain(parameter.label),
                options,
                at,
                help=plain(parameter.tip) if parameter.tip else None,
                width=width,
                **bound,
            )


def _forget_what_is_not_offered(key: str, options: list[str]) -> None:
    if key in st.session_state and st.session_state[key] not in options:
        st.session_state.pop(key)
