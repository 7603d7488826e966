"""Each return holds together: one file knows the children of the other, and time runs one way."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from tests.sample_data import raw
from tests.sample_data.raw import Row

OF_YEAR = {"H5": ("2021", "2024"), "P2": ("2021", "2024"), "K3": ("2025", "2027"), "Z1": ("2021", "2025")}
ABOUT_CHILDREN = {"missing": "CHILD", "uasc": "CHILD", "oc2": "CHILD", "reviews": "CHILD", "costs": "Child ID"}


def spells(borough: str, year: str) -> dict[str, list[Row]]:
    """Each child's episodes in order of time."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(raw.rows(borough, year, "episodes"), key=lambda row: raw.day(row["DECOM"])):
        found[row["CHILD"]].append(row)
    return found


def span(year: str) -> tuple[date, date]:
    if "-" in year:
        return date(2026, 4, 1), date(2026, 9, 30)
    return date(int(year) - 1, 4, 1), date(int(year), 3, 31)


@pytest.mark.parametrize("year", raw.RETURNS)
def test_header_and_episodes_are_of_the_same_children(year: str):
    for borough in raw.BOROUGHS:
        known = [row["CHILD"] for row in raw.rows(borough, year, "header")]
        assert len(known) == len(set(known))
        assert set(known) == set(spells(borough, year))


@pytest.mark.parametrize("year", raw.RETURNS)
def test_every_other_file_is_about_children_of_the_header(year: str):
    for borough in raw.BOROUGHS:
        known = {row["CHILD"] for row in raw.rows(borough, year, "header")}
        for file, column in (ABOUT_CHILDREN | {"needs": "Child ID"}).items():
            assert {row[column] for row in raw.rows(borough, year, file)} <= known, file


@pytest.mark.parametrize("year", raw.RETURNS)
def test_a_childs_episodes_follow_one_another(year: str):
    for borough in raw.BOROUGHS:
        for rows in spells(borough, year).values():
            for earlier, later in pairwise(rows):
                assert earlier["DEC"]
                assert raw.day(earlier["DEC"]) <= raw.day(later["DECOM"])
                assert (earlier["REC"] == "X1") == (later["RNE"] != "S")


@pytest.mark.parametrize("year", raw.RETURNS)
def test_episodes_were_open_in_the_year_and_end_after_they_begin(year: str):
    first, last = span(year)
    for borough in raw.BOROUGHS:
        for row in raw.rows(borough, year, "episodes"):
            ends = raw.day(row["DEC"]) if row["DEC"] else None
            assert raw.day(row["DECOM"]) <= last
            assert ends is None or max(first, raw.day(row["DECOM"])) <= ends <= last
            assert bool(row["DEC"]) == bool(row["REC"])


@pytest.mark.parametrize("year", raw.RETURNS)
def test_codes_are_those_of_the_return_year(year: str):
    of_year = "2027" if "-" in year else year
    for borough in raw.BOROUGHS:
        places = {row["PLACE"] for row in raw.rows(borough, year, "episodes")}
        assert all(low <= of_year <= high for place, (low, high) in OF_YEAR.items() if place in places)
        sexes = {row["SEX"] for row in raw.rows(borough, year, "header")}
        assert sexes == ({"1", "2"} if of_year < "2025" else {"M", "F"})


def test_only_placements_that_are_not_registered_have_no_sector():
    for borough, year in raw.everywhere():
        for row in raw.rows(borough, year, "episodes"):
            assert (row["PLACE_PROVIDER"] == "") == row["PLACE"].startswith("Z")


@pytest.mark.parametrize("year", raw.RETURNS)
def test_the_parts_of_a_price_add_up(year: str):
    for borough in raw.BOROUGHS:
        for row in raw.rows(borough, year, "costs"):
            parts = sum(int(row[payer]) for payer in ("Social care", "Education", "Health"))
            assert parts == int(row["Total weekly cost"])


@pytest.mark.parametrize("year", raw.RETURNS)
def test_a_childs_prices_are_in_force_one_at_a_time(year: str):
    for borough in raw.BOROUGHS:
        until: dict[str, date] = {}
        for row in sorted(raw.rows(borough, year, "costs"), key=lambda row: raw.day(row["Price from"])):
            begins = raw.day(row["Price from"])
            assert begins >= until.get(row["Child ID"], begins)
            until[row["Child ID"]] = raw.day(row["Price to"]) if row["Price to"] else date.max


def test_every_postcode_is_in_the_pool_and_every_urn_in_the_register():
    for borough, year in raw.everywhere():
        for row in raw.rows(borough, year, "episodes"):
            assert {row["HOME_POST"], row["PL_POST"]} <= {"", *raw.postcodes()}
            assert row["URN"] in {"", "XXXXXXX", *raw.register()}


def test_short_breaks_are_there_to_be_left_out():
    statuses = {row["LS"] for b in raw.BOROUGHS for row in raw.rows(b, "2025", "episodes")}
    assert statuses >= set(raw.SHORT_BREAKS)


def test_local_record_knows_the_returns_missing_children():
    for borough, year in raw.everywhere():
        record = raw.rows(borough, year, "incidents")
        returned = {row["CHILD"] for row in raw.rows(borough, year, "missing") if row["MISSING"] == "M"}
        assert {row["Child ID"] for row in record if row["Cohort"] == "C"} <= returned
