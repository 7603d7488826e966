"""After files are in: what is missing, what was found, taking files back, templates to fill in."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from dashboard.exports.templates import ours, template
from loaders import read
from loaders.findings import about_file, stacked
from loaders.source import Source
from store import snapshot
from store.uploads.history import history
from store.uploads.restore import roll_back
from store.uploads.save import save
from tests.dashboard.officer import NAME, data_page, database, episodes, filled, press, said

__all__ = ["data_page", "database", "filled"]

Open = Callable[..., AppTest]


def test_the_grid_says_what_is_missing_in_words(data_page: Open):
    words = said(data_page("Coverage"))
    assert "16 of 18 tables that are due are missing" in words
    assert "Brent, return year 2026: SSDA903 header, SSDA903 missing, SSDA903 UASC" in words
    assert "1 of 9" in words
    assert "SSDA903 episodes All 2" in words
    assert "SSDA903 header None" in words


def test_one_borough_is_shown_with_its_rows(data_page: Open):
    assert "SSDA903 episodes 2 SSDA903 missing Missing" in said(data_page("Coverage", borough="Ealing"))


@pytest.mark.parametrize("release", ["Board", "Event"])
def test_beyond_the_working_release_no_count_of_rows_tells_of_few_children(data_page: Open, release: str):
    page = data_page("Coverage", borough="Ealing", release=release)
    assert not page.exception
    assert "SSDA903 episodes Loaded SSDA903 missing Missing" in said(page)
    assert "2 rows" not in "".join(each.proto.body for each in page.get("html"))


def test_an_empty_database_leads_to_the_upload(data_page: Open, database: sa.Engine):
    for number in history(database)["id"]:
        roll_back(database, number, who="first officer")
    page = data_page("Coverage")
    assert not page.exception
    assert "Open Upload and add a borough's files." in said(page)


def test_findings_of_what_is_loaded_are_by_kind_and_can_be_narrowed(data_page: Open, database: sa.Engine):
    mended = (
        episodes(1, 2) + episodes(3, PLACE="QQ").splitlines()[1] + b"\n" + episodes(4, HOME_POST="?").splitlines()[1]
    )
    save(database, read(mended, name=NAME), who="second officer")
    words = said(data_page("Findings"))
    assert "3 findings of 3 kinds" in words
    assert "DfE rule 392b: The child is looked after, but a postcode is missing." in words
    assert "EAL_2026_episodes.csv SSDA903 episodes Ealing, return year 2026, to 31 March 2026 4 3 0 0 1 0 3" in words
    assert "Row set aside row 4 Ealing, SSDA903 episodes, 2026, EAL_2026_episodes.csv PLACE is not a code" in words
    assert "1 finding of 1 kind" in said(data_page("Findings", severity="Row set aside"))
    assert "No findings" in said(data_page("Findings", borough="Brent"))


def test_many_kinds_come_a_page_at_a_time(data_page: Open, database: sa.Engine):
    reading = read(episodes(1, 2, 3), name=NAME)
    notes = [about_file(f"note-{number}", "info", f"Remark {number}.") for number in range(40)]
    save(database, replace(reading, findings=stacked(NAME, notes)), who="second officer")
    page = data_page("Findings")
    assert page.get("pagination")[0].proto.num_pages == 3
    assert said(page).count("Remark") == 15


def test_an_upload_is_rolled_back_only_once_that_is_confirmed(data_page: Open, database: sa.Engine):
    save(database, read(episodes(1, 2, 3), name=NAME), who="second officer")
    version = snapshot.version(database)
    page = press(data_page("History"), "turn-3")
    assert snapshot.version(database) == version
    page = press(page, "confirm")
    assert "rolled back; the file of" in page.success[0].value
    assert history(database)["status"].to_list() == ["rolled back", "accepted", "accepted"]
    page = press(press(page, "turn-3"), "confirm")
    assert page.success[0].value.endswith("is back.")
    assert history(database)["status"].to_list() == ["accepted", "replaced", "accepted"]


def test_history_says_who_when_and_how_many(data_page: Open):
    words = said(data_page("History", borough="Brent"))
    assert "1 upload on record" in words
    assert "BRE_2026_episodes.csv, uploaded" in words
    assert "by first officer: 2 rows, 2 accepted, 0 repaired, 0 set aside, 0 blank" in words


@pytest.mark.parametrize("source", ours(), ids=lambda source: source.slug)
def test_each_template_reads_back_as_its_source_without_a_row(source: Source):
    reading = read(template(source), name="BRE_2026_template.xlsx")
    assert (reading.refused, reading.source, reading.accepted, reading.blank) == (None, source.slug, 0, 1)
