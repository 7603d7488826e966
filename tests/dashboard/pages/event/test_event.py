"""Event mode: a switch or a link begins it, nothing that a browser sends ends it, and it holds nothing barred."""

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.data.provider_sectors import NOBODY
from dashboard.pages.event.mode import TITLE
from dashboard.panels.figure_table import MOVED
from tests.conftest import Tables
from tests.dashboard.conftest import App
from tests.dashboard.test_every_page import PAGES

NAMED = [("episodes", "provider"), ("providers", "provider"), ("providers", "setting")]
SHORTEST = 4


def sent(page: AppTest) -> str:
    """Give everything that was sent to the browser, as text."""
    return "\n".join(str(getattr(node, "proto", "")) for block in (page.main, page.sidebar) for node in block)


def names(tables: Tables) -> list[str]:
    """Give the names of all providers and their settings."""
    found = [tables[table].select(pl.col(name).cast(pl.String).alias("name")).collect() for table, name in NAMED]
    every = pl.concat(found)["name"].drop_nulls().unique().to_list()
    return [name for name in every if name not in NOBODY and len(name) >= SHORTEST]


def children(tables: Tables) -> list[str]:
    """Give every child's identifier."""
    return tables["episodes"].select(pl.col("child").unique().drop_nulls()).collect()["child"].to_list()


def started(app: App, tables: Tables, address: str = "", **parameters: str | list[str]) -> AppTest:
    """Open a link to event mode and start the run."""
    page = app(tables)(address, event="on", **parameters)
    assert not page.exception
    start = next(button for button in page.button if button.label == "Start")
    return start.click().run()


@pytest.mark.parametrize("address", PAGES)
def test_no_page_of_the_event_release_names_a_provider_or_a_child_or_gives_a_file(
    app: App, made_up_tables: Tables, address: str
):
    page = app(made_up_tables)(address, release="Event")
    assert [button.label for button in page.download_button if "template" not in str(button.key)] == []
    text = sent(page)
    assert [name for name in names(made_up_tables) if name in text] == []
    assert [child for child in children(made_up_tables) if child in text] == []


@pytest.mark.parametrize(("release", "is_said"), [("Working", False), ("Board", True)])
def test_under_tables_it_is_said_that_moved_parts_may_not_add_up(
    app: App, made_up_tables: Tables, release: str, is_said: bool
):
    page = app(made_up_tables)("", release=release)
    assert (MOVED in [words.value for words in page.caption]) == is_said


def test_in_the_working_release_providers_are_named_so_that_they_would_be_found(app: App, made_up_tables: Tables):
    text = sent(app(made_up_tables)("providers"))
    assert [name for name in names(made_up_tables) if name in text]


@pytest.mark.parametrize("address", ["", "data"])
def test_a_link_starts_it_at_whatever_address(app: App, made_up_tables: Tables, address: str):
    page = app(made_up_tables)(address, event="on", release="Working")
    assert not page.exception
    assert [title.value for title in page.title] == [TITLE]
    assert [widget.label for widget in page.sidebar.selectbox] == []


def test_the_page_before_says_what_will_be_shown(app: App, made_up_tables: Tables):
    page = app(made_up_tables)("event")
    assert not page.exception
    said = " ".join(told.value for told in (*page.success, *page.warning))
    assert "Safe to share" in said
    assert page.selectbox(key="release").value == "Event"


@pytest.mark.parametrize("release", ["Working", "Board", "Event"])
def test_trying_an_event_out_leaves_the_other_pages_the_release_they_had(
    app: App, made_up_tables: Tables, release: str
):
    page = app(made_up_tables)("cost", release=release)
    page = at(page, "event")
    assert page.selectbox(key="release").value == "Event"
    page = at(page, "overview")
    assert not page.exception
    assert page.selectbox(key="release").value == release


def at(page: AppTest, address: str) -> AppTest:
    """Go on to another page in the same session."""
    page._page_hash = calc_hash(address)
    return page.run()


def test_one_figure_a_screen_forward_and_back(app: App, made_up_tables: Tables):
    page = started(app, made_up_tables, shown=["Overview", "Cost"])
    seen = [page.title[0].value]
    for _ in range(3):
        page = page.button(key="event-Right").click().run()
        assert not page.exception
        seen.append(page.title[0].value)
    page = page.button(key="event-PageUp").click().run()
    assert page.title[0].value == seen[-2]
    assert (page.query_params["event"], page.query_params["screen"]) == ("on", "3")


def test_nothing_of_a_run_names_a_provider_or_a_child(app: App, made_up_tables: Tables):
    every = ["Overview", "Placement mix", "Out of area", "Needs profiles", "Missing from home", "Cost", "Compare"]
    page, barred = started(app, made_up_tables, shown=every), [*names(made_up_tables), *children(made_up_tables)]
    while not page.button(key="event-Right").disabled:
        text = sent(page)
        assert [word for word in barred if word in text] == [], page.title[0].value
        page = page.button(key="event-Right").click().run()
        assert not page.exception


def test_a_forged_message_does_not_raise_the_release(app: App, made_up_tables: Tables):
    page = started(app, made_up_tables, shown=["Overview"])
    for key, value in (("release", "Working"), ("event-started", True)):
        page.session_state[key] = value
    page.query_params["release"] = "Working"
    page = page.run()
    assert not page.exception
    assert "Figures protected for sharing" in sent(page)
    assert [widget.label for widget in page.selectbox] == []


def test_stopping_leaves_the_release_as_it_is(app: App, made_up_tables: Tables):
    page = started(app, made_up_tables, shown=["Overview"]).button(key="event-stop").click().run()
    assert [title.value for title in page.title] == [TITLE]
    assert page.sidebar.selectbox == []


def test_on_an_empty_database_there_is_nothing_to_start(app: App, empty_tables: Tables):
    page = app(empty_tables)("event", event="on")
    assert not page.exception
    assert [button.label for button in page.button] == []
