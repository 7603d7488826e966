"""How registers write the sector, the judgement and the standing of a setting."""

from typing import Final

from loaders import kinds, labels

SECTOR: Final = kinds.code(
    {label: label for label in labels.SECTORS},
    also={
        "local authority": "Own provision",
        "health authority": "Other public",
        "public": "Other public",
        "voluntary organisation": "Voluntary",
        "third sector": "Voluntary",
        "charity": "Voluntary",
        "in-house": "Own provision",
    },
)
"""Ofsted's "local authority" is a setting that an authority runs itself: the own provision of that authority."""
JUDGEMENT: Final = kinds.listed(
    labels.JUDGEMENTS,
    also={
        "requires improvement to be good": "Requires improvement",
        "ri": "Requires improvement",
        "not judged": "Not yet inspected",
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
