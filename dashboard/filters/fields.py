"""The filters that there are: name in the URL, words on screen, column they keep, and the values they know."""

from dataclasses import dataclass
from typing import Final

from loaders import labels
from metrics.dimensions.catalogue import AGE_BANDS

CONSORTIUM_ONLY: Final = "Whole consortium"
"""The focus when no borough is chosen."""


@dataclass(frozen=True)
class Field:
    """One filter that keeps rows: `stored` maps the words on screen to the column's values, where they differ."""

    key: str
    label: str
    column: str
    options: tuple[str, ...]
    stored: tuple[tuple[str, str], ...] = ()

    def values(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Give the column's values for words on screen."""
        return tuple(dict(self.stored).get(word, word) for word in words)


PROVIDER: Final = "provider"
"""The one field whose options come from what is loaded."""

UASC: Final = (("Unaccompanied asylum-seeking", "true"), ("Other children", "false"))

FIELDS: Final = (
    Field("type", "Placement type", "placement_type", tuple(labels.PLACEMENT_TYPES)),
    Field(PROVIDER, "Provider", "provider", ()),
    Field("sector", "Provider sector", "provider_sector", tuple(labels.SECTORS)),
    Field("age", "Age band", "age_band", tuple(AGE_BANDS)),
    Field("sex", "Sex", "sex", tuple(labels.SEX)),
    Field("need", "Need level", "need_level", tuple(labels.NEED_LEVELS)),
    Field("legal", "Legal status", "legal_status", tuple(labels.LEGAL_STATUS.values())),
    Field("uasc", "Asylum-seeking children", "is_uasc", tuple(word for word, _ in UASC), UASC),
)

EVERY: Final = "All"
"""The choice that narrows nothing, of a filter that takes one value."""

COHORTS: Final = ("In care", "At home", "Other authorities' children", "Not recorded")
OF_PAGES: Final = (
    Field("cohort", "Whose children", "cohort", COHORTS, (("Other authorities' children", "Other authority's child"),)),
)
"""Filters of one value that one page sets for itself: not in the sidebar, not kept from page to page."""

FOCUS: Final = "borough"
COMPARE: Final = "compare"
SINCE: Final = "from"
UNTIL: Final = "to"
"""Widget keys and URL parameters beside those of the fields."""

BY_COLUMN: Final = {field.column: field for field in FIELDS}
BY_KEY: Final = {field.key: field for field in (*FIELDS, *OF_PAGES)}
