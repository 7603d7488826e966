"""Who lives where."""

from metrics import When
from metrics.periods import calendar
from metrics.populations.residents import residents
from tests.metrics.asked import given, same

TABLES = given(
    episodes="borough | child | started\nBrent | 1 | 2020-01-01\nHarrow | 2 | 2020-01-01",
    population="""
        authority | mid_year | children
        Brent     | 2022     | 100
        Brent     | 2024     | 120
        Camden    | 2022     | 999
    """,
)


def test_each_year_takes_the_mid_year_before_or_the_latest_known():
    years = calendar(When(When.return_year(2022).start, When.return_year(2026).end), "year").lazy()
    same(
        residents(TABLES, years).select("borough", "year", "population").collect(),
        """
        borough | year | population
        Brent   | 2022 |
        Brent   | 2023 | 100
        Brent   | 2024 | 100
        Brent   | 2025 | 120
        Brent   | 2026 | 120
        Harrow  | 2022 |
        Harrow  | 2023 |
        Harrow  | 2024 |
        Harrow  | 2025 |
        Harrow  | 2026 |
        """,
    )
