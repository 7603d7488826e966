"""How officers write what was agreed: in letters, in words, in those of the Placements North West census."""

from typing import Final

from loaders import kinds, labels

SOURCING: Final = kinds.code(
    {"F": "Framework", "B": "Block", "S": "Spot", "I": "In-house"},
    also={
        "framework lot": "Framework",
        "block local": "Block",
        "block collaborative": "Block",
        "block contract": "Block",
        "block contract - local": "Block",
        "block contract - collaborative": "Block",
        "GM RCC flexi block": "Block",
        "NW Contract - SaILS DPS or previous": "Framework",
        "NW Contract - Supported Accommodation DPS or previous": "Framework",
        "NW Contract - Residential FPS or previous": "Framework",
        "NW Contract - Fostering FPS or previous": "Framework",
        "NW Contract - SEND FPS": "Framework",
        "Sub Regional Contract - LCR PPA": "Framework",
        "Sub Regional Contract - Other": "Framework",
        "local contract or framework": "Framework",
        "direct award": "Spot",
        "direct award/spot": "Spot",
        "direct award / spot purchase": "Spot",
        "direct award / off framework": "Spot",
        "spot purchase": "Spot",
        "own": "In-house",
        "internal": "In-house",
        "not recorded": "Not recorded",
    },
)
ARRANGEMENT: Final = kinds.code({"P": "Planned", "E": "Emergency"}, also={"not recorded": "Not recorded"})
_FAMILY, _SPECIALIST, _SAFETY, _NONE_LOCAL, _SIBLING, _UNKNOWN = labels.DISTANCE_REASON
DISTANCE_REASON: Final = kinds.code(
    {str(i): reason for i, reason in enumerate(labels.DISTANCE_REASON[:-1], start=1)},
    also={
        _UNKNOWN: _UNKNOWN,
        "unknown": _UNKNOWN,
        "not applicable": _UNKNOWN,
        "safeguarding requirement": _SAFETY,
        "requirement for DOLS or LPS placement": _SPECIALIST,
        "requirement for specialist SEND provision": _SPECIALIST,
        "requirement for other specialist provision": _SPECIALIST,
        "no placement available locally": _NONE_LOCAL,
        "placement available locally but provider refused due to need": _NONE_LOCAL,
        "placement available locally but provider refused due to matching": _NONE_LOCAL,
        "provision within distance exists but is not available": _NONE_LOCAL,
        "provision within distance does not exist": _NONE_LOCAL,
    },
)
SOLO: Final = kinds.yes_or_no(
    yes=("Yes, and is in a solo placement", "No, but is in a solo placement"),
    no=("Yes, but is not in a solo placement", "No, and is not in a solo placement"),
)
"""Whether the child is alone, whatever the child is said to need."""
DEPRIVED: Final = kinds.yes_or_no(yes=("DoLS (current)",), no=("DoLS (previous)",))
