"""Switches of repairs: on record with who and when, the last one told."""

import sqlalchemy as sa

from store import snapshot
from store.rulings import in_force, switch_repair, switched


def test_the_last_switch_is_told_with_who_and_the_version_follows(database: sa.Engine):
    version = snapshot.version(database)
    assert switched(database) == {}
    switch_repair(database, "a", on=False, who="head")
    switch_repair(database, "b", on=False, who="head")
    switch_repair(database, "b", on=True, who="officer")
    told = {code: (each.is_on, each.who) for code, each in switched(database).items()}
    assert told == {"a": (False, "head"), "b": (True, "officer")}
    assert in_force(database).repairs_off == {"a"}
    assert snapshot.version(database) != version
