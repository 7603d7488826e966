"""Handing files in: a preview, then accept or discard; nothing is stored before, and nothing is half stored."""

import io
import zipfile
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from dashboard.auth import current_user
from dashboard.data import uploads
from loaders.intake import limits
from metrics import METRICS, Release, When, measure
from store import audit, snapshot
from store.errors import StoreError
from store.uploads.history import current, history
from tests.dashboard.officer import FAR, NAME, data_page, database, drop, episodes, filled, press, said
from tests.loaders.files import zip_of

__all__ = ["data_page", "database", "filled"]

Open = Callable[..., AppTest]


def children(database: sa.Engine, borough: str = "Ealing") -> float:
    """Children looked after at 31 March 2026, as the figures have it."""
    when = When.return_year(2026)
    tables = snapshot.tables(database)
    where = {"borough": (borough,)}
    return measure(METRICS["children_looked_after"], tables, where=where, when=when)["value"].item()


def test_a_good_file_is_looked_through_before_anything_is_stored(data_page: Open, database: sa.Engine):
    page = drop(data_page(), [(NAME, episodes(1, 2, 3, PL_POST=FAR))])
    words = said(page)
    assert not page.exception
    assert "SSDA903 episodes Ealing, return year 2026, to 31 March 2026" in words
    assert "Takes the place of" in words
    assert "Children looked after 2 [u] 3 [u] +1" in words
    assert "Placed outside the borough 0% [u] 100% [u] +100 percentage points" in words
    assert history(database).height == 2


def test_accepting_stores_it_says_so_and_changes_the_figures(data_page: Open, database: sa.Engine):
    version, before = snapshot.version(database), children(database)
    page = press(drop(data_page(), [(NAME, episodes(1, 2, 3))]), "accept")
    assert not page.exception
    assert page.success[0].value.startswith("Stored: 1 file.")
    assert "Ealing, SSDA903 episodes, return year 2026: 3 of 3 rows stored. It replaces" in said(page)
    assert (before, children(database)) == (2, 3)
    assert snapshot.version(database) != version
    assert audit.events(database)["what"].to_list()[0] == "replaced"


def test_the_page_shows_what_was_just_stored(data_page: Open):
    page = press(drop(data_page(), [("HAW_2026_episodes.csv", episodes(7))]), "accept")
    assert "Harrow" in page.selectbox(key="borough").options


def test_discarding_leaves_nothing(data_page: Open, database: sa.Engine):
    version = snapshot.version(database)
    page = press(drop(data_page(), [(NAME, episodes(1, 2, 3))]), "discard")
    assert "Discarded. Nothing was stored." in said(page)
    assert "What the files hold" not in said(page)
    assert history(database).height == 2
    assert snapshot.version(database) == version


def without(column: str) -> bytes:
    """An episodes file that lacks a column."""
    heading, row = episodes(1).decode().splitlines()
    at = heading.split(",").index(column)
    return "\n".join(",".join(line.split(",")[:at] + line.split(",")[at + 1 :]) for line in (heading, row)).encode()


REFUSED = [
    ("EAL_2026.csv", b"", "The file is empty."),
    ("EAL_2026.csv", b"colour,size\nred,3\n", "none of the known sources: its headings are not those of any"),
    (NAME, without("PLACE"), "It comes nearest to SSDA903 episodes, but lacks PLACE. Add what it lacks."),
    ("EAL_2026.pdf", b"%PDF-1.7", "The file is a PDF. Export the table as CSV or as an Excel workbook (.xlsx)."),
    ("episodes_2026.csv", episodes(1), "Whose file is it? Choose the borough"),
    ("EAL_episodes.csv", episodes(1), "Of which year is it? Choose the return year"),
    ("EAL_2026.xlsx", b"PK\x03\x04 no workbook", "The workbook cannot be opened: it is damaged"),
    ("EAL_2026.zip", b"PK\x03\x04 no archive", "The workbook cannot be opened: it is damaged"),
]


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(
    data_page: Open, database: sa.Engine, name: str, content: bytes, sentence: str
):
    page = drop(data_page(), [(name, content)])
    assert not page.exception
    assert "Refused" in said(page)
    assert sentence in said(page)
    assert page.button(key="accept").disabled
    assert history(database).height == 2


def test_a_refused_file_keeps_no_good_one_out(data_page: Open, database: sa.Engine):
    page = drop(data_page(), [(NAME, episodes(1, 2, 3)), ("EAL_2026.csv", b"")])
    assert page.button(key="accept").label == "Accept 1 file"
    press(page, "accept")
    assert children(database) == 3


