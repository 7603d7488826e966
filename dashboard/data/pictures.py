"""Charts as they are drawn, kept by what is in them: the same figures drawn twice are built once."""

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts.look import Look, Picture
from dashboard.charts.picture import as_svg
from dashboard.charts.spec import spec

Builder = Callable[..., Picture]


def drawn(draw: Builder, figures: pl.DataFrame, look: Look, options: dict[str, Any]) -> dict[str, Any]:
    """Give a chart as its specification, which the caller may change."""
    key = fingerprint(draw.__module__, figures, look, options)
    return json.loads(_drawn(key, draw, figures, look, options))


@st.cache_resource(show_spinner=False, max_entries=1_000)
def _drawn(key: str, _draw: Builder, _figures: pl.DataFrame, _look: Look, _options: dict[str, Any]) -> str:
    """Build a chart. Streamlit hashes long frames wrongly: the key alone tells one chart from another."""
    del key
    return json.dumps(spec(_draw(_figures, _look, **_options)))


def fingerprint(name: str, figures: pl.DataFrame, look: Look, options: dict[str, Any]) -> str:
    """Give a text that is the same only for the same builder, figures, look and options, to the last cell."""
    digest = sha256(f"{name} {look!r}".encode())
    for option in (figures, *(part for item in sorted(options.items()) for part in item)):
        digest.update(_bytes(option))
    return digest.hexdigest()


def _bytes(option: object) -> bytes:
    if isinstance(option, pl.DataFrame):
        return repr(option.schema).encode() + option.write_ipc(None).getvalue()
    return repr(option).encode()


def printed(draw: Builder, figures: pl.DataFrame, look: Look, options: dict[str, Any]) -> str:
    """Give a chart of Altair's as SVG for paper."""
    key = fingerprint(f"{draw.__module__} on paper", figures, look, options)
    return _printed(key, draw, figures, look, options)


@st.cache_resource(show_spinner=False, max_entries=500)
def _printed(key: str, _draw: Builder, _figures: pl.DataFrame, _look: Look, _options: dict[str, Any]) -> str:
    del key
    return as_svg(drawn(_draw, _figures, _look, _options))
