"""The app in a test: every page, on made-up children or on an empty database, without a browser."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import polars as pl
import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.data import cache, data_source
from dashboard.data.sample_fingerprints import of_sample
from loaders.consolidated import CONSOLIDATED
from store import snapshot
from store.uploads import history
from tests.conftest import Tables

APP = Path(__file__).parents[2] / "dashboard" / "app.py"

Open = Callable[..., AppTest]
App = Callable[..., Open]


@pytest.fixture(scope="module")
def drawn_from() -> Iterator[Callable[[Tables], None]]:
    """Give what keeps figures for the next test of a file while its tables are the same ones."""
    last: list[Tables] = []

    def tell(tables: Tables) -> None:
        if not (last and last[0] is tables):
            forget()
        last[:] = [tables]
        data_source.database.cache_clear()

    yield tell
    forget()


@pytest.fixture(autouse=True)
def forget_kept(request: pytest.FixtureRequest) -> None:
    """Begin with nothing worked out: what is kept is kept by data version, and tests give theirs the same name.

    `app` sees to it itself: while a file's tables are the same ones, so are its figures. The database of a test before
    may be gone by now.
    """
    if "app" not in request.fixturenames:
        cache.forget()
        data_source.database.cache_clear()


@pytest.fixture
def app(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_database: str, drawn_from: Callable[[Tables], None]
) -> Iterator[App]:
    """Give what opens a page by its address, on the tables given, with the URL's parameters.

    What is loaded goes back to 2021, as the random tables do; `as_loaded` leaves it as it is.
    """
    del own_database
    hidden = config.get_option("client.showErrorDetails")
    config.set_option("client.showErrorDetails", "full")

    def on(tables: Tables, *, as_loaded: bool = False) -> Open:
        drawn_from(tables)
        is_empty = tables["loaded"].collect().is_empty()
        since = tables["loaded"].with_columns(return_year=pl.lit(2021, pl.Int16))
        loaded = tables["loaded"] if as_loaded else since
        monkeypatch.setattr(snapshot, "tables", lambda _: {**tables, "loaded": loaded})
        monkeypatch.setattr(snapshot, "version", lambda _: str(id(tables)))
        fictional = [] if is_empty else sorted(of_sample())[:1]
        uploads = pl.DataFrame({"sha256": fictional}, schema={"sha256": pl.String})
        monkeypatch.setattr(history, "current", lambda _: uploads)
        # beside a folder called pages AppTest would run a page's file alone, as Streamlit did of old
        script = tmp_path / "app.py"
        script.write_text(f"import runpy\n\nrunpy.run_path({str(APP)!r})\n")
        return partial(_opened, script)

    yield on
    config.set_option("client.showErrorDetails", hidden)


def _opened(script: Path, address: str = "", **parameters: str | list[str]) -> AppTest:
    test = AppTest.from_file(str(script), default_timeout=60)
    for name, value in parameters.items():
        test.query_params[name] = value
    test._page_hash = calc_hash(address)  # switch_page knows pages that are files, not callables
    return test.run()


def forget() -> None:
    """Let go of every cached figure: another test has other tables."""
    st.cache_data.clear()
    st.cache_resource.clear()
    cache.forget()


@pytest.fixture(scope="session")
def empty_tables() -> Tables:
    return {name: schema.create_empty(lazy=True) for name, schema in CONSOLIDATED.items()}
