"""A borough's own figure that is worked out beside other boroughs' prices is told where these are of two or more."""

from datetime import date

import polars as pl

from dashboard.data.borough_boundary import BOROUGH, Boundary, Where, within
from dashboard.data.price_lenders import lenders
from metrics import METRICS, When, measure
from metrics.engine.query import ask
from tests.metrics.asked import given

DAY = When(date(2025, 3, 31), date(2025, 3, 31))
APRIL = When(date(2024, 4, 1), date(2024, 4, 30))
OTHERS = ("Ealing", "Harrow", "Hounslow")
HEAD = (
    "borough | child | placement_type | provider | provider_sector | started | need_score | need_level | weekly_cost\n"
)
COSTS = """
Brent  | 1 | IFA foster      | Ash | Private | 2023-04-01 | 10 | Low | 700
Ealing | 2 | IFA foster      | Ash | Private | 2023-04-01 | 20 | Low | 900
Brent  | 3 | Children's home | Elm | Private | 2023-04-01 | 10 | Low | 700
Ealing | 4 | Children's home | Elm | Private | 2023-04-01 | 20 | Low | 900
Harrow | 5 | Children's home | Elm | Private | 2023-04-01 | 30 | Low | 800
Brent  | 6 | Secure home     | Oak | Private | 2023-04-01 | 10 | Low | 700
"""


def told(slug: str, by: tuple[str, ...], when: When, costs: str = COSTS) -> dict[object, str | None]:
    """Give the mark of each of Brent's own cells."""
    tables, card = given(costs=HEAD + costs.strip()), METRICS[slug]

    def figures(by: tuple[str, ...], where: Where) -> pl.DataFrame:
        return measure(card, tables, by=by, where=where, when=when)

    def lent(by: tuple[str, ...], where: Where) -> pl.DataFrame | None:
        return lenders(ask(card, tables, by, where, when), tables, OTHERS)

    rows = within(Boundary(("Brent",), OTHERS), by, {BOROUGH: ("Brent",)}, figures, figures, lent)
    return dict(rows.select(pl.col(by[0]).cast(pl.String), "mark").iter_rows())


def test_what_need_does_not_explain_beside_one_other_is_withheld():
    marks = told("unexplained_cost", ("placement_type",), DAY)
    assert marks["IFA foster"] == "[c]"
    assert marks["Children's home"] == "[c]"  # with the other, which alone would be what is left of all types
    assert marks["Secure home"] != "[c]"


def test_a_spread_between_oneself_and_one_other_is_withheld():
    assert told("same_provider_spread", ("provider",), DAY)["Ash"] == "[c]"
    assert told("same_provider_spread", ("month",), DAY) == {"2025-03-31": "[u]"}


def test_of_a_change_in_spend_only_need_and_price_are_told_beside_others():
    by = ("component",)
    of_two, of_one = (
        told("change_in_spend", by, APRIL),
        told("change_in_spend", by, APRIL, COSTS.replace("Harrow", "Ealing")),
    )
    assert "[c]" not in of_two.values()
    assert [name for name, mark in of_one.items() if mark == "[c]"] == ["need", "price"]


def test_a_figure_that_is_worked_out_by_itself_has_no_lender():
    tables = given(costs=HEAD + COSTS.strip())
    assert lenders(ask(METRICS["weekly_cost"], tables, (), {}, DAY), tables, OTHERS) is None
