"""The records behind a figure: whose, in which release, and what is put on record."""

from datetime import date

import polars as pl
import pytest
import sqlalchemy as sa

from dashboard.auth import current_user
from dashboard.data import records
from dashboard.data.records import put_on_record
from dashboard.exports.csv_export import About, as_csv
from dashboard.filters.selection import Selection
from loaders import read
from metrics import METRICS, Release, When
from store import audit
from store.uploads.save import save
from tests.dashboard.officer import data_page, database, episodes, filled, written

__all__ = ["data_page", "database", "filled"]

YEAR = When.return_year(2026)


def chosen(focus: str | None = "Brent", **kept: tuple[str, ...]) -> Selection:
    """What a reader has chosen."""
    return Selection(("Brent", "Ealing"), YEAR.start, YEAR.end, date(2025, 4, 1), focus=focus, kept=tuple(kept.items()))


@pytest.fixture
def costs(database: sa.Engine) -> None:
    """Give Brent's first child a price and an assessment."""
    price = {
        "Child ID": "1",
        "Price from": "01/05/2024",
        "Price to": "",
        "Provider": "=Bright",
        "Total weekly cost": "900",
    }
    save(database, read(written([price]), name="BRE_2026_costs.csv"), who="first officer")


def test_a_record_says_placement_provider_start_price_distance_and_need(database: sa.Engine, costs: None):
    rows = records.records("children_looked_after", chosen(), YEAR)
    assert rows["Child"].to_list() == ["BRE-1", "BRE-2"]
    row = rows.row(0, named=True)
    assert (row["Placement"], row["Placed since"], row["Weekly cost, £"]) == ("IFA foster", date(2024, 5, 1), 900)
    assert (round(row["Miles from home"], 1), row["Need level"]) == (0.3, "Not assessed")
    assert rows["Weekly cost, £"].to_list() == [900, None]


def test_every_figure_can_be_opened(database: sa.Engine, costs: None):
    for slug in METRICS:
        rows = records.records(slug, chosen(), YEAR)
        assert "Child" in rows.columns, slug


def test_each_opening_is_on_record_with_its_filters_and_never_a_child(database: sa.Engine):
    records.records("children_looked_after", chosen(sex=("Unknown",)), YEAR)
    put_on_record("downloaded records", "children_looked_after", chosen(), YEAR, 2)
    newest, opened = audit.events(database).head(2).to_dicts()
    assert (opened["who"], opened["what"]) == ("Demonstration", "opened records")
    assert "metric children_looked_after, borough Brent, filters sex: Unknown" in opened["detail"]
    assert newest["what"] == "downloaded records"
    assert "records 2" in newest["detail"]
    assert "BRE-" not in opened["detail"] + newest["detail"]


@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_nothing_opens_beyond_the_working_release(
    database: sa.Engine, monkeypatch: pytest.MonkeyPatch, release: Release
):
    monkeypatch.setattr(current_user, "DEMONSTRATION", current_user.Scope("Director", None, release))
    assert not records.may_open(chosen())
    with pytest.raises(PermissionError):
        records.records("children_looked_after", chosen(), YEAR)
    assert "opened records" not in audit.events(database)["what"].to_list()


def test_only_own_boroughs_open(database: sa.Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(current_user, "DEMONSTRATION", current_user.Scope("Analyst", ("Brent",), Release.WORKING))
    assert [records.may_open(chosen(focus)) for focus in ("Brent", "Ealing", None)] == [True, False, False]
    with pytest.raises(PermissionError):
        records.records("children_looked_after", chosen("Ealing"), YEAR)


def test_another_boroughs_child_that_a_figure_counts_here_stays_closed(
    database: sa.Engine, monkeypatch: pytest.MonkeyPatch
):
    in_brent = episodes(8, HOME_POST="W5 2BS", PL_POST="HA9 0FH")
    save(database, read(in_brent, name="EAL_2026_episodes.csv"), who="first officer")
    everyone = records.records("net_import", chosen(), YEAR)["Child"].to_list()
    assert "EAL-8" in everyone
    monkeypatch.setattr(current_user, "DEMONSTRATION", current_user.Scope("Analyst", ("Brent",), Release.WORKING))
    assert "EAL-8" not in records.records("net_import", chosen(), YEAR)["Child"].to_list()


def test_a_file_of_records_starts_no_formula():
    rows = pl.DataFrame({"Child": ["BRE-1"], "Provider": ["=Bright"]})
    assert b"'=Bright" in as_csv(rows, METRICS["weekly_cost"], YEAR, About("Brent"))
