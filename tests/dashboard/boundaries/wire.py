"""What a page sends to a browser, and tables cut to some boroughs."""

import re
from collections.abc import Iterator
from typing import Final

import polars as pl
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from tests.conftest import Tables
from tests.dashboard.test_every_page import wrong

DRAWN_EACH_TIME: Final = re.compile(rb"[0-9a-f]{32}|Data version \d+\.")
"""Names of files that are made when they are asked for, and of the data."""


def only(tables: Tables, *boroughs: str) -> dict[str, pl.DataFrame]:
    """Give the tables of these boroughs."""
    return {name: _only(frame.collect(), boroughs) for name, frame in tables.items()}


def _only(frame: pl.DataFrame, boroughs: tuple[str, ...]) -> pl.DataFrame:
    if "borough" not in frame.columns:
        return frame
    return frame.filter(pl.col("borough").cast(pl.String).is_in([*boroughs, "Every borough"]))


def sent(page: AppTest) -> list[tuple[str, bytes]]:
    """Give everything that a page sends, by kind, but for what is drawn each time."""
    assert wrong(page) == []
    return [(node.type, part) for root in (page.main, page.sidebar) for node in _nodes(root) if (part := _bytes(node))]


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Block):
        for child in node.children.values():
            yield from _nodes(child)


def _bytes(node: Node) -> bytes | None:
    proto = getattr(node, "proto", None)
    return DRAWN_EACH_TIME.sub(b"", proto.SerializeToString(deterministic=True)) if proto is not None else None
