"""The Providers section of the Data page: who is in the register, which names wait, and rulings on them."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from dashboard.auth import current_user
from dashboard.markdown import plain
from loaders import read
from metrics import Release
from store import rulings, snapshot
from store.uploads.save import save
from tests.dashboard.officer import data_page, database, filled, press, said, written

__all__ = ["data_page", "database", "filled"]

Open = Callable[..., AppTest]

HEADINGS = (
    *("Child ID", "Price from", "Price to", "Provider", "Provider URN", "Type of provision", "How sourced"),
    *("Planned or emergency", "Total weekly cost", "Social care", "Education", "Health"),
)
REGISTER = b"""URN,Setting,Provider,Provision type,Sector,Overall effectiveness
SC000009,Oak Lodge,Acorn Care,Children's home,Private,Good
SC000008,Fir Lodge,Needle Care,Children's home,Private,Good
"""


def costs(*names: str) -> bytes:
    row = dict.fromkeys(HEADINGS, "") | {"Price from": "01/05/2024", "Total weekly cost": "1000"}
    return written([row | {"Child ID": str(at), "Provider": name} for at, name in enumerate(names, start=1)])


@pytest.fixture
def named(database: sa.Engine) -> sa.Engine:
    """Two boroughs' names, and a register."""
    for content, file in (
        (REGISTER, "providers.csv"),
        (costs("ACORN CARE LTD", "Zebra <b>"), "BRE_2026_costs.csv"),
        (costs("ACORN CARE LTD"), "EAL_2026_costs.csv"),
    ):
        reading = read(content, name=file)
        assert reading.refused is None
        save(database, reading, who="first officer")
    return database


def choose(page: AppTest, name: str, choice: str) -> AppTest:
    radio = next(each for each in page.radio if each.label == plain(f"Whose name is {name}?"))
    return radio.set_value(choice).run()


def known(engine: sa.Engine) -> set[tuple[str, str]]:
    return set(snapshot.tables(engine)["costs"].select("provider", "known_by").collect().rows())


def test_names_wait_with_who_writes_them_and_a_proposal(data_page: Open, named: sa.Engine):
    words = said(data_page("Providers"))
    assert "2 names wait for someone to say whose they are" in words
    assert "ACORN CARE LTD Brent, Ealing: 2 prices Proposed: Acorn Care." in words
    assert "Zebra <b> Brent: 1 price The register has no name like it." in words
    assert "The register has the provider of 0 of 4 children" in words
    assert "1 name waits" in said(data_page("Providers", borough="Ealing"))


def test_a_name_is_linked_once_it_is_confirmed_and_not_before(data_page: Open, named: sa.Engine):
    version = snapshot.version(named)
    page = choose(data_page("Providers"), "ACORN CARE LTD", "Same provider")
    assert snapshot.version(named) == version
    page = press(page, "decide")
    assert "1 name ruled on" in page.success[0].value
    assert snapshot.version(named) != version
    assert ("Acorn Care", "Confirmed name") in known(named)
    assert "ACORN CARE LTD is Acorn Care Demonstration," in said(page)
    page = press(page, "take-back-0")
    assert snapshot.version(named) == version
    assert "2 names wait" in said(page)


def test_one_borough_is_told_of_its_own_files_names_alone(
    data_page: Open, named: sa.Engine, monkeypatch: pytest.MonkeyPatch
):
    save(named, read(costs("ACORN CARE LTD", "Northfield"), name="EAL_2026_costs.csv"), who="first officer")
    rulings.rule_names(named, {"Northfield": None, "Zebra <b>": None}, who="analyst")
    monkeypatch.setattr(current_user, "DEMONSTRATION", current_user.Scope("Commissioner", ("Brent",), Release.WORKING))
    words = said(data_page("Providers"))
    assert "ACORN CARE LTD Brent: 1 price Proposed" in words
    assert "1 name is ruled on" in words
    assert "Zebra <b> is nobody" in words
    assert "Northfield" not in words


def test_another_provider_or_nobody_can_be_said_together(data_page: Open, named: sa.Engine):
    page = choose(data_page("Providers"), "ACORN CARE LTD", "Another...")
    assert page.button(key="decide").disabled
    box = next(each for each in page.selectbox if each.label.startswith("Provider of the register that"))
    assert list(box.options) == ["Acorn Care", "Needle Care"]
    page = choose(box.set_value("Needle Care").run(), "Zebra <b>", "Not in the register")
    page = press(page, "decide")
    assert "2 names ruled on" in page.success[0].value
    assert rulings.in_force(named).same_as == {"ACORN CARE LTD": "Needle Care", "Zebra <b>": None}
    assert "No names wait" in said(page)
    assert "Zebra <b> is nobody in the register" in said(page)


def test_names_that_score_a_hundred_are_confirmed_together_once_all_are_seen(data_page: Open, named: sa.Engine):
    save(named, read(costs("Acorn Care"), name="EAL_2026_costs.csv"), who="first officer")
    page = press(data_page("Providers"), "plain")
    assert "ACORN CARE LTD Acorn Care But for case, marks and legal form" in said(page)
    assert rulings.in_force(named).same_as == {}
    page = press(page, "plain-yes")
    assert rulings.in_force(named).same_as == {"ACORN CARE LTD": "Acorn Care", "Acorn Care": "Acorn Care"}


@pytest.mark.parametrize("release", ["Board", "Event"])
def test_no_name_is_shown_beyond_the_working_release(data_page: Open, named: sa.Engine, release: str):
    page = data_page("Providers", release=release)
    assert not page.exception
    assert "Acorn" not in said(page).title()
    assert not page.radio or all("Whose name" not in each.label for each in page.radio)


def test_without_a_register_nothing_is_proposed(data_page: Open, database: sa.Engine):
    page = data_page("Providers")
    assert not page.exception
    assert "No names wait" in said(page)
