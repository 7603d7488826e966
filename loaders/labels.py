"""The field's own words for SSDA903 codes, each list said once (DfE guide to the SSDA903 return).

Codes live here and in the sources that read them, nowhere else: clean tables carry labels and flags.
"""

from typing import Final

SEX: Final = ["Female", "Male", "Unknown"]

ETHNICITY: Final = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WROM": "Gypsy or Roma",
    "WOTH": "Any other White background",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "Any other Mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "Any other Asian background",
    "BCRB": "Caribbean",
    "BAFR": "African",
    "BOTH": "Any other Black background",
    "CHNE": "Chinese",
    "OOTH": "Any other ethnic group",
    "REFU": "Refused",
    "NOBT": "Not yet obtained",
}

CATEGORY_OF_NEED: Final = {
    "N1": "Abuse or neglect",
    "N2": "Child's disability",
    "N3": "Parental illness or disability",
    "N4": "Family in acute stress",
    "N5": "Family dysfunction",
    "N6": "Socially unacceptable behaviour",
    "N7": "Low income",
    "N8": "Absent parenting",
}

LEGAL_STATUS: Final = {
    "C1": "Interim care order",
    "C2": "Full care order",
    "D1": "Freeing order",
    "E1": "Placement order",
    "V2": "Voluntary agreement (section 20)",
    "V3": "Short breaks, each recorded",
    "V4": "Short breaks, by agreement",
    "L1": "Police protection",
    "L2": "Emergency protection order",
    "L3": "Child assessment order",
    "J1": "Remanded",
    "J2": "Police and Criminal Evidence Act",
    "J3": "Youth rehabilitation order",
}

PROVIDER_SECTOR: Final = {
    "PR0": "Parents",
    "PR1": "Own provision",
    "PR2": "Other local authority",
    "PR3": "Other public",
    "PR4": "Private",
    "PR5": "Voluntary",
}
SECTOR_NOT_REPORTED: Final = "Not reported"
SECTORS: Final = [*PROVIDER_SECTOR.values(), SECTOR_NOT_REPORTED]

PLACEMENT_GROUP: Final = {
    "Foster care": ["U1", "U2", "U3", "U4", "U5", "U6"],
    "Secure and children's homes": ["K1", "K2"],
    "Supported accommodation": ["H5", "P2", "K3"],
    "Residential school": ["S1"],
    "Other residential": ["R1", "R2", "R3", "R5", "P3"],
    "Placed for adoption": ["A3", "A4", "A5", "A6"],
    "With parents": ["P1"],
    "Other placements": ["Z1", "Z11", "Z12", "Z13", "Z14"],
    "Temporary": ["T0", "T1", "T2", "T3", "T4"],
}
"""The DfE's published placement groups and the codes in each, and temporary moves, which it publishes in none."""

TEMPORARY: Final = "Temporary"
"""A move away from a placement to which the child is to return (rule 383): it counts as that placement."""

PLACEMENT_GROUPS: Final = [group for group in PLACEMENT_GROUP if group != TEMPORARY]

PLACEMENT_TYPE: Final = {
    "Relative or friend foster": ["U1", "U2", "U3"],
    "In-house foster": ["U4", "U5", "U6"],
    "IFA foster": ["U4", "U5", "U6"],
    "Children's home": ["K2"],
    "Secure home": ["K1"],
    "Supported accommodation": ["H5", "K3"],
    "Independent living": ["P2"],
    "Residential school": ["S1"],
    "Residential care home": ["R1"],
    "Health setting": ["R2"],
    "Family centre": ["R3"],
    "Young offender institution": ["R5"],
    "Residential employment": ["P3"],
    "Placed for adoption": ["A3", "A4", "A5", "A6"],
    "With parents": ["P1"],
    "Other placement": ["Z1", "Z11", "Z12", "Z13", "Z14"],
    "Temporary": ["T0", "T1", "T2", "T3", "T4"],
}
"""Finer types. U4 to U6 is in-house with PR1 to PR3 or no provider, and IFA with PR4 or PR5."""

PLACEMENT_TYPES: Final = [kind for kind in PLACEMENT_TYPE if kind != TEMPORARY]

REASON_STARTED: Final = {
    "S": "Started to be looked after",
    "L": "Change of legal status only",
    "P": "Change of placement and carer",
    "T": "Change of placement, same carer",
    "B": "Change of legal status, placement and carer",
    "U": "Change of legal status and placement, same carer",
}

