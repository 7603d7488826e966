"""What an address may hold: each parameter once, with its words on screen, its options and how it is asked.

The filters of the sidebar are in `fields`; here are the questions that a page asks for itself, and what is chosen
beside the filters. A saved view keeps those that say so.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, Literal

from dashboard.auth.current_user import NAMES, RELEASE
from dashboard.filters.fields import COHORTS, COMPARE, EVERY, FIELDS, FOCUS, PROVIDER, SINCE, UNTIL
from loaders import labels
from metrics import Theme

Form = Literal["list", "radio", "segments", "pills"]


class Loaded(Enum):
    """Options that come from what is loaded."""

    BOROUGHS = auto()
    COMPARISONS = auto()
    MONTHS = auto()
    PROVIDERS = auto()
    MEASURES = auto()


@dataclass(frozen=True)
class Parameter:
    """One parameter of an address: its key, its label on screen, its options, and what each of them means in the code.

    `captions` explain the options, one each; `tip` explains the question. `persists`: the answer is kept from page to
    page. `is_kept`: a saved view keeps it.
    """

    key: str
    label: str
    options: tuple[str, ...] | Loaded
    meanings: tuple[str, ...] = ()
    form: Form = "list"
    captions: tuple[str, ...] = ()
    tip: str | None = None
    width: int | None = None
    persists: bool = False
    is_kept: bool = True

    @property
    def own_options(self) -> tuple[str, ...]:
        """The options that are the same whatever is loaded."""
        return () if isinstance(self.options, Loaded) else self.options

    def meaning(self, words: str | None) -> str:
        """Give what the words of an option mean in the code; of any other words what the first means."""
        meanings = dict(zip(self.own_options, self.meanings, strict=True))
        return meanings.get(words or "", self.meanings[0])


THEMES: Final = tuple(theme for theme in Theme if theme is not Theme.PUBLISHED)
"""The themes that a pack can have; what others published stands beside our own figures in each of them."""

MEASURE: Final = Parameter("measure", "Measure", Loaded.MEASURES, tip="Type to search")
AGAINST: Final = Parameter("against", "Compare with", Loaded.MONTHS, width=280)
NEED_TYPE: Final = Parameter("need_type", "Cost against need, placement type", tuple(labels.PLACEMENT_TYPES))

FAR: Final = Parameter(
    "far",
    "Over 20 miles from home: which definition?",
    ("Outside the borough too (LAIT)", "Wherever (DfE dashboard)"),
    ("over_20_miles_lait", "over_20_miles_dfe"),
    form="radio",
    captions=(
        "More than 20 miles from home and in another authority's area: Local Authority Interactive Tool.",
        "More than 20 miles from home, in the borough or not: the Department's outcomes and enablers dashboard.",
    ),
)
"""Which of the two national measures of children far from home; meanings are metrics."""

NEEDS_AS: Final = Parameter(
    "needs_as",
    "Show needs as",
    ("Share with the need", "Mean score"),
    ("need_occurrence", "need_score_mean"),
    form="segments",
    persists=True,
)
"""How the heat maps show a need; meanings are metrics."""

CHILDREN_BY: Final = Parameter(
    "children_by",
    "Children looked after by",
    ("Category of need", "Age", "Sex", "Ethnicity", "Legal status"),
    ("category_of_need", "age_band", "sex", "ethnicity", "legal_status"),
    persists=True,
)
"""What children looked after are counted by; meanings are dimensions."""

COHORT: Final = Parameter("cohort", "Whose children", (EVERY, *COHORTS), form="pills", persists=True)

PROVIDER_PAGE: Final = Parameter("provider_page", "A provider's own page", Loaded.PROVIDERS)
BESIDE: Final = Parameter("beside", "Two to five providers", Loaded.PROVIDERS)
PACK_THEMES: Final = Parameter("themes", "Themes", tuple(theme.heading for theme in THEMES))
PACK_ROWS: Final = Parameter("rows", "Boroughs in tables and bars", Loaded.BOROUGHS)
PACK_FORMAT: Final = Parameter("format", "Format", ("PDF", "PowerPoint", "Excel"), ("pdf", "pptx", "xlsx"))

EVENT_PAGES: Final = Parameter("shown", "Pages", (), is_kept=False)
EVENT_PAUSE: Final = Parameter(
    "pause",
    "Go forward",
    ("By hand", "Every 15 seconds", "Every 30 seconds", "Every minute"),
    ("0", "15", "30", "60"),
    is_kept=False,
)
"""The pause between screens; meanings are seconds, zero by hand."""

SHOWN_RELEASE: Final = Parameter(RELEASE, "Release", tuple(NAMES))

OF_SIDEBAR: Final = (
    Parameter(FOCUS, "Borough", Loaded.BOROUGHS),
    Parameter(COMPARE, "Compare with", Loaded.COMPARISONS),
    Parameter(SINCE, "From", Loaded.MONTHS),
    Parameter(UNTIL, "To", Loaded.MONTHS),
    SHOWN_RELEASE,
    *(Parameter(each.key, each.label, Loaded.PROVIDERS if each.key == PROVIDER else each.options) for each in FIELDS),
)

PARAMETERS: Final = {
    each.key: each
    for each in (
        *OF_SIDEBAR,
        MEASURE,
        AGAINST,
        NEED_TYPE,
        FAR,
        NEEDS_AS,
        CHILDREN_BY,
        COHORT,
        PROVIDER_PAGE,
        BESIDE,
        PACK_THEMES,
        PACK_ROWS,
        PACK_FORMAT,
        EVENT_PAGES,
        EVENT_PAUSE,
    )
}
"""Every parameter by its key."""
