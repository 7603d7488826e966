"""What a figure is made of and nobody asked about has uploaded, by name."""

import pytest

from metrics import METRICS
from metrics.engine.missing_files import Lack, lacking
from metrics.engine.sources import COSTS, EPISODES, HEADER, MISSING, NEEDS, Sources
from tests.metrics.asked import YEAR, given

LOADED = """
    borough | source           | return_year | as_at
    Brent   | ssda903_episodes | 2025        | 2025-03-31
    Brent   | costs            | 2024        | 2024-03-31
    Ealing  | needs            | 2025        | 2025-03-31
    Ealing  | ssda903_xml      | 2024        | 2024-03-31
"""

POPULATION = ("population",)


@pytest.mark.parametrize(
    ("slug", "by", "borough", "found"),
    [
        ("children_looked_after", (), None, []),
        ("children_looked_after", (), "Ealing", [(EPISODES, True)]),
        ("children_looked_after", ("age_band",), "Brent", [(HEADER, False)]),
        ("children_looked_after", ("need_level",), None, []),
        ("children_looked_after", ("need_level",), "Brent", [(NEEDS, False)]),
        ("children_looked_after", ("provider",), None, [(("providers",), False)]),
        ("children_looked_after", ("month", "borough", "placement_type"), None, []),
        ("weekly_cost", (), None, [(COSTS, True)]),
        ("weekly_cost", (), "Ealing", [(COSTS, False), (EPISODES, True)]),
        ("missing_share", (), "Brent", [(MISSING, False)]),
        ("rate_per_10000", (), None, [(POPULATION, False)]),
    ],
)
def test_what_is_lacking_is_named(
    slug: str, by: tuple[str, ...], borough: str | None, found: list[tuple[Sources, bool]]
):
    where = {"borough": (borough,)} if borough else None
    told = lacking(METRICS[slug], given(loaded=LOADED), by=by, where=where, when=YEAR)
    assert sorted(told, key=str) == sorted(
        (Lack(sources, is_loaded=is_loaded) for sources, is_loaded in found), key=str
    )


def test_a_population_is_lacking_where_it_has_nobody_who_is_asked_about():
    people = "authority | mid_year | children\n Brent | 2024 | 80000"
    of = given(loaded=LOADED, population=people)
    told = {
        name: lacking(METRICS["rate_per_10000"], of, where={"borough": (name,)}, when=YEAR)
        for name in ("Brent", "Ealing")
    }
    assert told["Brent"] == []
    assert Lack(POPULATION, is_loaded=False) in told["Ealing"]


def test_a_year_before_that_is_not_loaded_is_lacking():
    told = lacking(METRICS["spend_change"], given(loaded=LOADED), where={"borough": ("Brent",)}, when=YEAR)
    assert {each.sources for each in told if each.is_loaded} == {COSTS, EPISODES}
