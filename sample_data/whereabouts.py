"""Inside the borough, outside it or far away: where each new stay is, so that the counts are as published."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from sample_data.flow import Span
from sample_data.people import Child, Stay

REMOTE: Final = {
    "school": 2.6, "homes": 1.3, "adoption": 1.1, "otherres": 0.7, "foster": 0.45, "other": 0.4,
    "supported": 0.2, "parents": -1.5,
}  # fmt: skip
"""How far from home each placement group tends to be; the rest is chance."""

USUAL: Final = {"in": 0.33, "near": 0.45, "far": 0.22}
FAR_WHEN_HOME_IS_UNKNOWN: Final = 0.25


def spread(span: Span, children: Iterable[Child]) -> None:
    """Give each child's last stay a cell, if it has none, so that the published counts come out."""
    with_home = [child for child in children if child.home is not None]
    without = [child for child in children if child.home is None]
    aims = span.aims
    fill_cells(span, with_home, {"in": aims["in_near"], "near": aims["out_near"], "far": aims["out_far"]})
    far = round(aims["out_unknown"] * FAR_WHEN_HOME_IS_UNKNOWN)
    fill_cells(span, without, {"in": aims["in_unknown"], "near": aims["out_unknown"] - far, "far": far})


def fill_cells(span: Span, children: list[Child], wanted: dict[str, int]) -> None:
    """Send the most remote stays far and keep the least remote in the borough, as many as are missing of each."""
    have = Counter(child.now.stay.cell for child in children)
    fresh = [child.now.stay for child in children if not child.now.stay.cell]
    tendency = {id(stay): REMOTE[stay.group] + span.dice.near(0, 0.6) for stay in fresh}
    fresh.sort(key=lambda stay: -tendency[id(stay)])
    far = min(len(fresh), max(0, wanted["far"] - have["far"]))
    inside = min(len(fresh) - far, max(0, wanted["in"] - have["in"]))
    for place, stay in enumerate(fresh):
        stay.cell = "far" if place < far else "in" if place >= len(fresh) - inside else "near"


def scatter(span: Span, stays: Iterable[Stay]) -> None:
    """Give the stays that do not last to the end of the span a cell by the usual shares."""
    for stay in stays:
        if not stay.cell:
            shift = 0.12 * REMOTE[stay.group]
            shares = {"in": max(0.04, USUAL["in"] - shift), "near": USUAL["near"], "far": USUAL["far"] + max(0, shift)}
            stay.cell = span.dice.weighed(shares)
