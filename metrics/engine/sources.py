"""The sources that figures are made of, by what they tell."""

from typing import Final

WHOLE_RETURN: Final = "ssda903_xml"
"""Speaks of every table of the SSDA903 return."""

EVERY_BOROUGH: Final = "Every borough"
"""Whose files all boroughs share, in the table of what is loaded (`store.uploads.accepted`): it is no borough."""

Sources = tuple[str, ...]
"""Sources of which any one will do."""

EPISODES: Final[Sources] = ("ssda903_episodes", WHOLE_RETURN)
HEADER: Final[Sources] = ("ssda903_header", WHOLE_RETURN)
ASYLUM: Final[Sources] = ("ssda903_uasc", WHOLE_RETURN)
MISSING: Final[Sources] = ("ssda903_missing", WHOLE_RETURN)
WELLBEING: Final[Sources] = ("ssda903_oc2", WHOLE_RETURN)
COSTS: Final[Sources] = ("costs",)
NEEDS: Final[Sources] = ("needs",)
INCIDENTS: Final[Sources] = ("incidents",)
CONTRACTS: Final[Sources] = ("contracts",)

ONCE_A_YEAR: Final = frozenset({WELLBEING})
"""Sources that speak of the year up to their last day, and again a year later: one such day in a period is enough."""

ANY_TIME: Final = frozenset({CONTRACTS})
"""Sources that tell the whole term of what they list: once loaded, they speak of every day."""
