"""Uploads: all of one or nothing of it, and every version kept."""

import dataclasses

import polars as pl
import pytest
import sqlalchemy as sa

from loaders.findings import found
from loaders.reading.result import Reading
from loaders.tables import CLEAN
from store import audit
from store.errors import RefusedError
from store.uploads import history as upload_history
from store.uploads.history import current, findings, history
from store.uploads.restore import discard, restore, roll_back
from store.uploads.save import save, save_all
from tests.store.clean_tables import clean_tables
from tests.store.handing import reading

FIRST = reading(text="child | sex\nBRE-1 | Unknown")
SECOND = reading(text="child | sex\nBRE-1 | Female\nBRE-2 | Male")


def children(engine: sa.Engine) -> list[str]:
    return clean_tables(engine)["children"]["child"].to_list()


def statuses(engine: sa.Engine) -> list[str]:
    """Status of every upload, the first one first."""
    return history(engine)["status"].to_list()[::-1]


def test_a_reading_is_stored_with_its_rows_its_findings_and_who_did_it(database: sa.Engine):
    wrong = found(pl.Series([2, 5]), "SEX", "unread", "warning", "SEX is not a code.")
    saved = save(database, reading(findings=(wrong,)), who="officer")
    assert (saved.status, saved.sentence) == ("stored", "Brent, children, return year 2025: 1 of 1 rows stored.")
    row = history(database).row(0, named=True)
    assert (row["id"], row["who"], row["status"], row["rows"]) == (saved.upload_id, "officer", "accepted", 1)
    assert children(database) == ["BRE-1"]
    assert findings(database, saved.upload_id)["row"].to_list() == [2, 5]
    assert findings(database, saved.upload_id, offset=1, limit=1)["row"].to_list() == [5]


def test_the_same_file_twice_changes_nothing_and_says_so(database: sa.Engine):
    first = save(database, FIRST, who="officer")
    again = save(database, FIRST, who="other")
    assert (again.status, again.upload_id) == ("unchanged", first.upload_id)
    assert "already loaded" in again.sentence
    assert statuses(database) == ["accepted"]
    assert audit.events(database).height == 1


def test_a_newer_file_replaces_the_older_which_stays_on_record(database: sa.Engine):
    save(database, FIRST, who="officer")
    saved = save(database, SECOND, who="other")
    assert saved.status == "replaced"
    assert saved.sentence.endswith("by officer.")
    assert statuses(database) == ["replaced", "accepted"]
    assert children(database) == ["BRE-1", "BRE-2"]


def test_another_year_borough_or_source_replaces_nothing(database: sa.Engine):
    for other in (FIRST, reading(year=2024), reading(borough="Ealing"), reading("reviews")):
        assert save(database, other, who="officer").status == "stored"


def test_registers_and_published_figures_of_several_files_stand_side_by_side(database: sa.Engine):
    shared = {"borough": None, "year": None}
    files = (("1", "homes.csv"), ("2", "agencies.csv"), ("3", "homes.csv"))
    register = [reading("providers", f"urn\n{urn}", file=file, **shared) for urn, file in files]
    published = [reading("eefs", "measure\nx", name="published", file=name, **shared) for name in ("a.csv", "b.csv")]
    said = [save(database, each, who="officer").status for each in (*register, *published)]
    assert said == ["stored", "stored", "replaced", "stored", "stored"]
    assert clean_tables(database)["providers"]["urn"].to_list() == ["2", "3"]
    assert clean_tables(database)["published"].height == 2


def test_rolling_back_brings_the_earlier_file_back(database: sa.Engine):
    save(database, FIRST, who="officer")
    second = save(database, SECOND, who="officer")
    assert roll_back(database, second.upload_id, who="head").endswith("by officer is back.")
    assert statuses(database) == ["accepted", "rolled back"]
    assert children(database) == ["BRE-1"]
    assert save(database, SECOND, who="officer").status == "replaced"


def test_rolling_back_the_only_file_leaves_none(database: sa.Engine):
    first = save(database, FIRST, who="officer")
    assert "no earlier file" in roll_back(database, first.upload_id, who="head")
    assert children(database) == []


def test_a_replaced_file_can_be_restored_and_that_can_be_rolled_back(database: sa.Engine):
    first = save(database, FIRST, who="officer")
    save(database, SECOND, who="officer")
    restore(database, first.upload_id, who="head")
    assert statuses(database) == ["accepted", "replaced"]
    roll_back(database, first.upload_id, who="head")
    assert statuses(database) == ["rolled back", "accepted"]


