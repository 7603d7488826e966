"""People who may sign in, and their signings in: each change audited, nobody locked out, an end is an end."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from store import audit, people, sign_ins
from store.__main__ import main
from store.errors import RefusedError
from store.people import Person, Role
from store.sign_ins import begin, bind, end, end_everywhere, known
from store.utc_time import now

ANN = Person("ann@brent.gov.uk", "Ann", Role.ADMINISTRATOR, ())
BEN = Person("ben@brent.gov.uk", "Ben", Role.COMMISSIONER, ("Brent",))


@pytest.fixture
def two(fresh: sa.Engine) -> sa.Engine:
    for person in (ANN, BEN):
        people.put(fresh, person, who="command line")
    return fresh


@pytest.fixture
def address() -> Iterator[str]:
    token = audit.FROM.set("192.0.2.7")
    yield "192.0.2.7"
    audit.FROM.reset(token)


def told(engine: sa.Engine) -> list[tuple[str, str, str]]:
    """Who, what, detail, the oldest first."""
    rows = audit.events(engine).reverse()
    return [(row["who"], row["what"], row["detail"]) for row in rows.iter_rows(named=True)]


def test_each_change_is_on_record(two: sa.Engine):
    people.put(two, Person(" BEN@brent.gov.uk", "Ben", Role.DATA_OFFICER, ("LB Ealing", "Brent")), who=ANN.email)
    people.remove(two, BEN.email, who=ANN.email)
    assert told(two) == [
        ("command line", "person added", "person ann@brent.gov.uk, to administrator"),
        ("command line", "person added", "person ben@brent.gov.uk, to commissioner of Brent"),
        (
            ANN.email,
            "person changed",
            "person ben@brent.gov.uk, from commissioner of Brent, to data officer of Brent, Ealing",
        ),
        (ANN.email, "person removed", "person ben@brent.gov.uk, from data officer of Brent, Ealing"),
    ]
    assert [person.is_active for person in people.people(two)] == [True, False]


@pytest.mark.parametrize(
    ("person", "why"),
    [
        (Person("ben", "", Role.DIRECTOR, ()), "no e-mail address"),
        (Person("ben@brent.gov.uk", "", Role.COMMISSIONER, ()), "needs at least one borough"),
        (Person("ben@brent.gov.uk", "", Role.COMMISSIONER, ("Atlantis",)), "no local authority"),
        (Person("ann@brent.gov.uk", "", Role.DIRECTOR, ()), "must be an administrator"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(two: sa.Engine, person: Person, why: str):
    before = people.people(two)
    with pytest.raises(RefusedError, match=why):
        people.put(two, person, who=ANN.email)
    assert people.people(two) == before


def test_the_last_administrator_stays(two: sa.Engine):
    with pytest.raises(RefusedError, match="must be an administrator"):
        people.remove(two, ANN.email, who=ANN.email)


def test_boroughs_are_kept_only_where_the_role_has_some(two: sa.Engine):
    people.put(two, Person("eve@ealing.gov.uk", "", Role.DIRECTOR, ("Ealing",)), who=ANN.email)
    assert people.people(two)[-1].boroughs == ()


def test_a_signing_in_is_on_record_once_with_where_it_came_from(two: sa.Engine, address: str):
    for _ in range(2):
        begin(two, "key", BEN.email, now() + timedelta(hours=1), address)
    events = audit.events(two)
    assert events["what"].to_list().count("signed in") == 1
    assert events.row(0, named=True)["address"] == address


@pytest.mark.parametrize("how", ["out", "everywhere", "role", "removed"])
def test_what_has_ended_counts_no_more(two: sa.Engine, how: str):
    for key in ("desk", "home"):
        begin(two, key, BEN.email, now() + timedelta(hours=1), None)
    if how == "out":
        end(two, "desk", "signed out")
    elif how == "everywhere":
        assert end_everywhere(two, BEN.email, who=BEN.email) == 2
    elif how == "role":
        people.put(two, Person(BEN.email, "Ben", Role.COMMISSIONER, ("Ealing",)), who=ANN.email)
    else:
        people.remove(two, BEN.email, who=ANN.email)
    desk, home = (known(two, key, BEN.email) for key in ("desk", "home"))
    assert desk.signin is not None
    assert desk.signin.ended is not None
    assert (home.signin is not None and home.signin.ended is not None) == (how != "out")
    assert (desk.user is None) == (how == "removed")


def test_being_at_work_is_written_down_once_a_minute(two: sa.Engine):
    begin(two, "key", BEN.email, now() + timedelta(hours=1), None)
    first = known(two, "key", BEN.email).signin
    assert first is not None
    sign_ins.at_work(two, first)
    same = known(two, "key", BEN.email).signin
    assert same is not None
    assert same.last_seen == first.last_seen
    first.last_seen -= timedelta(minutes=2)
    sign_ins.at_work(two, first)
    later = known(two, "key", BEN.email).signin
    assert later is not None
    assert later.last_seen > same.last_seen


def test_a_signing_in_is_bound_to_the_event_release_for_good(two: sa.Engine):
    begin(two, "key", BEN.email, now() + timedelta(hours=1), None)
    for _ in range(2):
        bind(two, "key")
    begin(two, "key", BEN.email, now() + timedelta(hours=1), None)
    kept = known(two, "key", BEN.email).signin
    assert kept is not None
    assert kept.is_event
    assert audit.events(two)["what"].to_list().count("event mode started") == 1


def test_the_first_administrator_is_made_at_the_command_line(
    fresh: sa.Engine, fresh_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", fresh_url)
    assert main(["people", "add", "ben@brent.gov.uk", "--role", "commissioner", "--borough", "BRE"]) == 1
    assert main(["people", "add", "ann@brent.gov.uk", "--role", "administrator"]) == 0
    assert main(["people", "add", "ben@brent.gov.uk", "--role", "data-officer", "--borough", "BRE"]) == 0
    assert main(["people", "sign-out", "ben@brent.gov.uk"]) == 0
    assert main(["people", "remove", "ann@brent.gov.uk"]) == 1
    assert main(["people", "list"]) == 0
    said = capsys.readouterr()
    assert "ann@brent.gov.uk  administrator\nben@brent.gov.uk  data officer  Brent\n" in said.out
    assert said.err.count("There must be an administrator") == 2
