"""What is repaired when returns are put together: each repair once, and what leaving it undone risks."""

from dataclasses import dataclass
from typing import Final

EPISODES: Final = "ssda903_episodes"
MISSING: Final = "ssda903_missing"
COSTS: Final = "costs"

COUNTED_ONCE: Final = "Children are still counted once, but placements, days and costs may be counted twice."
COUNTED_FOR_EVER: Final = "The row stays open, so that the child may count at every later date."


@dataclass(frozen=True)
class Repair:
    """One repair: of which source's rows, what was done, what the borough should do, and what is at risk without it.

    `leaves_out` is true where the row is left out, else it is changed. Source: the rules by which London's
    boroughs correct their episodes together (London Innovation and Improvement Alliance), where there is one.
    """

    source: str
    title: str
    done: str
    todo: str
    risk: str
    leaves_out: bool = False


REPAIRS: Final[dict[str, Repair]] = {
    "episode-told-otherwise": Repair(
        source=EPISODES,
        title="Told otherwise by a later return",
        done="A later return gives different details for this episode (child and start). The later return was used.",
        todo="Nothing, if the later return is right.",
        risk=f"Both rows stay. {COUNTED_ONCE}",
        leaves_out=True,
    ),
    "episode-twice-in-return": Repair(
        source=EPISODES,
        title="Twice in one return",
        done="One return has two rows for the same child and start. The one that ends last was taken; of two that end "
        "together, the one further down.",
        todo="Take the wrong row out of the return.",
        risk=f"Both rows stay. {COUNTED_ONCE}",
        leaves_out=True,
    ),
    "episode-start-corrected": Repair(
        source=EPISODES,
        title="Duplicate with another start",
        done="The open episode is there twice, with different starts and otherwise the same. It was left out.",
        todo="Take the episode out of the return that has it.",
        risk="The duplicate is closed as a stale episode is: one placement may be counted as two.",
        leaves_out=True,
    ),
    "episode-replaced": Repair(
        source=EPISODES,
        title="Replaced by a later return",
        done="The open episode is in no later return, and a later return describes the time before it again. "
        "It was left out.",
        todo="Take the episode out of the return that has it, or close it.",
        risk="The episode is closed as a stale episode is: one placement may be counted as two.",
        leaves_out=True,
    ),
    "episode-closed-by-next": Repair(
        source=EPISODES,
        title="Closed where the next episode begins",
        done="The episode was never closed, but the child's next one goes on from it. It ends where the next begins.",
        todo="Give the episode its end (DEC) and reason (REC).",
        risk=f"The episode runs on beside the next. {COUNTED_ONCE}",
    ),
    "episode-closed-before-new-care": Repair(
        source=EPISODES,
        title="Closed before care began again",
        done="The episode was never closed, but the child's care began again later. It ends on the day after the last "
        "day of the last return that had it, or on the day before care began again, and the child does not count as "
        "one who ceased to be looked after.",
        todo="Give the episode its end (DEC) and reason (REC).",
        risk=f"The episode runs on beside the next. {COUNTED_ONCE} The time between counts as care.",
    ),
    "episode-closed-with-return": Repair(
        source=EPISODES,
        title="Closed after the last return that had it",
        done="The episode is open in an old return, and later returns leave it out. It ends on the day after the last "
        "day of the old return, and the child does not count as one who ceased to be looked after.",
        todo="Give the episode its end (DEC) and reason (REC).",
        risk=COUNTED_FOR_EVER,
    ),
    "episode-closed-at-18": Repair(
        source=EPISODES,
        title="Closed when the child turned 18",
        done="The episode is open, but the child turned 18 before the last day of the return. It ends with the month "
        "of the 18th birthday, and the child does not count as one who ceased to be looked after.",
        todo="Give the episode its end (DEC) and reason (REC), or correct the date of birth (DOB).",
        risk="Someone who is 18 or over counts as a child looked after.",
    ),
    "episode-cut-at-next": Repair(
        source=EPISODES,
        title="Cut where the next episode begins",
        done="The episode ends after the child's next one begins. It ends where the next begins.",
        todo="Correct the end (DEC) of the one episode or the start (DECOM) of the other.",
        risk=f"The episodes overlap. {COUNTED_ONCE}",
    ),
    "episode-run-on-to-next": Repair(
        source=EPISODES,
        title="Run on to the next episode",
        done="The episode ends because another begins, which begins some days later and goes on from it. "
        "It ends where the next begins.",
        todo="Correct the end (DEC) of the one episode or the start (DECOM) of the other.",
        risk="The child is not looked after in the days between, and care ends and begins again.",
    ),
    "missing-told-otherwise": Repair(
        source=MISSING,
        title="Told otherwise by a later return",
        done="A later return gives different details for this incident. The later return was used.",
        todo="Nothing, if the later return is right.",
        risk="Both rows stay, and the incident counts twice.",
        leaves_out=True,
    ),
    "missing-closed-with-return": Repair(
        source=MISSING,
        title="Closed with the last return that had it",
        done="The incident is open in an old return, and later returns leave it out. It ends with the old return.",
        todo="Give the incident its end (MIS_END).",
        risk="The incident is carried over into every later year.",
    ),
    "missing-cut-at-end-of-care": Repair(
        source=MISSING,
        title="Cut where care ended",
        done="The incident goes on after the child's care ended. It ends with care.",
        todo="Give the incident its end (MIS_END).",
        risk="If the child comes back into care, the incident counts in every year from then on.",
    ),
    "price-told-otherwise": Repair(
        source=COSTS,
        title="Told otherwise by a later return",
        done="A later return gives a different price for the same child and start. The later return was used.",
        todo="Nothing, if the later return is right.",
        risk="Both prices stay, and both count as spend.",
        leaves_out=True,
    ),
    "price-twice-in-return": Repair(
        source=COSTS,
        title="Twice in one return",
        done="One return has two prices of the same child and start. The one further down was taken.",
        todo="Take the wrong row out, or add up what is paid side by side in one row.",
        risk="Both prices stay, and both count as spend.",
        leaves_out=True,
    ),
    "price-closed-with-return": Repair(
        source=COSTS,
        title="Closed after the last return that had it",
        done="The price is open in an old return, and later returns leave it out. It ends on the day after the last "
        "day of the old return.",
        todo="Give the price its end.",
        risk="The price counts as spend for as long as the child is looked after.",
    ),
    "price-cut-at-next": Repair(
        source=COSTS,
        title="Cut where the next price begins",
        done="The price runs on after the child's next one begins. It ends where the next begins.",
        todo="Give the price its end, or add up what is paid side by side in one row.",
        risk="Both prices count as spend while they overlap.",
    ),
    "price-replaced-for-a-time": Repair(
        source=COSTS,
        title="Replaced for a time",
        done="Another price of the child starts and ends while the price lasts. It replaces the price while it lasts, "
        "and the price goes on after it.",
        todo="Give the price its end if it did not go on, or add up what is paid side by side in one row.",
        risk="Both prices count as spend while they overlap.",
    ),
    "price-outside-care": Repair(
        source=COSTS,
        title="Cut to the days of care",
        done="The price covers days before or between the child's episodes. It counts on days of care alone.",
        todo="Correct the start of the price, or the episodes.",
        risk="The price counts as spend while the child is not looked after.",
    ),
    "price-cut-at-end-of-care": Repair(
        source=COSTS,
        title="Cut where care ended",
        done="The price runs on after the child's care ended. It ends with care.",
        todo="Give the price its end.",
        risk="The price counts as spend after the child has left.",
    ),
}
"""What may be repaired, by code: `Rulings.repairs_off` names the codes left undone, the table `repairs` those done."""
