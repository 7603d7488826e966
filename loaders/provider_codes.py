"""How registers write the sector, the judgement and the standing of a setting."""

from typing import Final

from loaders import kinds, labels

SECTOR: Final = kinds.code(
    {label: label for label in labels.SECTORS},
    also={
        "local authority": "Own provision",
        "health authority": "Other public",
        "academy": "Other public",
        "public": "Other public",
        "voluntary organisation": "Voluntary",
        "third sector": "Voluntary",
        "charity": "Voluntary",
        "in-house": "Own provision",
    },
)
"""Ofsted's "local authority" is a setting that an authority runs itself: the own provision of that authority."""

OLDER: Final = dict.fromkeys(("adequate", "satisfactory"), "Requires improvement")
"""Words of the third of Ofsted's four grades before it was called so, in 2012 to 2015."""
CODED: Final = dict(zip("12345", (*labels.JUDGEMENTS[:4], labels.NOT_KNOWN), strict=True))
"""Ofsted's grades by their numbers, as in its lists of 2014; 5 is "not judged" at an inspection that was made."""
INTERIM: Final = (
    "improved effectiveness",
    "sustained effectiveness",
    "declined effectiveness",
    "declined in effectiveness",
    "good progress",
    "satisfactory progress",
    "inadequate progress",
    "nms not met",
    "nms met",
)
"""What an interim or monitoring inspection says: how a setting has done since its last full one, no judgement of it."""
JUDGEMENT: Final = kinds.listed(
    labels.JUDGEMENTS,
    also={
        "requires improvement to be good": "Requires improvement",
        "ri": "Requires improvement",
        "not judged": labels.NOT_INSPECTED,
        "not inspected": labels.NOT_INSPECTED,
        "no inspection": labels.NOT_INSPECTED,
        "awaiting inspection": labels.NOT_INSPECTED,
        **dict.fromkeys(INTERIM, labels.NOT_KNOWN),
        **OLDER,
        **CODED,
    },
)

REGISTRATION: Final = kinds.listed(
    labels.REGISTRATION,
    also={
        **dict.fromkeys(("active", "open", "live"), "Registered"),
        **dict.fromkeys(("proposed", "applied", "application", "pending"), "Not yet registered"),
        **dict.fromkeys(("cancelled", "deregistered", "resigned", "removed", "inactive", "expired"), "Closed"),
    },
)
