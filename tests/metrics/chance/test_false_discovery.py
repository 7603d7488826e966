"""What is shown together is judged together."""

import pytest

from metrics.chance.false_discovery import found, found_in, simes

PAPER = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
]
"""Fifteen comparisons of two treatments of heart attacks (Benjamini and Hochberg 1995, section 4.1)."""


def test_of_the_fifteen_comparisons_of_the_paper_four_stand_out():
    chances = {str(at): chance for at, chance in enumerate(PAPER)}
    assert found(chances, 0.05) == {"0", "1", "2", "3"}


def test_nothing_stands_out_of_nothing():
    assert found({}) == frozenset()
    assert simes([]) == 1.0


def test_a_family_is_as_unusual_as_its_most_telling_part_allows():
    assert simes([0.01, 0.5, 0.9, 0.95]) == pytest.approx(0.04)
    assert simes([0.03, 0.03, 0.03, 0.03]) == pytest.approx(0.03)


def test_where_the_whole_changed_its_parts_are_named_only_if_they_stand_out_themselves():
    families = {"cost": (0.0001, {"Brent": 0.4, "Ealing": 0.001}), "missing": (0.5, {"Brent": 0.03, "Ealing": 0.9})}
    assert found_in(families) == {"cost": frozenset({"", "Ealing"})}


def test_one_borough_stands_out_although_the_whole_does_not():
    families = {"cost": (0.3, {"Brent": 0.0002, "Ealing": 0.7}), "missing": (0.9, {"Brent": 0.5, "Ealing": 0.9})}
    assert found_in(families) == {"cost": frozenset({"Brent"})}


def test_a_whole_that_is_not_judged_is_not_named():
    assert found_in({"cost": (None, {"Brent": 0.0002})}) == {"cost": frozenset({"Brent"})}
