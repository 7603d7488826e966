"""Of how many children the price is known, which every figure of cost rests on."""

from dashboard.data.comparisons import Estimate, one
from dashboard.filters.selection import Selection


def known(chosen: Selection) -> Estimate:
    """Give the share of the focus's children whose price is known, which every figure of cost rests on."""
    return one("cost_coverage", chosen)


def without_episode(chosen: Selection) -> Estimate:
    """Give how many of the focus's prices have no episode and are in no figure of cost."""
    return one("priced_without_episode", chosen)
