"""Will a target be met? The limits of a process against it, as NHS England's Making Data Count does.

A target beyond the limits on the side that the process has left behind is met every month unless something changes;
beyond them on the other side it never is; inside them chance decides. Nothing is said of a measure without a good
direction, or of a process on trial limits.
"""

from enum import StrEnum

from metrics.card import Polarity
from metrics.variation import Process


class Assurance(StrEnum):
    """Whether a process, left as it is, meets its target."""

    MET = "will be met"
    MISSED = "will not be met"
    HIT_OR_MISS = "hit or miss"
    NOT_JUDGED = "not judged"


def assured(run: Process, target: float, polarity: Polarity) -> Assurance:
    """Judge the limits of a process against a target in the same unit."""
    if polarity is Polarity.NEITHER or run.is_trial:
        return Assurance.NOT_JUDGED
    if run.lower <= target <= run.upper:
        return Assurance.HIT_OR_MISS
    is_over = run.lower > target
    return Assurance.MET if is_over == (polarity is Polarity.HIGH) else Assurance.MISSED
