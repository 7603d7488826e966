"""Filters: in the address, as chips, in every figure; what an address cannot mean is left aside."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import Tables

Open = Callable[..., AppTest]


@pytest.fixture
def open_page(app: Callable[[Tables], Open], made_up_tables: Tables) -> Open:
    return app(made_up_tables)


def _chips(page: AppTest) -> list[str]:
    return [button.label for button in page.button if str(button.key).startswith("chip-")]


def test_an_address_sets_the_filters_and_shows_them_as_chips(open_page: Open):
    page = open_page("compare", borough="Ealing", type=["IFA foster", "Secure home"])
    assert _chips(page) == [
        "Borough: Ealing",
        "Placement type: IFA foster",
        "Placement type: Secure home",
        "Clear all filters",
    ]


def test_what_an_address_cannot_mean_is_left_aside(open_page: Open):
    page = open_page(
        "compare", borough="Atlantis", type=["U4", "<script>"], sex="zzz", release="root", **{"from": "never"}
    )
    assert _chips(page) == []
    assert page.selectbox(key="release").value == "Working"
    assert page.selectbox(key="from").value == "Oct 2025"


def test_more_comparisons_than_may_be_drawn_are_no_error(open_page: Open):
    page = open_page("compare", compare=["Rest of consortium", "Consortium", "Brent", "Ealing", "Hounslow"])
    assert not page.exception


def test_a_chip_takes_its_own_filter_off(open_page: Open):
    page = open_page("compare", borough="Ealing", type=["IFA foster", "Secure home"])
    page.button(key="chip-type-IFA foster").click().run()
    assert page.multiselect(key="type").value == ["Secure home"]
    assert page.selectbox(key="borough").value == "Ealing"


def test_one_link_clears_all_but_the_release(open_page: Open):
    page = open_page("compare", borough="Ealing", age=["10 to 15"], release="Board", to="Jan 2026")
    page.button(key="chip-clear").click().run()
    assert _chips(page) == []
    assert page.selectbox(key="to").value == "Sep 2026"
    assert page.selectbox(key="release").value == "Board"


def test_months_in_the_wrong_order_are_put_right(open_page: Open):
    page = open_page("compare", measure="Children looked after", **{"from": "Sep 2026", "to": "Jan 2026"})
    assert any("30 September 2026" in caption.value for caption in page.caption)


def test_providers_are_not_named_in_the_event_release(open_page: Open):
    assert "provider" in {widget.key for widget in open_page("compare").multiselect}
    assert "provider" not in {widget.key for widget in open_page("compare", release="Event").multiselect}


def test_records_open_in_the_working_release_alone(open_page: Open):
    def offers(page: AppTest) -> bool:
        return any(button.label == "Records" for button in page.button)

    assert offers(open_page("compare"))
    assert not offers(open_page("compare", release="Board"))


def test_a_filter_that_a_measure_cannot_take_is_said(open_page: Open):
    page = open_page("compare", measure="Children looked after per 10,000", legal=["Full care order"])
    assert not page.exception


@pytest.mark.parametrize("address", ["", "compare", "cost", "providers"])
def test_no_child_is_in_the_address(open_page: Open, made_up_tables: Tables, address: str):
    children = set(made_up_tables["episodes"].collect()["child"])
    page = open_page(address, borough="Brent")
    assert not children & {str(value) for values in page.query_params.values() for value in values}
