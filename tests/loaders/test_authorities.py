"""The authorities of England, by whatever they are called."""

from collections import Counter

import polars as pl
import pytest

from loaders import geography
from loaders.authorities import authorities, authority
from tests.loaders.files import SHARED, needs_shared_data


@pytest.mark.parametrize(
    "given",
    ["Hammersmith and Fulham", "Hammersmith & Fulham", "LB Hammersmith & Fulham", "HAF", "haf", "205", "E09000013"],
)
def test_a_name_or_any_code_will_do(given: str):
    found = authority(given)
    assert found is not None
    assert found.name == "Hammersmith and Fulham"


@pytest.mark.parametrize("given", ["", "London", "West London Alliance", "999"])
def test_what_is_no_authority_is_not_guessed(given: str):
    assert authority(given) is None


def test_the_city_of_london_keeps_its_name():
    assert (authority("City of London"), authority("City of London")) == (authority("CIT"), authority("201"))


def test_there_are_153_in_nine_regions_and_no_code_twice():
    assert len(authorities()) == 153
    assert len({each.region for each in authorities()}) == 9
    for field in ("code", "name", "dfe_number", "ons_code"):
        counts = Counter(getattr(each, field) for each in authorities())
        assert max(counts.values()) == 1, field


def test_every_area_lies_in_a_known_authority_or_outside_england():
    abroad = {"Wales", "Scotland", "Northern Ireland", "Channel Islands", "Isle of Man"}
    english = geography.areas().filter(~pl.col("region").is_in(list(abroad)))
    assert set(english["authority"]) == {each.name for each in authorities()}
    assert set(english["region"]) == {each.region for each in authorities()}


@needs_shared_data
@pytest.mark.published
def test_names_and_codes_are_those_that_the_dfe_publishes():
    published = pl.read_csv(SHARED / "published/cla_on_31_march_by_characteristics_la.csv", infer_schema=False)
    wanted = published.filter(geographic_level="Local authority").select("la_name", "old_la_code", "new_la_code")
    ours = {(each.name, each.dfe_number, each.ons_code) for each in authorities()}
    assert ours == set(wanted.unique().rows())
