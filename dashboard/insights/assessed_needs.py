"""On how many children every figure about needs rests."""

from dashboard.data.comparisons import Estimate, one
from dashboard.faults import in_words
from dashboard.filters.selection import Selection


def covered(share: Estimate) -> str:
    """Say on how many children every figure about needs rests."""
    if share.value is None or share.denominator is None:
        return f"Share of children assessed: {share.mark or '[x]'}."
    return f"{share.value:.0f}% of {share.denominator:,.0f} children are assessed."


def needs_note(selection: Selection) -> str:
    """Say for how many of the focus's children needs are assessed; where that fails, a sentence that says so."""
    return in_words("Assessed children", lambda: covered(one("assessed_share", selection)))
