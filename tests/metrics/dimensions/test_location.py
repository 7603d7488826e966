"""Distance in steps, and how near the area is that a child lives in."""

import pytest

from loaders.authorities import authorities
from metrics.dimensions.catalogue import with_made
from metrics.dimensions.location import DISTANCE_STEPS, NEARNESS
from metrics.dimensions.neighbours import NEIGHBOURS
from tests.metrics.asked import given
from tests.table import table


def made(name: str, text: str) -> list[object]:
    return with_made(table(text).lazy(), frozenset({name}), given()).collect()[name].to_list()


@pytest.mark.parametrize(
    ("miles", "step"),
    [
        ("0", "0 to 5"),
        ("5", "0 to 5"),
        ("20", "15 to 20"),
        ("20.1", "20 to 25"),
        ("60.1", "Over 60"),
        ("", "Not known"),
    ],
)
def test_a_step_of_distance_holds_its_upper_end(miles: str, step: str):
    assert made("distance_step", f"x | distance_miles\n1 | {miles}\n1 | 1") == [step, "0 to 5"]
    assert step in DISTANCE_STEPS


def test_where_a_child_lives_is_seen_from_the_borough_responsible():
    found = made(
        "nearness",
        """
        borough | host_authority | host_region
        Brent   | Brent          | London
        Brent   | Harrow         | London
        Brent   | Hounslow       | London
        Ealing  | Hounslow       | London
        Hillingdon | Hertfordshire | East of England
        Brent   |                |
        """,
    )
    home, next_door, london, beyond, unknown = NEARNESS
    assert found == [home, next_door, london, next_door, beyond, unknown]


def test_every_london_borough_is_there_and_neighbours_are_mutual():
    assert set(NEIGHBOURS) == {each.name for each in authorities() if each.region == "London"}
    for borough, others in NEIGHBOURS.items():
        assert all(borough in NEIGHBOURS[other] for other in others), borough
