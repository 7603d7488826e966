"""Strengths and difficulties scores of children who are due one, and of some who are not."""

STRENGTHS = """
    child | birth_month | date       | sdq_score | sdq_band          | is_year_in_care
    1     | 2015-06-01  | 2024-03-31 | 30        | Cause for concern | true
    1     | 2015-06-01  | 2025-03-31 | 10        | Normal            | true
    2     | 2015-06-01  | 2025-03-31 | 16        | Borderline        | true
    3     | 2015-06-01  | 2025-03-31 | 17        | Cause for concern | true
    4     | 2015-06-01  | 2025-03-31 | 40        | Cause for concern | false
    5     | 2020-04-01  | 2025-03-31 | 40        | Cause for concern | true
    6     | 2020-03-01  | 2025-03-31 | 13        | Normal            | true
    7     | 2008-03-01  | 2025-03-31 | 40        | Cause for concern | true
"""
"""Due in 2025: 1, 2, 3 and 6, who is just 5. 4 is new to care, 5 is four, 7 is 17."""
