"""What to do about each finding of the cost pro forma."""

from typing import Final

ADVICE: Final = {
    "no-basis": "Say under Amount is what it is for: day, night, week, four weeks, month or year.",
    "unlikely": "See whether it is for a day, a week, a month or a year, and say so under Amount is.",
    "total-from-parts": "Give the total, if it is another.",
    "parts-as-shares": "Write pounds, or the sign of the share: 25%.",
    "parts-fall-short": "Say who pays the rest. Where social care does, leave its part blank.",
    "parts-exceed-total": "Correct the total or its parts.",
    "packages-unclear": "Say Y or N under Includes packages.",
    "packages-exceed-total": "Correct either amount. If the total leaves packages out, say N under Includes packages.",
    "prices-rival": "Keep the right one, or give the other the day from which it holds.",
    "prices-overlap": "Give the earlier price its last day under Price to, unless it went on after the other.",
}
"""Code of the finding to what the person who hands the file in can do."""
