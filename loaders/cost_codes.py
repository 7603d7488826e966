"""How officers write the way in which a placement was bought, and why it is far from home."""

from typing import Final

from loaders import kinds, labels

SOURCING: Final = kinds.code(
    {"F": "Framework", "B": "Block", "S": "Spot", "I": "In-house"},
    also={
        "framework lot": "Framework",
        "block local": "Block",
        "block collaborative": "Block",
        "block contract": "Block",
        "direct award": "Spot",
        "direct award/spot": "Spot",
        "spot purchase": "Spot",
        "own": "In-house",
        "internal": "In-house",
        "not recorded": "Not recorded",
    },
)
ARRANGEMENT: Final = kinds.code({"P": "Planned", "E": "Emergency"}, also={"not recorded": "Not recorded"})
DISTANCE_REASON: Final = kinds.code(
    {str(i): reason for i, reason in enumerate(labels.DISTANCE_REASON[:-1], start=1)},
    also={labels.DISTANCE_REASON[-1]: labels.DISTANCE_REASON[-1]},
)
