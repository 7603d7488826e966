"""Which of our metrics has a published twin, and how the two differ. Said in this one place."""

from typing import Final, NamedTuple

DFE: Final = "Department for Education, Children looked after in England"
LAIT: Final = "Department for Education, Local Authority Interactive Tool"


class Part(NamedTuple):
    """A published series: its measure and, where it is of a part only, the breakdown."""

    measure: str
    breakdown: str | None = None


class Twin(NamedTuple):
    """A published series of one of our metrics.

    `differs` says how its definition differs from ours, and is empty where they are the same. `above` and `below`
    are the published counts that it is a ratio of, by which several authorities are put together; a count has
    itself above and nothing below.
    """

    measure: str
    breakdown: str | None
    differs: str
    source: str
    above: Part | None = None
    below: Part | None = None

    @property
    def series(self) -> Part:
        """The series that is shown."""
        return Part(self.measure, self.breakdown)


YEAR_END: Final = "Children looked after on 31 March"
RATES: Final = "Number and rate of children"
STABLE: Final = "Placement stability"
MISSING: Final = "Children missing or away"

SPENT: Final = (
    "The published figure has the outturn of the section 251 statement, overheads included, rounded to GBP 5; ours has"
    " the prices of placements alone."
)
RECORDED: Final = "Authorities differ in what they record as missing and as away, and some record all as missing."


def _rated(group: str, tool: str) -> tuple[Twin, ...]:
    """Give the twins of a rate for every 10,000 children."""
    counted, people = Part(f"{RATES}: number", group), Part(f"{RATES}: population", group)
    return (
        Twin(f"{RATES}: rate per 10,000", group, "", DFE, counted, people),
        Twin(tool, None, "", LAIT),
    )


def _counted(group: str, tool: str) -> tuple[Twin, ...]:
    series = Part(f"{RATES}: number", group)
    return (Twin(*series, "", DFE, series), Twin(tool, None, "", LAIT, Part(tool)))


def _share(group: str, part: str, tool: str = "") -> tuple[Twin, ...]:
    """Give the twins of a share of children looked after on 31 March."""
    above, below = Part(f"{YEAR_END}: number", f"{group}: {part}"), Part(f"{YEAR_END}: number", f"{group}: Total")
    first = Twin(f"{YEAR_END}: percentage", f"{group}: {part}", "", DFE, above, below)
    return (first, Twin(tool, None, "", LAIT)) if tool else (first,)


def _stability(group: str, part: str, tool: str) -> tuple[Twin, ...]:
    above, below = Part(f"{STABLE}: number", f"{group}: {part}"), Part(f"{STABLE}: number", f"{group}: Total children")
    return (
        Twin(f"{STABLE}: percentage", f"{group}: {part}", "", DFE, above, below),
        Twin(tool, None, "", LAIT),
    )


def _lait(tool: str, differs: str = "") -> tuple[Twin, ...]:
    return (Twin(tool, None, differs, LAIT),)


LOOKED_AFTER: Final = "Children looked after on 31 March each year"
STARTED: Final = "Children starting to be looked after each year"
CEASED: Final = "Children ceasing to be looked after each year"
FAR: Final = "Distance between home and placement"

TWINS: Final[dict[str, tuple[Twin, ...]]] = {
    "children_looked_after": _counted(LOOKED_AFTER, "LACnum"),
    "rate_per_10000": _rated(LOOKED_AFTER, "LAC"),
    "started": _counted(STARTED, "LACnum_Start"),
    "started_per_10000": _rated(STARTED, "LAC_Start_Rate"),
    "ceased": _counted(CEASED, "LACceased"),
    "ceased_per_10000": _rated(CEASED, "LAC_Cease_Rate"),
    "three_or_more_placements": _stability(
        "CLA on 31 March", "With 3 or more placements during the year", "LACStable_2016on"
    ),
    "long_term_stability": _stability(
        "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years",
        "Living with the same carer for at least 2 years",
        "LAC_LongStable%",
    ),
    "foster": _share("Placement", "Foster placements", "LAC_Foster_Placements"),
    "secure_and_childrens_homes": _share("Placement", "Secure homes and children's homes", "LAC_SecHome_And_ChildHome"),
    "supported_accommodation": _share(
        "Placement",
        "Independent and semi-independent living arrangements/supported accommodation",
        "LAC_Ind_SInd_Liv_Arr",
    ),
    "other_residential": _share("Placement", "Other residential settings", "LAC_Other_Res_Settings"),
    "residential_school": _share("Placement", "Residential schools"),
    "placed_for_adoption": _share("Placement", "Placed for adoption"),
    "with_parents": _share(
        "Placement", "Placed with parents or other person with parental responsibility", "LAC_Parents_OR_Others"
    ),
    "other_placements": _share("Placement", "Other placements", "LAC_Other_Place_Inc_Unreg"),
    "own_provision": _share("Place providers", "Own provision (by the LA)"),
    "private_provision": _share("Place providers", "Private provision"),
    "voluntary_provision": _share("Place providers", "Voluntary/third sector provision"),
    "outside_borough": _share("Locality of placement", "Placed outside the local authority boundary"),
    "over_20_miles_lait": _share(
        f"{FAR} and locality of placement",
        "4. Placed outside the LA boundary, more than 20 miles from home",
        "LACDistance",
    ),
    "over_20_miles_dfe": _share(FAR, "Placed more than 20 miles from home"),
    "disability_share": _share("Category of need", "N2. Child's disability"),
    "uasc_share": _share("Unaccompanied asylum-seeking children", "UASC", "Unacc_Asylmn_Seek_Childn%"),
    "sdq_mean": _lait("Emotional_LAC"),
    "missing_share": _lait("Children_missing", RECORDED),
    "away_share": _lait("Children_Away", RECORDED),
    "missing_incidents_per_child": (
        Twin(
            f"{MISSING}: number",
            "Average number of missing incidents per looked after child who went missing",
            RECORDED,
            DFE,
        ),
    ),
    "unit_cost_children": _lait("LACFinance", SPENT),
    "unit_cost_fostering": _lait("FosteringFinance", SPENT),
    "unit_cost_residential": _lait("RescareFinance", SPENT),
}
"""Slug of a metric to its published twins, the one to be preferred first; a metric that has none is absent.

Explore Education Statistics comes before the Local Authority Interactive Tool, which copies it. Both round shares
and rates to whole numbers, and England's and regions' counts to 10.
"""
