"""Of how many children the price is known, in words: under every figure of cost."""

from dashboard.data.comparisons import Estimate
from dashboard.data.known_prices import known as share_known
from dashboard.data.known_prices import without_episode
from dashboard.faults import in_words
from dashboard.filters.selection import Selection


def covered(share: Estimate, without: Estimate) -> str:
    """Say for how many children the price is known, and how many prices no figure holds, under every figure of cost."""
    if share.value is None:
        return f"Share of prices known: {share.mark or '[x]'}; {unplaced(without)}."
    percent = f"{share.value:.0f}%"
    if share.n is None:
        return f"Price known for {percent} of children; {unplaced(without)}."
    known = share.value * share.n / 100
    return f"Price known for {known:,.0f} of {share.n:,.0f} children ({percent}); {unplaced(without)}."


def unplaced(without: Estimate) -> str:
    """Say how many prices have no episode, and so are in no figure of cost."""
    if without.value is None:
        return f"prices without an episode {without.mark or '[x]'}"
    if not without.value:
        return "every price has an episode"
    return f"{without.value:,.0f} price{' has' if without.value == 1 else 's have'} no episode"


def known(share: Estimate) -> str:
    """Say in few words for how many children the price is known."""
    return f"price known for {share.mark or '[x]' if share.value is None else f'{share.value:.0f}%'}"


def prices_note(selection: Selection) -> str:
    """Say for how many of the focus's children the price is known; where that fails, a sentence that says so."""
    return in_words("Known prices", lambda: covered(share_known(selection), without_episode(selection)))
