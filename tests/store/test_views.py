"""Saved views are their owner's: named, renamed and removed by them alone. Packs that were made are listed."""

import pytest
import sqlalchemy as sa

from store import audit, views
from store.errors import RefusedError
from store.packs import Pack, packs, record_pack


def names(engine: sa.Engine, who: str | None = None) -> list[tuple[str, str]]:
    return [(view.who, view.title) for view in views.views(engine, who)]


def test_a_view_is_saved_opened_renamed_and_removed_by_its_owner(database: sa.Engine):
    number = views.save(database, "  Brent, fostering ", "Placement mix", "borough=Brent&type=IFA+foster", who="ann")
    views.save(database, "All", "Overview", "", who="ann")
    views.save(database, "Brent, fostering", "Cost", "borough=Brent", who="ben")
    assert names(database) == [("ann", "All"), ("ann", "Brent, fostering"), ("ben", "Brent, fostering")]
    kept = views.view(database, number)
    assert kept is not None
    assert (kept.page, kept.query) == ("Placement mix", "borough=Brent&type=IFA+foster")
    views.rename(database, number, "brent, FOSTERING", who="ann")
    views.remove(database, number, who="ann")
    assert names(database, "ann") == [("ann", "All")]
    assert views.view(database, number) is None
    assert audit.events(database)["what"].to_list() == [
        "view removed",
        "view renamed",
        *(["view saved"] * 3),
    ]


@pytest.mark.parametrize(
    ("who", "title", "query", "why"),
    [
        ("ann", "brent", "", "name brent already"),
        ("ann", "", "", "The name is empty"),
        ("ann", "x" * 81, "", "80 is the most"),
        ("ann", "Long", "x" * 2001, "too many filters"),
    ],
)
def test_a_view_that_cannot_be_is_refused(fresh: sa.Engine, who: str, title: str, query: str, why: str):
    views.save(fresh, "Brent", "Cost", "borough=Brent", who="ann")
    with pytest.raises(RefusedError, match=why):
        views.save(fresh, title, "Cost", query, who=who)


def test_a_view_of_somebody_else_stays_as_it_is(fresh: sa.Engine):
    number = views.save(fresh, "Brent", "Cost", "borough=Brent", who="ann")
    with pytest.raises(RefusedError, match="no view of yours"):
        views.rename(fresh, number, "Mine", who="ben")
    with pytest.raises(RefusedError, match="no view of yours"):
        views.remove(fresh, number, who="ben")
    assert names(fresh) == [("ann", "Brent")]


def test_packs_are_listed_the_newest_first_with_what_makes_them_again(database: sa.Engine):
    settings = {"borough": "Brent", "themes": ["Cost", "Missing"]}
    for kind in ("pdf", "pptx"):
        record_pack(database, Pack("ann", "board", "abc", f"pack.{kind}", "0" * 64, kind, settings))
    found = packs(database)
    assert [(pack.number, pack.format, pack.settings) for pack in found] == [
        (2, "pptx", settings),
        (1, "pdf", settings),
    ]
    assert found[0].at is not None
    assert audit.events(database)["detail"].to_list()[0] == "pack 2, file pack.pptx, release board, version abc"