def test_a_wrong_date_sets_its_row_aside_under_the_files_own_number(data_page: Open, database: sa.Engine):
    wrong = episodes(1, 2) + episodes(3, DECOM="31/02/2025").splitlines()[1] + b"\n,,,,\n"
    page = drop(data_page(), [(NAME, wrong)])
    words = said(page)
    assert (
        "Row set aside row 4 EAL_2026_episodes.csv DECOM is not a date such as 31/03/2025 (DfE rule 141). Column DECOM"
        in words
    )
    assert " 4 2 0 1 1 Replaces" in words
    assert page.get("download_button")[0].proto.label == "Download all 1 findings (XLSX)"
    press(page, "accept")
    assert current(database).row(0, named=True)["set_aside"] == 1


def test_the_same_file_again_changes_nothing(data_page: Open, database: sa.Engine):
    page = drop(data_page(), [(NAME, episodes(1, 2))])
    assert "This very file is already loaded" in said(page)
    assert page.button(key="accept").disabled


def test_the_same_file_twice_in_the_list_goes_in_once(data_page: Open, database: sa.Engine):
    page = drop(data_page(), [(NAME, episodes(1, 2, 3)), ("EAL_2026_copy.csv", episodes(1, 2, 3))])
    assert "The same file is in the list twice; it goes in once." in said(page)
    press(page, "accept")
    assert history(database).height == 3


def test_two_files_for_one_place_hold_each_other_back(data_page: Open):
    page = drop(data_page(), [(NAME, episodes(1)), ("EAL_2026_other.csv", episodes(2))])
    assert said(page).count("Several files stand for the same borough, source and year") == 2
    assert page.button(key="accept").disabled


def test_borough_and_year_may_be_chosen_where_the_name_does_not_tell(data_page: Open, database: sa.Engine):
    page = data_page()
    page.selectbox(key="upload-borough").select("Ealing")
    page.selectbox(key="upload-year").select("Return year 2026 (to 31 March 2026)")
    page = drop(page, [("episodes.csv", episodes(1, 2, 3)), ("BRE_2026_episodes.csv", episodes(1, 2, 3, 4))])
    press(page, "accept")
    assert (children(database, "Ealing"), children(database, "Brent")) == (3, 4)


def test_what_is_chosen_is_believed_before_a_name_only_when_asked(data_page: Open, database: sa.Engine):
    page = data_page()
    page.selectbox(key="upload-borough").select("Ealing").run()
    page.checkbox(key="upload-instead").check()
    page = drop(page, [("BRE_2026_episodes.csv", episodes(1, 2, 3))])
    press(page, "accept")
    assert (children(database, "Ealing"), children(database, "Brent")) == (3, 2)


def test_a_name_that_says_two_things_is_asked_about_and_what_is_chosen_answers(data_page: Open, database: sa.Engine):
    file = ("Barnet and Ealing 2025-26 June 2026.csv", episodes(1, 2, 3))
    words = said(drop(data_page(), [file]))
    assert "The name speaks of Barnet and Ealing. Whose file is it? Choose the borough" in words
    page = data_page()
    page.selectbox(key="upload-borough").select("Ealing")
    page.selectbox(key="upload-year").select("Return year 2026 (to 31 March 2026)")
    press(drop(page, [file]), "accept")
    assert children(database, "Ealing") == 3


def test_a_file_of_several_boroughs_is_divided_by_the_column_that_says_so(data_page: Open, database: sa.Engine):
    rows = episodes(1, 2, 3, 4).decode().splitlines()
    content = "\n".join(
        f"{row},{la}" for row, la in zip(rows, ("LA", "EAL", "BRE", "EAL", "EAL"), strict=True)
    ).encode()
    page = drop(data_page(), [("episodes_2026.csv", content)])
    assert page.button(key="accept").label == "Accept 2 files"
    press(page, "accept")
    assert (children(database, "Ealing"), children(database, "Brent")) == (3, 1)
    refused = said(drop(data_page(), [(NAME, content)]))
    assert "The file holds rows of Ealing (3 rows) and Brent (1 row), by the column LA" in refused


def test_a_zip_is_unpacked_and_its_folders_tell_whose_files_they_are(data_page: Open, database: sa.Engine):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as bundle:
        bundle.writestr("returns/EAL/2026/episodes.csv", episodes(1, 2, 3))
        bundle.writestr("returns/HAW/2026/episodes.csv", episodes(1))
    page = drop(data_page(), [("all.zip", file.getvalue())])
    assert page.button(key="accept").label == "Accept 2 files"
    press(page, "accept")
    assert (children(database, "Ealing"), children(database, "Harrow")) == (3, 1)