def test_a_discarded_upload_leaves_its_record_and_none_of_its_rows(database: sa.Engine):
    first = save(database, FIRST, who="officer")
    discard(database, first.upload_id, who="head")
    assert statuses(database) == ["discarded"]
    assert children(database) == []
    assert findings(database, first.upload_id).is_empty()
    with pytest.raises(RefusedError, match="is discarded"):
        restore(database, first.upload_id, who="head")


def test_what_is_not_there_cannot_be_rolled_back(database: sa.Engine):
    with pytest.raises(RefusedError, match="no upload 7"):
        roll_back(database, 7, who="head")


def test_a_refused_reading_is_not_stored(database: sa.Engine):
    with pytest.raises(RefusedError, match="no table that we know"):
        save(database, Reading(file="x.csv", refused="x.csv holds no table that we know."), who="officer")
    with pytest.raises(RefusedError, match="is of no known source"):
        save(database, Reading(file="x.csv"), who="officer")
    assert history(database).is_empty()


def test_rows_out_of_shape_are_not_stored(database: sa.Engine):
    odd = dataclasses.replace(FIRST, tables={"children": FIRST.tables["children"].drop("sex")})
    with pytest.raises(RefusedError, match="not in their clean shape"):
        save(database, odd, who="officer")


def test_every_action_is_in_the_audit_trail_without_a_child(database: sa.Engine):
    first = save(database, FIRST, who="officer")
    second = save(database, SECOND, who="officer")
    roll_back(database, second.upload_id, who="head")
    restore(database, second.upload_id, who="head")
    discard(database, first.upload_id, who="head")
    events = audit.events(database)
    assert events["what"].to_list()[::-1] == ["stored", "replaced", "rolled back", "restored", "discarded"]
    assert events["who"].to_list()[::-1] == ["officer", "officer", "head", "head", "head"]
    assert not events["detail"].str.contains("BRE-").any()


def test_clean_tables_are_stacked_over_years_and_can_be_those_of_some_boroughs(database: sa.Engine):
    for each in (reading(year=2024), reading(year=2025), reading(borough="Ealing", text="child\nEAL-1")):
        save(database, each, who="officer")
    tables = clean_tables(database)
    assert {name: frame.schema for name, frame in tables.items()} == {
        name: schema.create_empty().schema for name, schema in CLEAN.items()
    }
    assert tables["children"]["return_year"].to_list() == [2024, 2025, 2025]
    assert clean_tables(database, ["Ealing"])["children"]["child"].to_list() == ["EAL-1"]


def test_of_two_files_with_the_same_table_for_a_year_the_newer_one_stands_alone(database: sa.Engine):
    save(database, SECOND, who="officer")
    save(database, reading("xml", "child\nBRE-3", name="children"), who="officer")
    assert children(database) == ["BRE-3"]


def test_of_two_files_for_the_same_handed_in_together_the_later_replaces_the_earlier(database: sa.Engine):
    again = reading("reviews", file="again.csv")
    saved = save_all(database, [reading("reviews"), FIRST, again, again], who="officer")
    assert [each.status for each in saved] == ["stored", "stored", "replaced", "unchanged"]
    assert set(current(database)["id"]) == {saved[1].upload_id, saved[2].upload_id}


def test_files_handed_in_together_are_stored_together_or_not_at_all(database: sa.Engine):
    refused = Reading(file="x.csv", refused="The file is empty.")
    with pytest.raises(RefusedError, match="empty"):
        save_all(database, [FIRST, refused], who="officer")
    assert statuses(database) == []
    saved = save_all(database, [FIRST, reading("reviews")], who="officer")
    assert [each.status for each in saved] == ["stored", "stored"]


def test_findings_of_several_uploads_come_with_the_upload(database: sa.Engine):
    wrong = found(pl.Series([2, 5]), "SEX", "unread", "warning", "SEX is not a code.")
    ids = [
        saved.upload_id for saved in save_all(database, [reading(findings=(wrong,)), reading("reviews")], who="officer")
    ]
    assert upload_history.found(database, ids).select("upload_id", "row").rows() == [(ids[0], 2), (ids[0], 5)]
    assert upload_history.found(database, []).is_empty()
