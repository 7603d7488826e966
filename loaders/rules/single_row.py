"""Rules that one row can keep or break by itself."""

from typing import Final

from loaders.rules.rule import Rule

EPISODES: Final = "ssda903_episodes"
MISSING: Final = "ssda903_missing"
MEND: Final = "Correct one of the two."


def _provider(number: str, text: str) -> Rule:
    return Rule(number, EPISODES, "PLACE_PROVIDER", text, MEND)


_RULES: Final = (
    Rule("148", EPISODES, "REC", "DEC and REC must both be given, or neither.", "Give the one that is missing."),
    Rule("354", EPISODES, "DECOM", "The episode begins after the last day of the return.", "Correct the date."),
    Rule("355", EPISODES, "DEC", "The episode lasts less than 24 hours.", "Take it out, or correct its dates."),
    Rule("356", EPISODES, "DEC", "The episode ends before it begins.", "Correct the dates."),
    Rule("385", EPISODES, "DEC", "The episode ends after the last day of the return.", "Correct the date."),
    _provider("178", "Temporary and other placements have no provider, but one is given."),
    Rule("526", EPISODES, "PLACE_PROVIDER", "The placement has no provider.", "Give who provides it."),
    _provider("527", "Own provision (PR1) cannot be with parents (P1), nor of the types R2 or R5."),
    _provider("528", "Another authority's provision (PR2) cannot be with parents (P1), nor of the types R2 or R5."),
    _provider("529", "Other public provision (PR3) cannot be P1, A3 to A6, K1, K2 or U1 to U6."),
    _provider("530", "Private provision (PR4) cannot be with parents (P1)."),
    _provider("531", "Voluntary provision (PR5) cannot be with parents (P1)."),
    _provider("550", "Parents (PR0) can only provide a placement with parents (P1)."),
    Rule("378", EPISODES, "LS", "A child placed with parents (P1) cannot be under section 20 (V2).", MEND),
    Rule("380", EPISODES, "PLACE", "Care cannot begin with a temporary placement.", "Give the placement before it."),
    Rule("381", EPISODES, "PLACE", "Care cannot end with a temporary placement.", "Give the placement after it."),
    Rule("408", EPISODES, "LS", "A child placed for adoption under an order (A5, A6) has no placement order.", MEND),
    Rule("218", EPISODES, "URN", "The placement needs Ofsted's URN.", "Give it, or XXXXXXX if it has none."),
    Rule("222", EPISODES, "URN", "A placement of this type has no Ofsted URN.", MEND),
    Rule(
        "392c",
        EPISODES,
        "PL_POST",
        "The postcode is not in use.",
        "Correct it: without it area and distance are not known.",
    ),
    Rule(
        "392d",
        EPISODES,
        "PL_POST",
        "Home and placement have the same postcode, but the child is not with parents.",
        "Correct the wrong one.",
    ),
    Rule(
        "1015",
        EPISODES,
        "PL_POST",
        "Own provision (PR1) lies outside the borough.",
        "Correct the provider or the postcode, if either is wrong.",
    ),
    Rule("567", MISSING, "MIS_END", "The incident ends before it begins.", "Correct the dates."),
    Rule("570", MISSING, "MIS_START", "The incident begins after the last day of the return.", "Correct the date."),
    Rule("571", MISSING, "MIS_END", "The incident ends outside the return's year.", "Correct the date."),
)

ROWS: Final = {rule.number: rule for rule in _RULES}
"""By number."""
