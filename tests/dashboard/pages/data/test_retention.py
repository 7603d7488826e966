"""Retention and repairs on the Data page: dates set for one or many, a purge once confirmed, switches on record."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from dashboard.auth import current_user
from dashboard.pages.data import retention_data as retention
from loaders import read
from loaders.consolidate.repairs import REPAIRS
from metrics import Release
from store import audit, rulings, snapshot
from store.uploads.history import current, history
from store.uploads.retention import Which, keep_until
from store.uploads.save import save
from tests.dashboard.officer import data_page, database, episodes, filled, press, said

__all__ = ["data_page", "database", "filled"]

Open = Callable[..., AppTest]


def today() -> date:
    """The day of the test: a run may go on past midnight."""
    return date.today()


def yesterday() -> date:
    return today() - timedelta(days=1)


def dates(database: sa.Engine) -> list[date | None]:
    return history(database)["keep_until"].to_list()[::-1]


def test_a_date_is_set_for_all_of_a_borough(data_page: Open, database: sa.Engine):
    page = data_page("History")
    page.selectbox(key="keep-borough").select("Brent")
    page.date_input(key="keep-until").set_value(today()).run()
    page = press(page, "keep-set")
    assert dates(database) == [today(), None]
    assert page.success[0].value.startswith("1 upload is kept until")
    assert "Retention: 0 uploads past their date, 1 due within 90 days" in page.expander[0].label


def test_a_date_is_set_for_one_upload_and_taken_back(data_page: Open, database: sa.Engine):
    page = press(data_page("History"), "keep-2")
    page.date_input(key="keep-one-until").set_value(today())
    page = press(page, "keep-one")
    assert dates(database) == [None, today()]
    assert f"Kept until {today():%-d}" in said(page)
    press(press(page, "keep-2"), "keep-one-for-good")
    assert dates(database) == [None, None]


def test_a_purge_removes_rows_only_once_that_is_confirmed(data_page: Open, database: sa.Engine):
    keep_until(database, Which(borough="Ealing"), yesterday(), who="head")
    version = snapshot.version(database)
    page = press(data_page("History"), "purge")
    assert "1 of them is in the figures now. This cannot be undone." in said(page)
    assert snapshot.version(database) == version
    page = press(page, "purge-confirm")
    assert not page.exception
    assert page.success[0].value == "1 upload removed, with 2 rows."
    assert history(database)["status"].to_list() == ["discarded", "accepted"]
    assert audit.events(database)["what"][0] == "purged"
    assert "Ealing" not in page.selectbox(key="borough").options


def test_nothing_past_its_date_offers_no_purge(data_page: Open, database: sa.Engine):
    keep_until(database, Which(borough="Ealing"), today(), who="head")
    assert "purge" not in [button.key for button in data_page("History").button]


def test_officers_set_dates_and_purge_for_their_own_boroughs_only(
    data_page: Open, database: sa.Engine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(current_user, "DEMONSTRATION", current_user.Scope("Analyst", ("Brent",), Release.WORKING))
    keep_until(database, Which(), yesterday(), who="head")
    page = press(press(data_page("History"), "purge"), "purge-confirm")
    assert page.success[0].value == "1 upload removed, with 2 rows."
    assert [row["borough"] for row in current(database).iter_rows(named=True)] == ["Ealing"]
    page = data_page("History", borough="Ealing")
    assert "keep-for-good" not in [button.key for button in page.button]
    with pytest.raises(PermissionError, match="their borough's data officers"):
        retention.keep(Which(borough="Ealing"), None)
    assert dates(database)[1] == yesterday()


def twice(database: sa.Engine) -> None:
    """Hand in for Brent the year before: episodes of the same start that the later return tells otherwise."""
    before = episodes(1, 2, PLACE="K2")
    save(database, read(before, name="BRE_2025_episodes.csv"), who="first officer")


CODE = "episode-told-otherwise"


def test_each_repair_says_what_it_does_to_how_many_rows_of_whom(data_page: Open, database: sa.Engine):
    twice(database)
    page = data_page("Repairs")
    assert not page.exception
    assert len(page.toggle) == len(REPAIRS)
    assert REPAIRS[CODE].done in said(page)
    assert "2 rows: Brent 2. Never switched." in said(page)
    assert "2 rows repaired when years are put together" in said(page)
    assert "2 rows: Brent" not in said(data_page("Repairs", borough="Ealing"))


def test_a_repair_is_switched_off_and_on_with_who_and_when_on_record(data_page: Open, database: sa.Engine):
    twice(database)
    version = snapshot.version(database)
    page = data_page("Repairs")
    page = page.toggle(key=f"switch-{CODE}-True").set_value(False).run()
    assert rulings.in_force(database).repairs_off == {CODE}
    assert snapshot.version(database) != version
    assert "No row, being off. Switched off by Demonstration," in said(page)
    assert "1 repair off" in said(page)
    assert REPAIRS[CODE].risk in said(page)
    page = page.toggle(key=f"switch-{CODE}-False").set_value(True).run()
    assert snapshot.version(database) == version
    assert "2 rows: Brent 2. Switched on by Demonstration," in said(page)
    assert audit.events(database)["what"].to_list()[:2] == ["repair on", "repair off"]


def test_repairs_are_switched_only_by_those_who_see_every_borough(
    data_page: Open, database: sa.Engine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(current_user, "DEMONSTRATION", current_user.Scope("Analyst", ("Brent",), Release.WORKING))
    assert all(toggle.disabled for toggle in data_page("Repairs").toggle)


def test_repairs_are_counted_as_findings_of_the_file_they_are_in(data_page: Open, database: sa.Engine):
    twice(database)
    words = said(data_page("Findings", borough="Brent"))
    assert "Repaired across years 2 rows: 2, 3 Brent, SSDA903 episodes, 2025, BRE_2025_episodes.csv" in words
    assert REPAIRS[CODE].todo in words
