"""Whose file it is, and of which year, by the names of files and folders; more names are in `test_path_names`."""

from datetime import date

import pytest

from loaders.reading.file_names import whose
from loaders.reading.named_periods import return_year


@pytest.mark.parametrize(
    ("path", "borough", "year"),
    [
        ("BRE/2025/episodes.csv", "Brent", 2025),
        ("bre/2025/episodes.csv", "Brent", 2025),
        ("C:\\returns\\EAL\\2024\\missing.csv", "Ealing", 2024),
        ("SSDA903_HIL_2025_episodes.csv", "Hillingdon", 2025),
        ("SSDA903_2025_episodes.csv", None, 2025),
        ("Hammersmith & Fulham/2024/header.csv", "Hammersmith and Fulham", 2024),
        ("LB Harrow/2017-18/header.csv", "Harrow", 2018),
        ("royal borough of kensington and chelsea/2024/x.csv", "Kensington and Chelsea", 2024),
        ("hounslow_2020_header.csv", "Hounslow", 2020),
        ("Fons-04cd3-Thurrock-883/x_2022.csv", "Thurrock", 2022),
        ("returns-307/2022/x.csv", "Ealing", 2022),
        ("307_episodes_2022.csv", "Ealing", 2022),
        ("307/2022/x.csv", "Ealing", 2022),
        ("SSDA903 Ealing 307/2022.csv", "Ealing", 2022),
        ("care leavers 307 2022.csv", "Ealing", 2022),
        ("pytest-206/popen-gw2/BRE 2025 notes.csv", "Brent", 2025),
        ("ticket 206/2025/episodes.csv", None, 2025),
        ("Invoice No. 307 2025.csv", None, 2025),
        ("room 212/BRE/2025/episodes.csv", "Brent", 2025),
        ("E09000033 2023.csv", "Westminster", 2023),
        ("North East Lincolnshire 2024.csv", "North East Lincolnshire", 2024),
        ("WES/201819/x.csv", "Westminster", 2019),
        ("2017-2018/x.csv", None, 2018),
        ("2019/20/x.csv", None, 2020),
        ("1920/x.csv", None, 2020),
        ("2122.csv", None, 2022),
        ("21-22.csv", None, 2022),
        ("2021.csv", None, 2021),
        ("14032021_episodes.csv", None, 2021),
        ("14-03-2021 episodes.csv", None, 2021),
        ("new return 2025.csv", None, 2025),
        ("red_house_costs_2025.csv", None, 2025),
        ("ssda903/fake_return/header.csv", None, None),
        ("header.csv", None, None),
    ],
)
def test_names_tell_borough_and_return_year(path: str, borough: str | None, year: int | None):
    told = whose(path)
    assert (told.borough and told.borough.name, told.return_year) == (borough, year)


def test_a_year_speaks_up_to_31_march():
    assert whose("BRE/2025/episodes.csv").as_at == date(2025, 3, 31)


def test_an_extract_within_the_year_speaks_up_to_its_day():
    told = whose("BRE/2026-09-30/episodes.csv")
    assert (told.as_at, told.return_year) == (date(2026, 9, 30), 2027)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("BRE_costs_2025_dec.csv", date(2025, 12, 31)),
        ("BRE costs 31 Aug 2025.csv", date(2025, 8, 31)),
        ("Provider_level_at_31_Aug_2024.csv", date(2024, 8, 31)),
        ("Social care settings April2024.xlsx", date(2024, 4, 30)),
        ("BRE episodes March 2025.csv", date(2025, 3, 31)),
        ("BRE junction 2025.csv", date(2025, 3, 31)),
        ("BRE 31 Feb 2025.csv", None),
    ],
)
def test_a_month_that_is_named_is_the_extracts_last_day(path: str, day: date | None):
    assert whose(path).as_at == day


def test_what_is_said_outright_is_believed_first_and_what_it_overrules_is_told():
    told = whose("BRE/2026-09-30/episodes.csv", borough="312", year=2018)
    assert (told.borough and told.borough.name, told.return_year, told.as_at) == ("Hillingdon", 2018, date(2018, 3, 31))
    assert told.overruled == ("Brent", "2026-09-30")


def test_what_a_name_says_within_the_year_that_was_said_stands():
    told = whose("BRE/episodes 30-09-2025.csv", year=2026)
    assert (told.return_year, told.as_at, told.overruled) == (2026, date(2025, 9, 30), ())
    assert whose("BRE/episodes Q3 2025.csv", year=2026).as_at == date(2025, 12, 31)
    assert whose("BRE_2024-25_final_June 2025.csv", year=2025).as_at == date(2025, 3, 31)


def test_what_only_fills_in_counts_where_the_names_do_not_say():
    named = whose("BRE_2025.csv", borough="Ealing", as_at=date(2026, 3, 31), only_fill_in=True)
    assert (named.borough and named.borough.name, named.return_year, named.overruled) == ("Brent", 2025, ())
    silent = whose("episodes.csv", borough="Ealing", as_at=date(2026, 3, 31), only_fill_in=True)
    assert (silent.borough and silent.borough.name, silent.return_year) == ("Ealing", 2026)
    in_doubt = whose("Kent and Medway June.csv", borough="Medway", as_at=date(2025, 6, 30), only_fill_in=True)
    assert (in_doubt.borough and in_doubt.borough.name, in_doubt.as_at) == ("Medway", date(2025, 6, 30))


def test_an_unknown_borough_is_an_error_that_says_what_to_give():
    with pytest.raises(ValueError, match="no local authority called Narnia"):
        whose("2025/x.csv", borough="Narnia")


@pytest.mark.parametrize(("day", "year"), [(date(2025, 3, 31), 2025), (date(2025, 4, 1), 2026)])
def test_a_return_year_ends_on_31_march(day: date, year: int):
    assert return_year(day) == year


def test_the_day_of_an_extract_may_be_said_outright():
    told = whose("episodes 03042026.csv", borough="BRE", as_at=date(2026, 9, 30))
    assert (told.return_year, told.as_at) == (2027, date(2026, 9, 30))
