"""The answers to a page's own questions where no widget asks them: the address's."""

from collections.abc import Sequence

import streamlit as st

from dashboard.filters.parameters import Parameter


class FromAddress:
    """Answers as the address says, or as a page does before its reader answers."""

    def __call__(self, parameter: Parameter, options: Sequence[str] = (), first: str = "") -> str:
        """Give the answer: the address's, or the first where it holds none of the options."""
        offered = options or parameter.own_options
        told = st.query_params.get(parameter.key)
        return told if told is not None and told in offered else first if first in offered else offered[0]

    def answer(self, parameter: Parameter, options: Sequence[str] = ()) -> str:
        """Give the same to a question that is asked elsewhere on the page."""
        return self(parameter, options)
