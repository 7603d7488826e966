"""Children looked after and what they were assessed at."""

EPISODES = """
    child | started    | ended      | placement_type  | is_short_break
    1     | 2023-01-01 |            | IFA foster      | false
    2     | 2023-01-01 |            | Children's home | false
    3     | 2023-01-01 |            | IFA foster      | false
    4     | 2023-01-01 | 2025-03-31 | IFA foster      | false
    5     | 2023-01-01 |            | IFA foster      | true
"""
"""On 31 March 2025: 1, 2 and 3. Child 4 left that day, child 5 has short breaks."""

ASSESSMENTS = """
    child | date       | need_score | need_level | first_score | first_assessed | next_assessed
    1     | 2023-02-01 | 20         | Medium     | 20          | 2023-02-01     | 2024-02-01
    1     | 2024-02-01 | 14         | Medium     | 20          | 2023-02-01     | 2025-04-01
    1     | 2025-04-01 | 60         | Very high  | 20          | 2023-02-01     |
    2     | 2025-03-31 | 30         | High       | 30          | 2025-03-31     |
    3     | 2025-04-01 | 40         | Very high  | 40          | 2025-04-01     |
    4     | 2024-01-01 | 40         | Very high  | 40          | 2024-01-01     |
    5     | 2024-01-01 | 40         | Very high  | 40          | 2024-01-01     |
"""
"""Child 1's second and child 2's first are in force on 31 March 2025; child 3 is not assessed until the day after."""

SCORES = """
    child | date       | next_assessed | indicator       | domain    | score | first_score
    1     | 2023-02-01 | 2024-02-01    | Physical health | Healthy   | 3     | 3
    1     | 2024-02-01 |               | Physical health | Healthy   | 1     | 3
    1     | 2024-02-01 |               | Self-care       | Independent | 0   | 2
    2     | 2025-03-31 |               | Physical health | Healthy   | 0     | 0
    2     | 2025-03-31 |               | Self-care       | Independent | 3   | 3
    3     | 2025-04-01 |               | Physical health | Healthy   | 3     | 3
"""
