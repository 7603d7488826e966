"""Children looked after in the year and the missing and away incidents that their return has."""

EPISODES = """
    child | started    | ended      | is_short_break
    1     | 2023-01-01 |            | false
    2     | 2023-01-01 | 2024-04-01 | false
    3     | 2023-01-01 | 2024-04-02 | false
    4     | 2025-03-31 |            | false
    5     | 2023-01-01 |            | true
    6     | 2023-01-01 |            | false
"""
"""Looked after at any time in 2024-25: 1, 3, 4 and 6. Child 2 left on its first day, child 5 has short breaks."""

MISSING = """
    child | date       | ended      | is_missing | is_away | is_in_care
    1     | 2024-05-01 | 2024-05-01 | true       | false   | true
    1     | 2024-05-01 | 2024-05-03 | true       | false   | true
    1     | 2024-06-01 | 2024-06-03 | false      | true    | true
    2     | 2024-03-30 | 2024-04-02 | true       | false   | true
    3     | 2024-03-30 | 2024-04-01 | true       | false   | true
    4     | 2024-05-01 | 2024-06-01 | true       | false   | false
    5     | 2024-05-01 | 2024-05-02 | true       | false   | false
    6     | 2025-03-31 |            | false      | true    | true
    6     | 2024-03-31 | 2024-03-31 | true       | false   | true
"""
"""In 2024-25 child 1 was missing twice and away once, 3 was missing when it began, 6 was away when it ended.

Child 4 was missing before it was looked after.
"""
