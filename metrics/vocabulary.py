"""The few words a metric's card is written in: theme, unit, polarity, statistic, release."""

from enum import StrEnum
from typing import Final


class Theme(StrEnum):
    """The page a metric belongs to; its value is the folder's name."""

    CHILDREN = "children"
    PLACEMENT_MIX = "placement_mix"
    OUT_OF_AREA = "out_of_area"
    NEEDS = "needs"
    MISSING = "missing"
    COST = "cost"
    PUBLISHED = "published"

    @property
    def heading(self) -> str:
        """The theme's name on screen and paper."""
        return HEADINGS[self]


HEADINGS: Final = {
    Theme.CHILDREN: "Children looked after",
    Theme.PLACEMENT_MIX: "Placement mix",
    Theme.OUT_OF_AREA: "Out of area",
    Theme.NEEDS: "Needs profiles",
    Theme.MISSING: "Missing from home",
    Theme.COST: "Cost",
    Theme.PUBLISHED: "Published figures",
}


class Unit(StrEnum):
    """What the value counts, in the words that follow a number on screen."""

    CHILDREN = "children"
    INCIDENTS = "incidents"
    PERCENT = "%"
    PER_10000 = "per 10,000"
    POUNDS = "GBP"
    POUNDS_A_WEEK = "GBP a week"
    SCORE = "points"
    MILES = "miles"
    PER_CHILD = "per child"
    PUBLISHED = "as published"

    @property
    def scale(self) -> float:
        """What a numerator over a denominator is multiplied by."""
        return {Unit.PERCENT: 100.0, Unit.PER_10000: 10_000.0}.get(self, 1.0)


class Polarity(StrEnum):
    """Which way is good."""

    HIGH = "high is good"
    LOW = "low is good"
    NEITHER = "neither"


class Statistic(StrEnum):
    """How rows become a value, and which interval goes with it."""

    COUNT = "count"
    """Sum of numerators; Byar's interval, exact Poisson below 10."""
    TOTAL = "total"
    """Sum of numerators, no interval: money, or incidents that cluster in few children."""
    SHARE = "share"
    """Numerator over denominator, a part of a whole; Wilson's interval."""
    RATE = "rate"
    """Events over a population; Byar's interval, exact Poisson below 10."""
    MEAN = "mean"
    """Ratio of two sums over rows; the ratio estimator's interval (Student's t)."""
    QUANTILE = "quantile"
    """A quantile of the rows' values; the order statistics' interval."""
    CHANGE = "change"
    """Ratio of two sums that are not a part and its whole; no interval."""
    GIVEN = "given"
    """One number as someone else published it, its symbol as the mark; nothing where a group holds several."""


class Release(StrEnum):
    """Who may see the figures: signed-in staff, boards and papers, or anyone in the room."""

    WORKING = "working"
    BOARD = "board"
    EVENT = "event"

    def lowered_to(self, other: "Release") -> "Release":
        """Give the more protected of the two."""
        order = list(Release)
        return order[max(order.index(self), order.index(other))]
