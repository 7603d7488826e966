"""The share of prices in force that have no episode."""

from tests.metrics.asked import at, figures, same
from tests.metrics.cost.test_priced_without_episode import COSTS


def test_of_the_prices_in_force_those_without_an_episode():
    found = figures("priced_without_episode_share", when=at("2025-03-31"), costs=COSTS)
    same(found, "numerator | denominator\n1 | 3")
