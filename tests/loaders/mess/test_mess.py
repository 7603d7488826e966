"""The same tables come back, however the file was written."""

import os
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

import loaders
from loaders import SOURCES
from loaders.reading.result import Reading
from loaders.source import Source
from tests.loaders.files import balances, read_rows
from tests.loaders.mess import FORMS, known, written
from tests.loaders.mess.tree import has_tree

TIMES = int(os.environ.get("MESS_TIMES", "4"))
"""Files of each source and form: over 200 in all, and as many more as are asked for."""
CASES = [(source, form) for source in SOURCES for form in FORMS if form != "xml" or has_tree(source)]


def name_of(source: Source) -> str:
    return f"BRE/2025/{source.slug}.csv"


def tidy(source: Source, rows: list[dict[str, str]]) -> Reading:
    """The rows as the plainest file of all."""
    return read_rows([list(rows[0]), *(list(row.values()) for row in rows)], name_of(source))


@pytest.mark.parametrize(("source", "form"), CASES, ids=lambda each: getattr(each, "title", each))
@settings(max_examples=TIMES, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_same_tables_come_back_from_any_mess(source: Source, form: str, seed: int):
    dice = Random(seed)
    rows = known(source, dice, blanks=0 if form == "xml" else 0.1)
    expected = tidy(source, rows)
    assert expected.refused is None
    file = written(source, rows, dice, form)
    reading = loaders.read(file.content, name=name_of(source).replace("csv", form))
    assert reading.refused is None
    assert balances(reading)
    if form != "xml":  # an XML return holds the header and other tables besides
        assert told(reading) == told(expected)
    assert reading.blank == expected.blank + file.blank or form == "xlsx"  # which keeps no blank row at its end
    assert_frame_equal(*(each.tables[source.table].drop("row", strict=False) for each in (reading, expected)))


def told(reading: Reading) -> tuple[int, int, int]:
    """What became of the rows."""
    return reading.accepted, reading.set_aside, reading.repaired
