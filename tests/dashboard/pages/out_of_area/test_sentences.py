"""What is said of where children live: the numbers of the table, hidden ones left out."""

from datetime import date

from dashboard.filters.selection import Selection
from dashboard.insights.wording import TOO_FEW
from dashboard.pages.out_of_area import distances, exchange, where
from dashboard.pages.out_of_area import reasons as out_of_area_reasons
from tests.table import table

CHOSEN = Selection(("Brent", "Harrow"), date(2025, 10, 1), date(2026, 9, 30), date(2020, 4, 1))
BRENT = Selection(("Brent", "Harrow"), date(2025, 10, 1), date(2026, 9, 30), date(2020, 4, 1), "Brent")

HOSTS = """
    place      | value | mark
    Brent      | 103   |
    Harrow     | 30    |
    Barnet     | 16    |
    Camden     |       | [c]
    South East | 36    |
"""


def test_the_london_borough_with_most_children_outside_the_focus_is_named():
    assert where.hosts_title(table(HOSTS), BRENT) == "Largest number in any other London borough: Harrow, 30 children"


def test_of_the_consortium_its_own_boroughs_are_left_out():
    assert where.hosts_title(table(HOSTS), CHOSEN) == "Largest number in any other London borough: Barnet, 16 children"


def test_where_every_other_borough_is_hidden_nothing_is_named():
    assert where.hosts_title(table("place | value | mark\nCamden | | [c]\nWales | 12 |"), BRENT) == TOO_FEW


FLOWS = """
    series     | nearness             | value | mark
    Brent      | Home borough         | 103   |
    Brent      | Neighbouring borough |       | [c]
    Brent      | Outside London       | 67    |
    Consortium | Home borough         | 606   |
"""


def test_flows_tell_of_the_focus_what_is_not_hidden():
    assert where.flows_title(table(FLOWS), "Brent") == "Children: 103 in their home borough, 67 outside London"
    assert where.flows_title(table(FLOWS), "Consortium") == "Children: 606 in their home borough"


def test_distances_tell_of_the_nearest_and_the_farthest():
    steps = table("start | end | value | mark\n0 | 5 | 631 |\n20 | 25 | | [c]\n60 | 65 | 107 |")
    assert distances.distances_title(steps) == "Children: 631 within 5 miles of home, 107 over 60 miles"


def test_what_is_not_known_is_counted_and_never_guessed():
    assert distances.not_known_note(table("value | mark\n352 |")) == "Distance not known for 352 more."
    assert (
        distances.not_known_note(table("value | mark\n | [c]").cast({"value": float}))
        == "Distance not known for [c] more."
    )


def test_the_commonest_reason_is_told_beside_how_often_there_is_none():
    reasons = table("distance_reason | value | mark\nNot recorded | 939 |\nSpecialist provision | 82 |")
    assert out_of_area_reasons.reasons_title(reasons) == "Most often specialist provision (82); not recorded for 939"


def test_in_a_protected_release_no_borough_is_named_for_a_balance_that_protection_may_have_made():
    net = table("series | value | mark\nHarrow | 12 |\nWestminster | -18 |")
    assert exchange.exchange_title(net, is_exact=False) == exchange.PROTECTED


def test_the_exchange_names_who_takes_in_most_and_who_sends_most():
    net = table("series | value | mark\nHarrow | 12 |\nBrent | | [c]\nWestminster | -18 |")
    assert exchange.exchange_title(net, is_exact=True) == "Harrow takes in 12 more; Westminster sends 18 more"