def test_what_a_zip_holds_besides_data_is_named_with_the_reason(data_page: Open, database: sa.Engine):
    parts = ("costs.xls", "needs.ods", "inner.zip", "missing.txt", "__MACOSX/._episodes.csv")
    bundle = zip_of({"EAL/2026/episodes.csv": episodes(1, 2, 3), **dict.fromkeys(parts, b"x")})
    page = drop(data_page(), [("mixed.zip", bundle)])
    words = said(page)
    assert not page.exception
    assert all(f"mixed.zip/{name} Not read" in words for name in parts[:4])
    assert "MACOSX" not in words
    assert page.button(key="accept").label == "Accept 1 file"
    press(page, "accept")
    assert children(database) == 3


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"costs.xls": b"x"}, "It is a workbook of Excel before 2007"),
        ({}, "The ZIP holds no file of data"),
        ({"folder/": b"", "__MACOSX/._a.csv": b""}, "The ZIP holds no file of data"),
    ],
)
def test_a_zip_with_nothing_to_read_says_so(data_page: Open, parts: dict[str, bytes], sentence: str):
    page = drop(data_page(), [("only.zip", zip_of(parts))])
    assert not page.exception
    assert sentence in said(page)
    assert "None of these files could be read, so there is nothing to accept." in said(page)
    assert page.button(key="accept").disabled


def test_a_file_too_big_is_refused_before_it_is_read(
    data_page: Open, database: sa.Engine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    page = drop(data_page(), [(NAME, episodes(1, 2, 3))])
    assert "the most is" in said(page)


def test_where_the_database_cannot_keep_them_nothing_is_lost(
    data_page: Open, database: sa.Engine, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> None:
        raise StoreError("The disk of the database is full. Free some space, then try again. Nothing was changed.")

    monkeypatch.setattr(uploads, "save_all", full)
    page = press(drop(data_page(), [(NAME, episodes(1, 2, 3))]), "accept")
    assert "The disk of the database is full" in page.error[0].value
    assert page.button(key="accept").label == "Accept 1 file"
    assert history(database).height == 2


def test_officers_hand_in_for_their_own_boroughs_only(
    data_page: Open, database: sa.Engine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(current_user, "DEMONSTRATION", current_user.Scope("Analyst", ("Brent",), Release.WORKING))
    page = drop(data_page(), [(NAME, episodes(1, 2, 3))])
    assert "The file is of Ealing. You may upload files of your own boroughs." in said(page)
    assert page.button(key="accept").disabled


@pytest.mark.parametrize("release", ["Board", "Event"])
def test_nothing_is_handed_in_beyond_the_working_release(data_page: Open, release: str):
    page = data_page(release=release)
    assert [tab.label for tab in page.tabs] == ["Coverage", "Templates"]
    assert not page.file_uploader


def test_no_page_ever_names_a_child(data_page: Open):
    page = drop(data_page(), [(NAME, episodes(90417, 90418, DECOM="31/02/2025"))])
    assert "90417" not in said(page)


def test_the_same_file_accepted_in_two_tabs_is_stored_once(data_page: Open, database: sa.Engine):
    tabs = [drop(data_page(), [(NAME, episodes(1, 2, 3))]) for _ in range(2)]
    first, second = (press(tab, "accept") for tab in tabs)
    assert first.success[0].value.startswith("Stored: 1 file.")
    assert "Nothing was stored twice." in second.info[0].value
    assert not second.success
    assert history(database).height == 3


def test_of_two_tabs_with_different_files_for_one_place_the_later_one_says_what_it_replaces(
    data_page: Open, database: sa.Engine
):
    tabs = [drop(data_page(), [(NAME, episodes(*many))]) for many in ((1, 2, 3), (1, 2, 3, 4))]
    for tab in tabs:
        press(tab, "accept")
    assert "It replaces the file of" in said(tabs[1])
    assert history(database)["status"].to_list()[:2] == ["accepted", "replaced"]
    assert children(database) == 4


def test_a_file_that_would_leave_nothing_of_a_table_is_asked_about(data_page: Open, database: sa.Engine):
    page = drop(data_page(), [(NAME, episodes(1).splitlines()[0])])
    words = said(page)
    assert "Empties a table" in words
    assert "no row that can be stored of SSDA903 episodes (2 rows)" in words
    assert page.button(key="accept").disabled
    page.checkbox(key="upload-may-empty").check().run()
    page = press(page, "accept")
    assert not page.exception
    assert page.success[0].value.startswith("Stored: 1 file.")
    assert children(database) == 0
