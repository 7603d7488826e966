"""Many names of files and folders, as people write them: what each says of borough and day, or that it asks."""

from datetime import date

import pytest

import loaders
from loaders.reading.file_names import when_of, whose
from tests.loaders.files import csv_of, rows_of

TODAY = date(2026, 11, 29)
ASKS = None


def table(text: str) -> list[tuple[str, str]]:
    """Names and what is expected of each, a line each, parted by `|`."""
    lines = [line.rpartition("|") for line in text.strip().splitlines()]
    return [(name.strip(), expected.strip()) for name, _, expected in lines]


DAYS = table("""
    Brent_30-06-2025_episodes.csv                        | 2025-06-30
    Brent 30.06.2025.csv                                 | 2025-06-30
    Brent_30_06_2025.csv                                 | 2025-06-30
    Brent 30062025.csv                                   | 2025-06-30
    Brent 30 06 2025.csv                                 | 2025-06-30
    Brent 30-06_2025.csv                                 | 2025-06-30
    Brent 9.6.2025.csv                                   | 2025-06-09
    Brent_20250630.csv                                   | 2025-06-30
    Brent_2025_06_30.csv                                 | 2025-06-30
    Brent_20250630_1314.csv                              | 2025-06-30
    Brent_2025-06-30T13-14-15.csv                        | 2025-06-30
    Brent 30 June 2025.csv                               | 2025-06-30
    Brent 30th of June 2025.csv                          | 2025-06-30
    Brent 30Jun2025.csv                                  | 2025-06-30
    Brent first quarter 2025-26.csv                      | 2025-06-30
    Brent 2025-26 second quarter.csv                     | 2025-09-30
    Brent 3rd quarter 2025-26.csv                        | 2025-12-31
    Brent 1st half 2025-26.csv                           | 2025-09-30
    Brent 2024-25 last quarter.csv                       | 2025-03-31
    Brent half year 1 2025-26.csv                        | 2025-09-30
    Brent YTD September 2025.csv                         | 2025-09-30
    Brent 2025-26 year to date 30-09-2025.csv            | 2025-09-30
    Brent June 30, 2025.csv                              | 2025-06-30
    Brent 30-Jun-25.csv                                  | 2025-06-30
    Brent 30-06-25.csv                                   | 2025-06-30
    Brent 300625.csv                                     | 2025-06-30
    Brent 250630.csv                                     | 2025-06-30
    Brent June 2025.csv                                  | 2025-06-30
    Brent 2025 June.csv                                  | 2025-06-30
    Brent Jun-25.csv                                     | 2025-06-30
    Brent June 2025_1.csv                                | 2025-06-30
    Brent 2025-12.csv                                    | 2025-12-31
    Brent 202512.csv                                     | 2025-12-31
    Brent 12-2025.csv                                    | 2025-12-31
    Brent/2025-12/episodes.csv                           | 2025-12-31
    Brent/2025/12/31/episodes.csv                        | 2025-12-31
    Brent/31.12.2025/episodes.csv                        | 2025-12-31
    Brent year ending 31st March 2025.csv                | 2025-03-31
    Brent 2024-25.csv                                    | 2025-03-31
    Brent 2024/25.csv                                    | 2025-03-31
    Brent 2024_25.csv                                    | 2025-03-31
    Brent 202425.csv                                     | 2025-03-31
    Brent 2024-2025.csv                                  | 2025-03-31
    Brent 20242025.csv                                   | 2025-03-31
    Brent 2024 to 2025.csv                               | 2025-03-31
    Brent 24-25.csv                                      | 2025-03-31
    Brent 2425.csv                                       | 2025-03-31
    Brent FY25.csv                                       | 2025-03-31
    Brent FY2025.csv                                     | 2025-03-31
    Brent FY24-25.csv                                    | 2025-03-31
    Brent FY 2024/25.csv                                 | 2025-03-31
    Brent 2025 (1).csv                                   | 2025-03-31
    Brent_2025_1.csv                                     | 2025-03-31
    Brent 2024-25-01.csv                                 | 2025-03-31
    Brent 2025 v1.10 - Copy.csv                          | 2025-03-31
    Brent SSDA903_2025 OC2.csv                           | 2025-03-31
    Brent may contain errors 2025.csv                    | 2025-03-31
    Brent 2021.csv                                       | 2021-03-31
    Brent 20-21.csv                                      | 2021-03-31
    Brent 01-04-2024 to 31-03-2025.csv                   | 2025-03-31
    Brent 2024-04-01_2025-03-31.csv                      | 2025-03-31
    Brent 2024-04-01 - 2025-03-31.csv                    | 2025-03-31
    Brent 1 April 2024 to 31 March 2025.csv              | 2025-03-31
    Brent Apr 2024 - Mar 2025.csv                        | 2025-03-31
    Brent 01.04.2025-30.09.2025.csv                      | 2025-09-30
    Brent 1 April to 30 September 2025.csv               | 2025-09-30
    Brent April to September 2025.csv                    | 2025-09-30
    Brent Apr-Sep 2025.csv                               | 2025-09-30
    Brent 2024_25 Q3.csv                                 | 2024-12-31
    Brent Q3 2024-25.csv                                 | 2024-12-31
    Brent 3rd quarter 2024-25.csv                        | 2024-12-31
    Brent/2024-25/Q3/episodes.csv                        | 2024-12-31
    Brent 2024-25 Q3 31_12_2024.csv                      | 2024-12-31
    Brent 2024-25 Q4.csv                                 | 2025-03-31
    Brent 2024-25 M9.csv                                 | 2024-12-31
    Brent 2024-25 P12.csv                                | 2025-03-31
    Brent 2024-25 month 1.csv                            | 2024-04-30
    Brent 2024-25 H1.csv                                 | 2024-09-30
    Brent 2025-26 up to 31 December 2025.csv             | 2025-12-31
    Brent 2024-25 at 31 March.csv                        | 2025-03-31
    Brent return 2026, data to 30 June 2025.csv          | 2025-06-30
    Brent/2026/episodes_30-06-2025.csv                   | 2025-06-30
    Brent/2025-06-30/episodes_2025-26.csv                | 2025-06-30
    Brent 2020 to 2025/2024/episodes.csv                 | 2024-03-31
""")
ASKING = """
    Brent_SSDA903_2024-25_final_June 2025.csv
    Brent 2024-25 final June.csv
    Brent/2025/Brent_30-09-2025_episodes.csv
    Brent/2025/episodes 2025-12.csv
    Brent/2023/episodes_2024.csv
    Brent_2025_final_2025-05-12.csv
    Brent return 2025 (data to 30 June 2025).csv
    Brent 2023-24 and 2024-25.csv
    Brent 2020 to 2025.csv
    Brent 2020-2025.csv
    Brent 2024-26.csv
    Brent 01-10-2024 to 30-09-2025.csv
    Brent 01-07-2025 to 30-09-2025.csv
    Brent 31-03-2025 to 01-04-2024.csv
    Brent 2025-03-31 2025-05-12.csv
    Brent Q3 2025.csv
    Brent/2025/Q3/episodes.csv
    Brent M9.csv
    Brent 2025-26 YTD.csv
    Brent 2025-26 to date.csv
    Brent first quarter 2025.csv
    Brent 2025-26 third half.csv
    Brent from 01-04-2024.csv
    Brent since April 2024.csv
    Brent 31 Feb 2025.csv
    Brent 2025-13-45.csv
    Brent 06-30-2025.csv
    Brent 2025-6.csv
    Brent 20112012.csv
    Brent 240625.csv
    Brent June.csv
    Brent 30 June.csv
    Brent episodes.csv
"""
BOROUGHS = table("""
    Brent_2025.csv                                       | Brent
    BrentEpisodes2025.csv                                | Brent
    BRENT_2025.csv                                       | Brent
    bre/2025/episodes.csv                                | Brent
    304_SSDA903_2025.csv                                 | Brent
    London Borough of Brent 2025.csv                     | Brent
    BAR/2025/episodes.csv                                | Barnet
    City of London 2025.csv                              | City of London
    City of London/2025/episodes.csv                     | City of London
    Hammersmith & Fulham 2025.csv                        | Hammersmith and Fulham
    HammersmithAndFulham2025.csv                         | Hammersmith and Fulham
    RB Kensington and Chelsea 2025.csv                   | Kensington and Chelsea
    Kingston upon Hull 2025.csv                          | Kingston upon Hull, City of
    Hull City Council 2025.csv                           | Kingston upon Hull, City of
    Kingston-upon-Thames 2025.csv                        | Kingston upon Thames
    Kingston (Kingston upon Thames) 2025.csv             | Kingston upon Thames
    Newcastle upon Tyne 2025.csv                         | Newcastle upon Tyne
    North East Lincolnshire 2025.csv                     | North East Lincolnshire
    NORTH EAST LINCOLNSHIRE 2025.csv                     | North East Lincolnshire
    North Lincolnshire 2025.csv                          | North Lincolnshire
    Bath and North East Somerset 2025.csv                | Bath and North East Somerset
    South Gloucestershire 2025.csv                       | South Gloucestershire
    Bournemouth, Christchurch & Poole 2025.csv           | Bournemouth, Christchurch and Poole
    St Helens 2025.csv                                   | St. Helens
    St. Helens/2025/episodes.csv                         | St. Helens
    Stoke on Trent 2025.csv                              | Stoke-on-Trent
    Bristol City Council 2025.csv                        | Bristol, City of
    Derbyshire 2025.csv                                  | Derbyshire
    Derby 2025.csv                                       | Derby
    Reading 2025.csv                                     | Reading
    Reading episodes 2025.csv                            | Reading
    SSDA903 Reading Borough Council 2025.csv             | Reading
    Brent Reading list 2025.csv                          | Brent
    Kent and Medway/Medway/2025/episodes.csv             | Medway
    Kent/West Kent 2025.csv                              | Kent
    Brent v201 2025.csv                                  | Brent
""")
NOBODYS = """
    Kent and Medway 2025.csv
    Medway/Kent and Medway 2025.csv
    Barnet and Brent 2025.csv
    EAL_BRE_2025.csv
    Brent/EAL_2025.csv
    2025_BURY_v2/Sandwell_episodes.csv
    Brent_307_2025.csv
    Nottingham and Nottinghamshire 2025.csv
    Leicester, Leicestershire and Rutland 2025.csv
    Hammersmith, Kensington and Westminster 2025.csv
    Kingston upon Hull and East Riding 2025.csv
    Brent (Ealing placements) 2025.csv
    Brent and Kingston 2025.csv
    Kingston 2025.csv
    Newcastle 2025.csv
    Newcastle under Lyme 2025.csv
    hammersmith/2025/episodes.csv
    Cheshire 2025.csv
    Cheshire West 2025.csv
    Greater Manchester 2025.csv
    North East Derbyshire 2025.csv
    West Kent 2025.csv
    Cumbria 2025.csv
    Brentwood 2025.csv
    Kentish Town 2025.csv
    York Road 2025.csv
    reading list 2025.csv
    Reading list 2025.csv
    READING AGES 2025.csv
    Bury the hatchet 2025.csv
    Reading Brent episodes 2025.csv
    new/2025/episodes.csv
    NEW RETURN 2025.csv
    BAD ROWS 2025.csv
"""


