"""Rules across the rows and tables of a borough's return, or of it and the one before."""

from typing import Final

from loaders.rules.rule import Rule

HEADER: Final = "ssda903_header"
EPISODES: Final = "ssda903_episodes"
MISSING: Final = "ssda903_missing"

_RULES: Final = (
    Rule("142", EPISODES, "DEC", "The next episode has begun, but this one has not ended.", "Give DEC and REC."),
    Rule("501", EPISODES, "DECOM", "The episode begins before the one before it has ended.", "Correct the dates."),
    Rule(
        "388",
        EPISODES,
        "REC",
        "The episode ends because a new one begins (X1), but none begins that day.",
        "Correct DEC or REC, or add the episode that is missing.",
    ),
    Rule(
        "432",
        EPISODES,
        "RNE",
        "Care had ended with the episode before, but this one does not start it again (S).",
        "Correct RNE, or REC of the episode before.",
    ),
    Rule(
        "433",
        EPISODES,
        "DECOM",
        "The episode goes on from another, but not on the day on which that one ended.",
        "Correct the dates, or add the episode that is missing.",
    ),
    Rule(
        "437",
        EPISODES,
        "REC",
        "The child died or was found to be 18 or over, but further episodes follow.",
        "Correct REC, or take out what follows.",
    ),
    Rule(
        "504",
        EPISODES,
        "CIN",
        "The category of need is not that of the start of care.",
        "Give the one recorded when care began.",
    ),
    Rule("302", EPISODES, "DECOM", "The episode begins before the child was born.", "Correct DECOM or DOB."),
    Rule("352", EPISODES, "DECOM", "The child was 18 or over when care began.", "Correct DECOM or DOB."),
    Rule(
        "359",
        EPISODES,
        "DEC",
        "The child is 18 or over and still looked after, but not in a children's home (V2, K2).",
        "Give DEC and REC, or correct DOB.",
    ),
    Rule(
        "392b",
        EPISODES,
        "PL_POST",
        "The child is looked after, but a postcode is missing.",
        "Give both postcodes: without them area and distance are not known.",
    ),
    Rule(
        "502",
        EPISODES,
        "DECOM",
        "The return before ended with an open episode, which this one does not begin with.",
        "Give the open episode with the start it had.",
    ),
    Rule("574", MISSING, "MIS_START", "The incident begins while the one before it goes on.", "Correct the dates."),
    Rule("577", MISSING, "MIS_END", "Care has ended, but the incident has not, or ends later.", "Give MIS_END."),
    Rule("578", MISSING, "MIS_START", "The incident begins while the child is not looked after.", "Correct the dates."),
    Rule("202", HEADER, "SEX", "The sex is not that of the return before.", "Correct the one that is wrong."),
    Rule(
        "203", HEADER, "DOB", "The month of birth is not that of the return before.", "Correct the one that is wrong."
    ),
    Rule("INT03", EPISODES, "CHILD", "The child is not in the header.", "Add the child to the header."),
    Rule("INT04", MISSING, "CHILD", "The child is not in the header.", "Add the child to the header."),
    Rule("EPI", HEADER, "CHILD", "The child has no episode.", "Add the episodes, or take the child out."),
)

WHOLE: Final = {rule.number: rule for rule in _RULES}
"""By number."""
