"""While the database does not answer, a reader is told so in words, and the page comes back by itself."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data import availability
from dashboard.panels import outage
from store.errors import StoreError


def page() -> None:
    """Ask the database for something."""
    import streamlit as st

    from dashboard.panels import outage
    from store.engine import engine, reading

    with outage.outage_message(), reading(engine()):
        st.write("Figures")


def test_a_reader_is_told_and_the_page_comes_back(empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody:secret@127.0.0.1:1/none")
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path))
    shown = AppTest.from_function(page).run()
    (told,) = shown.error
    assert "The database does not answer" in told.value
    assert "this page opens again by itself" in told.value
    assert "secret" not in told.value
    assert not shown.exception
    monkeypatch.setenv("DATABASE_URL", empty_url)
    assert availability.is_answering()
    shown.run()
    assert ([each.value for each in shown.markdown], len(shown.error)) == (["Figures"], 0)


def test_an_outage_is_one_line_of_the_log_however_many_meet_it(caplog: pytest.LogCaptureFixture):
    found, other = outage.Outages(), StoreError("The database does not answer.")
    for _ in range(3):
        found.note(other)
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("ERROR", "Pages cannot be shown: The database does not answer.")
    ]
    found.at -= outage.SECONDS_BETWEEN + 1
    found.note(other)
    assert len(caplog.records) == 2
