"""Rulings on provider names: made, changed, taken back, on record, and in the figures."""

import pytest
import sqlalchemy as sa

from loaders.names import as_written, proposals
from store import audit, rulings, snapshot
from store.uploads.save import save_all
from tests.store.handing import reading

REGISTER = reading("providers", "urn | setting | provider\n1 | Oak Lodge | Acorn Care", borough=None, year=None)
EPISODES = """
    child | started    | placement_type | provider_sector
    BRE-1 | 2024-05-01 | IFA foster     | Private
"""
COSTS = """
    child | started    | provider_name
    BRE-1 | 2024-05-01 | ACORN CARE LTD
    BRE-2 | 2024-05-01 | ACORN CARE LTD
"""


@pytest.fixture
def loaded(database: sa.Engine) -> sa.Engine:
    handed = [REGISTER, reading("ssda903_episodes", EPISODES, name="episodes"), reading("costs", COSTS)]
    save_all(database, handed, who="officer")
    return database


def known(database: sa.Engine, table: str) -> set[tuple[str, str]]:
    return set(snapshot.tables(database)[table].select("provider", "known_by").collect().rows())


def names(database: sa.Engine) -> list[tuple[str, str | None, str]]:
    return rulings.ruled_names(database).select("name", "provider", "who").rows()


def test_only_a_ruling_links_a_name_to_the_register_and_taking_it_back_undoes_that(loaded: sa.Engine):
    given = {("ACORN CARE LTD", "Name as given")}
    assert known(loaded, "episodes") == known(loaded, "costs") == given
    rulings.rule_name(loaded, "ACORN CARE LTD", "Acorn Care", who="analyst")
    assert known(loaded, "episodes") == known(loaded, "costs") == {("Acorn Care", "Confirmed name")}
    rulings.forget_name(loaded, "ACORN CARE LTD", who="head")
    assert known(loaded, "episodes") == known(loaded, "costs") == given


def test_a_proposal_changes_nothing(loaded: sa.Engine):
    tables = {name: frame.collect() for name, frame in snapshot.tables(loaded).items()}
    found = proposals(as_written(tables["costs"], tables["services"]), tables["providers"])
    assert found.select("name", "proposed", "score").rows() == [("ACORN CARE LTD", "Acorn Care", 100)]
    assert known(loaded, "costs") == {("ACORN CARE LTD", "Name as given")}
    assert names(loaded) == []


def test_each_ruling_makes_another_data_version_and_the_same_one_again_does_not(loaded: sa.Engine):
    versions = [snapshot.version(loaded)]
    for provider in ("Acorn Care", None):
        rulings.rule_name(loaded, "ACORN CARE LTD", provider, who="analyst")
        versions.append(snapshot.version(loaded))
    assert len(set(versions)) == 3
    rulings.rule_name(loaded, "ACORN CARE LTD", None, who="head")
    assert snapshot.version(loaded) == versions[-1]
    assert names(loaded) == [("ACORN CARE LTD", None, "analyst")]
    rulings.forget_name(loaded, "ACORN CARE LTD", who="head")
    assert snapshot.version(loaded) == versions[0]


def test_several_names_are_ruled_on_together_and_each_is_on_record(database: sa.Engine):
    rulings.rule_names(database, {"Acorn": "Acorn Care", "Cash": None}, who="analyst")
    rulings.rule_name(database, "Acorn", "Quercus", who="head")
    rulings.forget_name(database, "Cash", who="head")
    rulings.forget_name(database, "Never ruled", who="head")
    assert names(database) == [("Acorn", "Quercus", "head")]
    assert rulings.in_force(database).same_as == {"Acorn": "Quercus"}
    told = audit.events(database).reverse()
    assert told.select("who", "what", "detail").rows() == [
        ("analyst", "provider name ruled", "name Acorn, provider Acorn Care"),
        ("analyst", "provider name ruled", "name Cash"),
        ("head", "provider name ruled", "name Acorn, provider Quercus"),
        ("head", "provider name forgotten", "name Cash"),
    ]