@pytest.mark.parametrize(("name", "day"), DAYS, ids=[name for name, _ in DAYS])
def test_a_name_tells_the_last_day_that_it_speaks_of(name: str, day: str):
    told = whose(name, today=TODAY)
    assert (told.borough and told.borough.name, str(told.as_at), told.year_doubt) == ("Brent", day, "")


@pytest.mark.parametrize("name", [name.strip() for name in ASKING.strip().splitlines()])
def test_a_name_that_says_two_things_or_nothing_asks_for_the_year(name: str):
    told = whose(name, today=TODAY)
    assert (told.return_year, told.as_at) == (None, None)
    assert told.borough is not None


@pytest.mark.parametrize(("name", "borough"), BOROUGHS, ids=[name for name, _ in BOROUGHS])
def test_a_name_tells_the_borough(name: str, borough: str):
    told = whose(name, today=TODAY)
    assert (told.borough and told.borough.name, told.return_year, told.borough_doubt) == (borough, 2025, "")


@pytest.mark.parametrize("name", [name.strip() for name in NOBODYS.strip().splitlines()])
def test_a_name_that_speaks_of_several_boroughs_or_of_a_part_of_one_asks(name: str):
    told = whose(name, today=TODAY)
    assert (told.borough, told.return_year) == (None, 2025)


