"""Incidents of two boroughs, and what their missing-from-home services cost."""

INCIDENTS = """
    borough | child | date       | cohort                  | placement_type
    Brent   | B1    | 2024-04-01 | In care                 | IFA foster
    Brent   | B1    | 2024-04-01 | In care                 | IFA foster
    Brent   | B1    | 2024-12-24 | At home                 |
    Brent   | B2    | 2025-03-31 | At home                 |
    Brent   |       | 2024-06-01 | Not recorded            |
    Brent   |       | 2024-06-01 | Not recorded            |
    Brent   | B3    | 2025-04-01 | In care                 | IFA foster
    Brent   | B1    | 2024-03-31 | In care                 | IFA foster
    Ealing  | E1    | 2024-07-01 | Other authority's child |
    Ealing  | E1    | 2023-07-01 | Other authority's child |
"""
"""In 2024-25: six in Brent, of B1 (twice in care, once at home), B2 and two without detail; one in Ealing."""

SERVICES = """
    borough | service           | category          | started    | ended      | annual_price
    Brent   | Return interviews | Missing from home | 2020-04-01 | 2024-10-01 | 12000
    Brent   | Return interviews | Missing from home | 2024-10-01 |            | 24000
    Brent   | Advocacy          | Advocacy          | 2020-04-01 |            | 99999
"""
"""Brent's cost 18,000 in 2024-25, so 3,000 an incident. Ealing has none."""
