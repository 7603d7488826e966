"""Postcodes: where they lie, and how far apart they are."""

from pathlib import Path

import polars as pl
import pytest

from loaders import geography


def located(*postcodes: str | None) -> list[tuple[str | None, str | None]]:
    places = geography.located(pl.Series(postcodes, dtype=pl.String))
    return list(zip(places["authority"], places["region"], strict=True))


def test_a_postcode_lies_in_its_upper_tier_authority_and_region():
    assert located("HA9 0FJ", "UB8 1UW", "HP1 1DN", "LA9 4DQ") == [
        ("Brent", "London"),
        ("Hillingdon", "London"),
        ("Hertfordshire", "East of England"),
        ("Westmorland and Furness", "North West"),
    ]


def test_wales_scotland_and_northern_ireland_are_regions_of_their_own():
    assert located("CF10 1AA", "EH1 1YZ", "BT1 5GS") == [
        ("Cardiff", "Wales"),
        ("Scotland", "Scotland"),
        ("Northern Ireland", "Northern Ireland"),
    ]


def test_the_islands_are_areas_of_their_own_without_a_grid_reference():
    places = geography.located(pl.Series(["JE2 3AB", "JE1 0BD", "JE99 9ZZ", "GY1 1AA", "IM1 1AA", "IM1 1"]))
    channel, man = ("Channel Islands", "Channel Islands"), ("Isle of Man", "Isle of Man")
    assert places.select("authority", "region").rows() == [channel] * 4 + [man] * 2
    assert places["easting"].null_count() == places["northing"].null_count() == 6


@pytest.mark.parametrize(
    ("home", "there", "miles"),
    [("W5 2HL", "BT1 5GS", 317), ("BT1 5GS", "W5 2HL", 317), ("BT48 6HQ", "BT1 5GS", 62), ("G1 1XW", "BT1 5GS", 109)],
)
def test_northern_irish_postcodes_are_measured_on_one_grid(home: str, there: str, miles: int):
    places = geography.located(pl.Series([home, there]))
    ends = [pl.lit(places[name][end]) for end in (0, 1) for name in ("easting", "northing")]
    assert pl.select(geography.miles(*ends)).item() == pytest.approx(miles, abs=1.5)


def test_what_is_not_known_is_not_guessed():
    assert located("ZZ1 1ZZ", "W3 8", None) == [(None, None)] * 3
    assert located() == []


def test_order_is_kept():
    assert [name for name, _ in located("UB8 1UW", None, "HA9 0FJ", "UB8 1UW")] == [
        "Hillingdon",
        None,
        "Brent",
        "Hillingdon",
    ]


def test_every_postcode_lies_in_a_known_area():
    areas = geography.postcodes().select(pl.col("laua").cast(pl.String)).unique()
    assert areas.join(geography.areas(), on="laua", how="anti").is_empty()
    assert geography.postcodes()["key"].is_sorted()


def test_a_straight_line_is_measured_in_miles_to_one_decimal():
    frame = pl.DataFrame({"e": [0, 0], "n": [0, 0], "oe": [16_093, None], "on": [0, 0]})
    miles = frame.select(geography.miles(*(pl.col(name) for name in ("e", "n", "oe", "on"))))
    assert miles.to_series().to_list() == [10.0, None]


@pytest.mark.parametrize(
    ("postcode", "sector"), [("W3 8AB", "W3 8"), ("SW1A 1AA", "SW1A 1"), ("W3 8", "W3 8"), (None, None)]
)
def test_a_postcode_is_cut_to_its_sector(postcode: str | None, sector: str | None):
    frame = pl.DataFrame({"postcode": [postcode]}, schema={"postcode": pl.String})
    assert frame.select(geography.sector(pl.col("postcode"))).item() == sector


def test_a_damaged_or_forbidden_cache_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    few = geography.postcodes().head(3)
    monkeypatch.setattr(geography, "_decoded", lambda: few)
    assert geography.opened(tmp_path / "new").height == 3
    (kept,) = (tmp_path / "new").iterdir()
    kept.write_bytes(b"damaged")
    assert geography.opened(tmp_path / "new").height == 3
    (tmp_path / "file").touch()
    assert geography.opened(tmp_path / "file").height == 3
    assert [file.suffix for file in (tmp_path / "new").iterdir()] == [".arrow"]
