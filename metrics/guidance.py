"""The numbers that guidance sets, each named once with its source."""

from typing import Final

SMALL: Final = 5
"""Counts from 1 to this may tell who a child is (Department for Education, children looked after, 2025)."""

FAR_MILES: Final = 20
"""Miles from home beyond which a placement is far (Department for Education, children looked after, 2025)."""

MANY_PLACEMENTS: Final = 3
"""Placements in a year that make a child's care unstable (Department for Education, Stability measures for
children looked after in England; counted so since 2016)."""

STABLE_UNDER_AGE: Final = 16
"""Long-term stability is asked of children younger than this (same source, 2024)."""

STABLE_CARE: Final = "30mo"
"""Time looked after without a break before long-term stability is asked: 2.5 years (same source)."""

MANY_OCCASIONS: Final = 8
"""Missing incidents beyond which a young person is a repeat runner (Halton, Commissioning Update, January 2011)."""

POLICE_COST_PER_INCIDENT: Final = 1000.0
"""GBP, a stated assumption (Halton Borough Council, Commissioning Update, January 2011, section 5.9)."""

SCORED_FROM_AGE: Final = 5
SCORED_TO_AGE: Final = 16
"""Ages of the published mean strengths and difficulties score (Local Authority Interactive Tool, Emotional_LAC)."""

DAYS_IN_YEAR: Final = 365
"""What a unit cost divides a year's spend by, in leap years too (Local Authority Interactive Tool, LACFinance)."""

STABLE_CARER: Final = "24mo"
"""Time with the same carer that makes a long-term placement stable: 2 years (same source)."""
