"""Days that nobody has told of yet are not counted: a year whose files end in September holds half a year's spend."""

from metrics import When
from tests.metrics.asked import figures, same

LOADED = """
    borough | source          | return_year | as_at      | rows | set_aside | loaded_at
    Brent   | ssda903_episodes | 2026       | 2025-09-30 | 1    | 0         | 2025-10-05 00:00:00
    Brent   | costs            | 2026       | 2025-09-30 | 1    | 0         | 2025-10-05 00:00:00
    Ealing  | ssda903_episodes | 2026       | 2026-03-31 | 1    | 0         | 2026-04-05 00:00:00
    Ealing  | costs            | 2026       | 2026-03-31 | 1    | 0         | 2026-04-05 00:00:00
"""
COSTS = """
    borough | child | placement_type | started    | ended      | weekly_cost
    Brent   | 1     | IFA foster     | 2025-01-01 |            | 70
    Brent   | 2     | IFA foster     | 2025-01-01 | 2025-04-11 | 70
    Ealing  | 3     | IFA foster     | 2025-01-01 |            | 70
"""
YEAR = When.return_year(2026)


def test_a_price_in_force_counts_up_to_the_day_that_its_boroughs_files_end():
    same(
        figures("spend", by=("borough",), when=YEAR, costs=COSTS, loaded=LOADED),
        """
        borough | value | mark
        Brent   | 1930  | [p]
        Ealing  | 3650  | [u]
        """,
    )


def test_up_to_that_day_it_is_as_it_was():
    half = When(YEAR.start, YEAR.start.replace(month=9, day=30))
    found = figures("spend", by=("borough",), when=half, costs=COSTS, loaded=LOADED)
    same(found.select("borough", "value"), "borough | value\nBrent | 1930\nEaling | 1830")
