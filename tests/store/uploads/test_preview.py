"""What would change if a file were accepted, said before anything is stored."""

import polars as pl
import sqlalchemy as sa

from loaders.consolidated import CONSOLIDATED
from store import audit, snapshot
from store.uploads.history import history
from store.uploads.preview import as_if_accepted, standing
from store.uploads.save import save, save_all
from tests.store.handing import reading

HEAD = "child | started | reason_started | legal_status | category_of_need | placement_type"
FIRST = reading("ssda903_episodes", f"{HEAD}\nBRE-1 | 2024-05-01 | | | |", name="episodes")
MORE = reading("ssda903_episodes", f"{HEAD}\nBRE-1 | 2024-05-01 | | | |\nBRE-2 | 2024-06-01 | | | |", name="episodes")
EALING = reading("ssda903_episodes", f"{HEAD}\nEAL-1 | 2024-05-01 | | | |", name="episodes", borough="Ealing")
REGISTER = reading("providers", "urn | setting\nSC1 | The Laurels", borough=None, year=None)


def children(tables: dict[str, pl.DataFrame]) -> list[str]:
    return tables["episodes"]["child"].sort().to_list()


def test_a_new_file_is_new_a_newer_one_replaces_and_the_same_one_changes_nothing(database: sa.Engine):
    assert standing(database, FIRST).status == "new"
    save(database, FIRST, who="officer")
    assert standing(database, FIRST).status == "unchanged"
    newer = standing(database, MORE)
    assert newer.status == "replaces"
    assert "by officer" in newer.sentence


def test_the_tables_are_those_that_accepting_would_make(database: sa.Engine):
    save_all(database, [FIRST, EALING], who="officer")
    before = as_if_accepted(database, [MORE])
    assert children(before) == ["BRE-1", "BRE-2"]
    save(database, MORE, who="officer")
    after = {name: frame.collect() for name, frame in snapshot.tables(database).items()}
    ours = after["episodes"].filter(borough="Brent")
    assert before["episodes"].equals(ours)
    assert set(before) == set(CONSOLIDATED)


def test_nothing_is_stored_by_looking(database: sa.Engine):
    save(database, FIRST, who="officer")
    version, events = snapshot.version(database), audit.events(database).height
    as_if_accepted(database, [MORE])
    assert (snapshot.version(database), audit.events(database).height) == (version, events)
    assert history(database).height == 1


def test_a_register_is_put_with_every_borough(database: sa.Engine):
    save_all(database, [FIRST, EALING], who="officer")
    assert children(as_if_accepted(database, [REGISTER])) == ["BRE-1", "EAL-1"]
    assert as_if_accepted(database, [REGISTER])["providers"]["urn"].to_list() == ["SC1"]


def test_files_of_one_borough_and_year_are_put_together(database: sa.Engine):
    missing = reading("ssda903_missing", "child | started\nBRE-1 | 2024-07-01", name="missing")
    tables = as_if_accepted(database, [FIRST, missing])
    assert tables["missing"]["child"].to_list() == ["BRE-1"]
    assert tables["loaded"]["source"].to_list() == ["ssda903_episodes", "ssda903_missing"]