REASON_ENDED: Final = {
    "X1": "New episode begins",
    "E11": "Adopted, unopposed",
    "E12": "Adopted, consent dispensed with",
    "E13": "Left to live with a person without parental responsibility",
    "E14": "Remand ended",
    "E15": "Age assessed as 18 or over",
    "E16": "Moved abroad",
    "E17": "Stayed with carers at 18",
    "E2": "Died",
    "E3": "Care taken over by another authority",
    "E41": "Child arrangements order",
    "E43": "Special guardianship order",
    "E44": "Special guardianship order, other",
    "E45": "Special guardianship: former foster carer, relative",
    "E46": "Special guardianship: former foster carer, other",
    "E47": "Special guardianship: other carer, relative",
    "E48": "Special guardianship: other carer, other",
    "E4A": "Returned home, planned",
    "E4B": "Returned home, unplanned",
    "E5": "Independent living with support",
    "E6": "Independent living without support",
    "E7": "Adult residential care",
    "E8": "Other reason",
    "E9": "Sentenced to custody",
    "E99": "Closed by repair",
}

REASON_MOVED: Final = {
    "CARPL": "Care plan",
    "CLOSE": "Provision closed or carer resigned",
    "ALLEG": "Allegation",
    "STAND": "Standards of care",
    "APPRR": "Approval removed",
    "CREQB": "Carer's request, child's behaviour",
    "CREQO": "Carer's request, other",
    "CHILD": "Child's request",
    "LAREQ": "Authority's request",
    "PLACE": "Status of placement only",
    "CUSTOD": "Custody",
    "OTHER": "Other",
}

MISSING_KIND: Final = {"M": "Missing", "A": "Away without authorisation"}

COHORTS: Final = ["In care", "At home", "Other authority's child", "Not recorded"]
"""Whose child went missing: ours in care, ours at home, another authority's placed here, or no detail."""

NEED_LEVELS: Final = ["Low", "Medium", "High", "Very high", "Not assessed"]

SDQ_BANDS: Final = ["Normal", "Borderline", "Cause for concern"]

SOURCING: Final = ["Framework", "Block", "Spot", "In-house", "Not recorded"]
"""How a placement was bought."""

ARRANGEMENT: Final = ["Planned", "Emergency", "Not recorded"]

DISTANCE_REASON: Final = [
    "Closer to family or friends",
    "Specialist provision",
    "Safety of the child",
    "No local placement available",
    "Sibling placement",
    "Not recorded",
]

NEEDS: Final = {
    "Physical health": "Healthy",
    "Emotional and mental health": "Healthy",
    "Attachment and exploitation": "Safe",
    "Safe decisions": "Safe",
    "Learning difficulty or disability": "Ambitious",
    "Educational progress": "Ambitious",
    "Emotions and boundaries": "Resilient",
    "Social activities": "Resilient",
    "Self-care": "Independent",
    "Goals": "Independent",
    "Wishes and feelings": "Happy",
    "Identity and self-esteem": "Happy",
}
"""The twelve Valuing Care indicators and the domain of each (Hertfordshire and iMPOWER, 2018)."""

INDICATORS: Final = list(NEEDS)
DOMAINS: Final = list(dict.fromkeys(NEEDS.values()))

NOT_INSPECTED: Final = "Not yet inspected"
NOT_KNOWN: Final = "Not known"
JUDGEMENTS: Final = ["Outstanding", "Good", "Requires improvement", "Inadequate", NOT_INSPECTED, NOT_KNOWN]
"""Ofsted's judgements; not known where the register does not say, which is not the same as not yet inspected."""

REGISTRATION: Final = ["Registered", "Suspended", "Not yet registered", "Closed"]
"""Where a setting stands with Ofsted."""

NOT_OFSTED: Final = "XXXXXXX"
"""URN of a setting that Ofsted does not register (SSDA903 guide)."""
URN_STATUS: Final = ["In the register", "Not in the register", "Not registered with Ofsted", "Not given"]
"""What came of looking a placement's URN up."""
KNOWN_BY: Final = ["URN", "Sector", "Confirmed name", "Name as given", "Not known"]
"""How a placement's provider is known, the surest first."""

LEVELS: Final = ["Authority", "Region", "England"]
"""What a published figure is of."""
