"""The numbers that guidance sets, each named once with its source."""

from typing import Final

SMALL: Final = 5
"""Counts from 1 to this may tell who a child is (Department for Education, children looked after, 2025)."""

FAR_MILES: Final = 20
"""Miles from home beyond which a placement is far (Department for Education, children looked after, 2025)."""

MANY_PLACEMENTS: Final = 3
"""Placements in a year that make a child's care unstable (Department for Education, placement stability, 2016 on)."""

STABLE_UNDER_AGE: Final = 16
"""Long-term stability is asked of children younger than this (Department for Education, 2025)."""

STABLE_CARE: Final = "30mo"
"""Time looked after without a break before long-term stability is asked: 2.5 years (same source)."""

STABLE_CARER: Final = "24mo"
"""Time with the same carer that makes a long-term placement stable: 2 years (same source)."""
