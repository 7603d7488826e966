from datetime import date

import numpy as np
import polars as pl
from scipy import stats

from dashboard.data.comparisons import Estimate
from dashboard.pages.providers import insights as providers
from dashboard.pages.providers.offers import MEASURES, Offer
from tests.table import table


def offer(name: str, children: float | None, weekly: float = 1000) -> Offer:
    count = Estimate(name, children, None, None, children, None if children is not None else "[c]")
    price = Estimate(name, weekly, weekly - 50, weekly + 50, 20, None)
    market = Estimate("the market", 1000.0, 980.0, 1020.0, 200, None)
    own = {slug: count if slug == "children_looked_after" else price for slug in MEASURES}
    return Offer(name, "IFA foster", 3, own, dict.fromkeys(MEASURES, market))


def test_says_how_few_providers_care_for_half_of_the_children():
    found = [offer("Ash", 50), offer("Birch", 30), offer("Cedar", 20), offer("Dogwood", 10)]
    assert providers.concentration(found) == "2 of 4 providers care for half of the children"


def test_says_only_how_many_providers_there_are_where_a_count_is_hidden():
    assert providers.concentration([offer("Ash", 50), offer("Birch", None)]) == "2 providers care for our children"


def test_names_the_provider_whose_price_beyond_need_is_worth_most():
    rows = table("""
        series | value | lower | upper | n
        Ash    | 900   | -100  | 1900  | 50
        Birch  | 300   | 100   | 500   | 10
        Cedar  | 200   | 100   | 300   | 40
    """)
    assert providers.negotiable(rows) == "Cedar: £200 a week more than need explains"
    assert providers.negotiable(rows.head(1)) == "No provider's price is clearly beyond what need explains"


def test_names_the_boroughs_a_provider_charges_most_and_least_where_ranges_do_not_meet():
    rows = table("""
        series | value | lower | upper | n
        Ealing | 500   | -900  | 1900  | 2
        Harrow | 200   | 100   | 300   | 9
        Brent  | -150  | -200  | -100  | 30
    """)
    assert providers.between(rows) == "Harrow pays £350 a week more than Brent at like need"
    assert providers.between(rows.head(2)) == "No borough clearly pays more than another for like need"


def providers_of(dice: np.random.Generator, planted: float = 0.0) -> pl.DataFrame:
    """Forty providers of 2 to 40 placements at prices of like need; the first dearer by so much where planted."""
    rows = list[tuple[str, float, float, float, int]]()
    for place, n in enumerate([30, *dice.integers(2, 40, 39).tolist()]):
        beyond = dice.lognormal(0, 0.25, n) * 1000 - 1000 * np.exp(0.25**2 / 2) + (planted if place == 0 else 0)
        half = float(stats.t.ppf(0.975, n - 1) * beyond.std(ddof=1) / np.sqrt(n))
        rows.append((f"Provider {place}", float(beyond.mean()), beyond.mean() - half, beyond.mean() + half, n))
    return pl.DataFrame(rows, schema=["series", "value", "lower", "upper", "n"], orient="row")


def test_of_providers_that_are_alike_none_is_named_in_95_of_100_runs_and_a_planted_one_is():
    dice, none = np.random.default_rng(6), "No provider's price is clearly beyond what need explains"
    named = [providers.negotiable(providers_of(dice)) != none for _ in range(200)]
    assert sum(named) / len(named) <= 0.05
    assert all(providers.negotiable(providers_of(dice, 400)).startswith("Provider 0:") for _ in range(20))


def test_boroughs_that_pay_alike_are_seldom_told_apart():
    dice, none = np.random.default_rng(7), "No borough clearly pays more than another for like need"
    named = [providers.between(providers_of(dice).head(8)) != none for _ in range(200)]
    assert sum(named) / len(named) <= 0.07


def test_one_placement_is_never_named():
    one = table("series | value | lower | upper | n\nAsh | 900 | 800 | 1000 | 1\nBirch | 0 | -10 | 10 | 9")
    assert providers.negotiable(one).startswith("No provider's")
    assert providers.between(one).startswith("No borough")


def test_counts_the_needs_that_differ_from_the_markets():
    rows = table("""
        label    | series | value | lower | upper | n
        Health   | Ash    | 2.0   | 1.8   | 2.2   | 30
        Learning | Ash    | 1.0   | 0.7   | 1.3   | 30
        Health   | Market | 1.5   | 1.4   | 1.6   | 300
        Learning | Market | 1.1   | 1.0   | 1.2   | 300
    """)
    assert providers.needs(rows, "Ash") == "Needs higher than the market's on 1, lower on 0 of 2"


def test_says_how_a_provider_stands_to_the_market():
    assert providers.dearer(offer("Ash", 20, 1200)) == "Ash: dearer than the market (£1,200 against £1,000)"
    assert providers.dearer(offer("Ash", 20, 1010)).startswith("Ash: no clear difference from the market")


def test_a_table_of_one_provider_has_the_market_beside_each_figure():
    lines = {line.name: line.cells for line in providers.alone(offer("Ash", 20, 1200))}
    assert lines["Weekly cost, £ a week"] == ("£1,200", "£1,000", "higher")
    assert lines["Children looked after"] == ("20", "", "")


def test_says_what_ofsted_says_in_one_line():
    told = providers.facts(offer("Ash", 20), {"Ash": "Good"}, {"Ash": date(2026, 2, 1)})
    assert told == "IFA foster, bought by 3 boroughs. Ofsted: Good, last full inspection 1 February 2026."
