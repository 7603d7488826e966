"""Prices of like care, and some that are not alike."""

LIKE_CARE = """
    borough | child | provider | provider_sector | placement_type  | need_level   | started    | weekly_cost
    Brent   | 1     | Acorn    | Private         | IFA foster      | High         | 2024-01-01 | 1000
    Brent   | 2     | Acorn    | Private         | IFA foster      | High         | 2024-01-01 | 1200
    Ealing  | 3     | Acorn    | Private         | IFA foster      | High         | 2024-01-01 | 1500
    Ealing  | 4     | Acorn    | Private         | IFA foster      | Low          | 2024-01-01 | 900
    Brent   | 5     | Acorn    | Private         | IFA foster      | Not assessed | 2024-01-01 | 100
    Ealing  | 6     | Acorn    | Private         | IFA foster      | Not assessed | 2024-01-01 | 900
    Brent   | 7     | Birch    | Voluntary       | Children's home | Medium       | 2024-01-01 | 5000
    Harrow  | 8     | Birch    | Voluntary       | Children's home | Medium       | 2024-01-01 | 5100
    Brent   | 9     | Council  | Own provision   | IFA foster      | High         | 2024-01-01 | 400
    Ealing  | 10    | Council  | Own provision   | IFA foster      | High         | 2024-01-01 | 800
    Brent   | 11    |          | Private         | IFA foster      | High         | 2024-01-01 | 400
    Ealing  | 12    |          | Private         | IFA foster      | High         | 2024-01-01 | 800
"""
"""Acorn at high need: Brent 1,000 and 1,200, Ealing 1,500. Birch at medium need: Brent 5,000, Harrow 5,100."""
