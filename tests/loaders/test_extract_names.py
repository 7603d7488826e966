"""Names of extracts as case-management systems, Excel and people write them: single digits, dashes, months, ranges."""

from datetime import date

import pytest

from loaders.reading.file_names import whose
from tests.loaders.test_path_names import table

TODAY = date(2026, 11, 30)
DAYS = table("""
    Brent w-e 30.9.25.csv                                | 2025-09-30
    Brent 30-9-25.csv                                    | 2025-09-30
    Brent/2026/30.9.25.csv                               | 2025-09-30
    Brent 31_3_25.csv                                    | 2025-03-31
    Brent 30_9_2025.csv                                  | 2025-09-30
    Brent 30 9 2025.csv                                  | 2025-09-30
    Brent 2025-9-30.csv                                  | 2025-09-30
    Brent 04-05-25.csv                                   | 2025-05-04
    Brent 20250930140533.csv                             | 2025-09-30
    Brent 2025 09.csv                                    | 2025-09-30
    Brent 01.04.25-30.09.25.csv                          | 2025-09-30
    Brent 010425-300925.csv                              | 2025-09-30
    Brent 1-4-24 to 31-3-25.csv                          | 2025-03-31
    Brent 2024–25.csv                                    | 2025-03-31
    Brent 2024 – 25.csv                                  | 2025-03-31
    Brent 2024 - 25.csv                                  | 2025-03-31
    Brent 2024-'25.csv                                   | 2025-03-31
    Brent FYE25.csv                                      | 2025-03-31
    Brent FY2526 Q2.csv                                  | 2025-09-30
    Brent 25-26 P6.csv                                   | 2025-09-30
    Brent 2025-26 P06 (Sep).csv                          | 2025-09-30
    Brent Q1-3 2025-26.csv                               | 2025-12-31
    Brent Q1 to Q3 2025-26.csv                           | 2025-12-31
    Brent M1-6 2025-26.csv                               | 2025-09-30
    Brent/2025-26/September/missing.csv                  | 2025-09-30
    Brent/2025-26/06 September/missing.csv               | 2025-09-30
    Brent/2025-26/09 Sept/missing.csv                    | 2025-09-30
    Brent 6 months to 30 Sept 2025.csv                   | 2025-09-30
    Brent 12 months to 31 March 2025.csv                 | 2025-03-31
    Brent 16-17 year olds 2025.csv                       | 2025-03-31
    Brent DEC REC 2025.csv                               | 2025-03-31
    Brent winter pressures 2024-25.csv                   | 2025-03-31
    Brent 2025 v1.2.25.csv                               | 2025-03-31
""")
ASKING = """
    Brent week commencing 22 Sept 2025.csv
    Brent wc 22 Sept 2025.csv
    Brent week 26 2025-26.csv
    Brent/2025-26/wk26.csv
    Brent 12 months to 30 Sept 2025.csv
    Brent rolling year to June 2025.csv
    Brent calendar year 2024.csv
    Brent Autumn 2025.csv
    Brent 2025-26 Sept.csv
    Brent May return 2025.csv
    Brent 2025 list 30.09.csv
    Brent 9-2025.csv
    Brent/2025/9-30-25.csv
    Brent 9-30-2025.csv
    Brent 5-10 2025.csv
    Brent 2024&25.csv
    Brent/2025-26/06/missing.csv
    Brent/2025-26/06 October/missing.csv
    Brent/2025/September/missing.csv
    Brent Q2-Q3 2025-26.csv
    Brent Q3-1 2025-26.csv
    Brent 13-05-25.csv
    Brent 2025-26 P6 Oct 25.csv
"""
ELSEWHERE = """
    Brent Cross incidents 2025.csv
    Sutton Coldfield 2025.csv
    Bury St Edmunds 2025.csv
    Bradford-on-Avon 2025.csv
    Stoke Newington 2025.csv
    Camden Town 2025.csv
"""


def names(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("name", "day"), DAYS, ids=[name for name, _ in DAYS])
def test_a_name_tells_the_last_day_that_it_speaks_of(name: str, day: str):
    told = whose(name, today=TODAY)
    assert (told.borough and told.borough.name, str(told.as_at), told.year_doubt) == ("Brent", day, "")


@pytest.mark.parametrize("name", names(ASKING))
def test_a_name_that_says_two_things_or_a_part_of_one_asks_for_the_year(name: str):
    told = whose(name, today=TODAY)
    assert (told.borough and told.borough.name, told.return_year, told.as_at) == ("Brent", None, None)


@pytest.mark.parametrize("name", names(ELSEWHERE))
def test_a_place_that_is_called_almost_as_an_authority_is_none(name: str):
    assert whose(name, today=TODAY).borough is None