MISSING = csv_of(rows_of("CHILD | MISSING | MIS_START | MIS_END\n1042 | M | 13/11/2024 | 14/11/2024"))


def test_what_disagrees_is_said_in_the_words_of_the_name():
    reading = loaders.read(MISSING, name="Kent and Medway_2025.csv", today=TODAY)
    assert reading.refused == (
        "The name speaks of Kent and Medway. Whose file is it? "
        "Choose the borough, or put it in the file's or folder's name."
    )
    reading = loaders.read(MISSING, name="Brent_2024-25_final_June 2025.csv", today=TODAY)
    assert str(reading.refused).startswith('The name says "June 2025" and "2024-25", which do not go together.')
    reading = loaders.read(MISSING, name="Kingston 2025.csv", today=TODAY)
    assert "Kingston (Kingston upon Hull, City of or Kingston upon Thames)" in str(reading.refused)


def test_what_was_said_outright_settles_it_and_is_told():
    reading = loaders.read(MISSING, name="Brent_30-06-2025.csv", borough="Ealing", year=2025, today=TODAY)
    assert (reading.borough, reading.return_year, reading.as_at) == ("Ealing", 2025, date(2025, 3, 31))
    (told,) = reading.findings.filter(code="name-overruled")["message"]
    assert '"Brent" and "30-06-2025"' in told


def test_names_of_what_all_boroughs_share_are_never_in_doubt():
    population = csv_of(rows_of("la_name | mid_year | population_0_17\nBrent | 2024 | 75001"))
    reading = loaders.read(population, name="Kent and Medway 2020 to 2025 June 2023.csv", today=TODAY)
    assert (reading.refused, reading.borough, reading.return_year) == (None, None, None)


def test_a_word_for_a_year_on_the_command_line():
    assert (when_of("2017-18"), when_of("FY18"), when_of("soon")) == (date(2018, 3, 31), date(2018, 3, 31), None)
