import pytest

from dashboard.data.comparisons import Estimate
from dashboard.insights import against_need, known_prices
from dashboard.pages.cost import by_type, funders, like_for_like, spend, unit_costs
from metrics import METRICS
from metrics.statistics.spend_drivers import Driver, Drivers
from tests.table import table

MEDIAN = METRICS["weekly_cost_median"]


def figure(value: float | None, lower: float | None = None, upper: float | None = None, n: float = 40) -> Estimate:
    return Estimate("Brent", value, lower, upper, n, None if value is not None else "[c]")


@pytest.mark.parametrize(
    ("change", "way", "expected"),
    [
        (figure(9.4), 1, "Brent spent £1.2m on placements, 9% more than the year before"),
        (figure(-3.0), -1, "Brent spent £1.2m on placements, 3% less than the year before"),
        (figure(9.4), 0, "Brent spent £1.2m on placements, no clear change (9% more)"),
        (figure(0.2), 0, "Brent spent £1.2m on placements, as the year before"),
        (figure(None), 0, "Brent spent £1.2m on placements"),
    ],
)
def test_says_what_was_spent_and_how_it_changed(change: Estimate, way: int, expected: str):
    assert spend.spent(figure(1_234_567), change, way) == expected


def test_says_hidden_spend_as_its_mark():
    assert spend.spent(figure(None), figure(2.0), 0) == "Spend on placements: [c]"


def driver(name: str, amount: float, chance: float, order: float = 1.0) -> Driver:
    """A part with its range by chance and by order, as far to either side."""
    return Driver(name, amount, amount - chance, amount + chance, amount - order, amount + order)


PARTS = table("""
    series          | value
    Volume: days    | 200
    Mix: types      | -1000
    Price: the rest | 900
    Whole change    | 100
""")


@pytest.mark.parametrize(
    ("volume", "mix", "price", "title"),
    [
        ((500, 1), (2000, 1), (300, 1), "Price adds £900; spend rises by £100 in all"),
        ((500, 1), (200, 1), (300, 1), "Mix saves £1,000, price adds £900; spend rises by £100 in all"),
        ((500, 1), (2000, 1), (950, 1), "No part clearly drives it: spend rises by £100 in all"),
        ((500, 1), (2000, 1), (300, 1000), "No part clearly drives it: spend rises by £100 in all"),
    ],
)
def test_names_only_parts_that_neither_chance_nor_the_order_could_have_made(
    volume: tuple[float, float], mix: tuple[float, float], price: tuple[float, float], title: str
):
    parts = (driver("volume", 200, *volume), driver("mix", -1000, *mix), driver("price", 900, *price))
    assert spend.why(PARTS, "Whole change", Drivers(parts, is_by_order=False)) == title


def test_how_far_parts_move_is_said():
    parts = (driver("volume", 200_000, 512_345, 11_111), driver("price", 2_345_678, 222_222, 0.0))
    told = spend.how_sure(Drivers(parts, is_by_order=True))
    assert "volume -£310,000 to £710,000, price £2.1m to £2.6m." in told
    assert "(the largest part is then another): volume £190,000 to £210,000, price £2.3m." in told
    assert spend.how_sure(None) == ""


def test_names_no_part_where_one_is_hidden():
    parts = table("""
        series       | value
        Volume: days |
        Whole change | -700
    """)
    assert spend.why(parts, "Whole change", None) == "Change in spend on the year before"


def test_claims_a_dearer_type_only_where_the_ranges_say_so():
    mine = {"IFA foster": figure(1200, 1150, 1250), "Children's home": figure(8000, 6000, 9000)}
    rest = {"IFA foster": figure(1000, 980, 1020), "Children's home": figure(7000, 6500, 8100)}
    assert by_type.by_type(MEDIAN, mine, rest) == "IFA foster: dearer than the rest, £1,200 against £1,000"


def test_says_so_where_no_type_is_clearly_dearer():
    mine, rest = {"IFA foster": figure(1200, 900, 1500)}, {"IFA foster": figure(1000, 980, 1250)}
    assert by_type.by_type(MEDIAN, mine, rest) == "No placement type clearly dearer or cheaper than the rest"


def test_says_the_middle_of_the_type_that_spends_most_for_the_consortium():
    mine = {"IFA foster": figure(1000, n=100), "Children's home": figure(7000, n=50)}
    assert by_type.by_type(MEDIAN, mine, {}) == "Children's home: half of placements cost £7,000 or more"


def test_says_how_much_is_paid_above_the_median_and_calls_it_no_saving():
    assert like_for_like.above_median(figure(412_000)) == "Prices for like care: £412,000 a year above their median"
    assert "not a saving" in like_for_like.SPREAD
    assert like_for_like.above_median(figure(0, n=0)) == "No provider gives like care to two boroughs here"


@pytest.mark.parametrize(
    ("mean", "expected"),
    [
        (figure(100, 20, 180), "£100 a week more than need explains"),
        (figure(-100, -180, -20), "£100 a week less than need explains"),
        (figure(100, -20, 220), "no clear difference from what need explains"),
        (figure(100), "no clear difference from what need explains"),
        (figure(None), "price beyond need [c]"),
    ],
)
def test_says_a_price_is_beyond_need_only_where_its_range_leaves_out_zero(mean: Estimate, expected: str):
    assert against_need.beyond_need(mean) == expected


def test_puts_a_published_unit_cost_beside_the_local_one():
    rows = table("""
        label    | series                | value
        Children | Brent, from prices    | 1800
        Children | England, as published | 1900
        Children | Brent, as published   | 1700
    """)
    unit_cost = METRICS["unit_cost_children"]
    assert unit_costs.unit_cost(unit_cost, rows) == "A child costs £1,800 a week, £1,700 as published"
    assert unit_costs.unit_cost(unit_cost, rows.head(2)) == "A child costs £1,800 a week; England £1,900"
    assert "no published figure" in unit_costs.unit_cost(unit_cost, rows.head(1))


@pytest.mark.parametrize(
    ("share", "without", "expected"),
    [
        (figure(90.0), figure(3.0), "Price known for 36 of 40 children (90%); 3 prices have no episode."),
        (figure(90.0), figure(1.0), "Price known for 36 of 40 children (90%); 1 price has no episode."),
        (figure(90.0), figure(0.0), "Price known for 36 of 40 children (90%); every price has an episode."),
        (figure(90.0), figure(None), "Price known for 36 of 40 children (90%); prices without an episode [c]."),
        (figure(None), figure(3.0), "Share of prices known: [c]; 3 prices have no episode."),
    ],
)
def test_says_what_every_figure_of_cost_rests_on(share: Estimate, without: Estimate, expected: str):
    assert known_prices.covered(share, without) == expected


def test_a_count_of_children_that_is_withheld_is_not_said():
    share = Estimate("Brent", 90.0, None, None, None, None)
    assert known_prices.covered(share, figure(0.0)) == "Price known for 90% of children; every price has an episode."


def test_says_for_what_no_funder_is_stated():
    assert funders.funded(12.0, unstated=0.3) == "Education and health pay 12% of the cost, social care the rest"
    assert funders.funded(12.0, unstated=3.4) == "Education and health pay 12% of the cost, 3% not stated"
