"""Identifiers that differ only by leading zeros: told once, never taken for one child."""

import polars as pl

from loaders.consolidate import consolidate
from loaders.consolidate.breaches import breaches
from loaders.consolidate.schema import complete
from loaders.consolidated import Loaded
from loaders.finding_advice import with_advice
from loaders.findings import SHAPE
from tests.loaders.files import read_text

HEADER = "CHILD|SEX|DOB|ETHNIC\n{0}|M|03/02/2012|WBRI\n{1}|F|19/08/2010|WBRI"
EPISODES = """
CHILD|DECOM     |RNE|LS|CIN|PLACE|PLACE_PROVIDER|DEC|REC|REASON_PLACE_CHANGE|HOME_POST|PL_POST|URN
{0}  |05/05/2024|S  |C2|N1 |U4   |PR1           |   |   |                   |HA9 0AA  |HA9 6AA|SC123456
{1}  |05/06/2024|S  |C2|N1 |U4   |PR1           |   |   |                   |HA9 0AA  |HA9 6AA|SC123456
"""
COSTS = "Child ID|Price from|Price to|Provider|Total weekly cost\n{0}|05/05/2024||Oak|4200\n{1}|05/06/2024||Oak|3900"
HERE = {"children": HEADER, "episodes": EPISODES, "costs": COSTS}


def handed(**children: tuple[str, str]) -> dict[str, pl.DataFrame]:
    """Clean tables of Brent's return of 2025, by the identifiers of the two children in each."""
    return {name: read_text(HERE[name].format(*each)).tables[name] for name, each in children.items()}


def told(clean: dict[str, pl.DataFrame]) -> list[tuple[str, int, str]]:
    found = breaches(complete(clean), Loaded.create_empty())
    return sorted(found.select("source", "row", "code").rows())


PADDED, SHORT = ("0048213", "0048214"), ("48213", "48214")


def test_zeros_lost_in_one_table_are_told_in_the_place_of_what_follows_from_it():
    clean = handed(children=PADDED, episodes=SHORT, costs=PADDED)
    assert told(clean) == [("ssda903_episodes", row, "leading-zeros") for row in (2, 3)]


def test_children_are_not_merged_for_it():
    made = consolidate(handed(children=PADDED, episodes=SHORT, costs=PADDED), Loaded.create_empty())
    assert made["episodes"]["child"].to_list() == ["BRE-48213", "BRE-48214"]
    assert made["episodes"]["sex"].null_count() == 2
    assert made["costs"]["is_episode_known"].to_list() == [False, False]


def test_a_child_that_is_not_in_the_header_at_all_is_told_as_ever():
    clean = handed(children=("0048213", "0048215"), episodes=SHORT)
    assert told(clean) == [
        ("ssda903_episodes", 2, "leading-zeros"),
        ("ssda903_episodes", 3, "dfe-int03"),
        ("ssda903_header", 3, "dfe-epi"),
    ]


def test_identifiers_alike_in_every_table_are_no_matter():
    for each in (PADDED, SHORT, ("7", "70")):
        assert told(handed(children=each, episodes=each, costs=each)) == []


def test_a_later_year_without_the_zeros_is_told():
    first, later = handed(episodes=PADDED), handed(episodes=SHORT)
    later["episodes"] = later["episodes"].with_columns(return_year=pl.lit(2026, pl.Int16))
    both = {"episodes": pl.concat([first["episodes"], later["episodes"]])}
    rows = breaches(complete(both), Loaded.create_empty()).filter(code="leading-zeros")
    assert rows.select("return_year", "row").rows() == [(2026, 2), (2026, 3)]


def test_other_boroughs_identifiers_are_their_own():
    clean = handed(episodes=PADDED)
    theirs = read_text(EPISODES.format(*SHORT), "EAL/2025/episodes.csv").tables["episodes"]
    assert told({"episodes": pl.concat([clean["episodes"], theirs])}) == []


def test_it_is_said_what_to_do():
    row = pl.DataFrame([("a", 2, None, "leading-zeros", "warning", "")], schema=SHAPE, orient="row")
    (advised,) = with_advice(row).rows(named=True)
    assert "leading zeros" in advised["message"]
    assert "alike in every file" in advised["todo"]
