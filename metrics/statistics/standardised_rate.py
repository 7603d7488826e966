"""A rate as it would be if the area had the ages (or the mix) of all: directly standardised, with Dobson's interval.

Each stratum's own rate is weighed by its share of the standard. The interval stretches Byar's of all events to the
spread of the weighed sum: value + sqrt(variance / events) (limit - events), where the variance sums w^2 O / n^2. That
is for rates, which have no top. A share has one: its interval is Wilson's, of the number of children that would tell a
plain share with the same variance, the sum of w^2 p (1 - p) / n. Neither is given under ten events in all, nor where a
stratum of the standard has nobody in the area.

Sources: Dobson, Kuulasmaa, Eberle and Scherer (1991), Confidence intervals for weighted sums of Poisson parameters,
Statistics in Medicine 10, 457 to 462; effective size: Korn and Graubard (1998), Confidence intervals for proportions
with small expected number of positive counts, Survey Methodology 24, 193 to 201; fewest events: Morris and others
(2018), as the Office for Health Improvement and Disparities.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np

from metrics.statistics.intervals import poisson, wilson_of

FEWEST: Final = 10
"""Events in all under which no rate is standardised."""


@dataclass(frozen=True)
class Standardised:
    """A standardised rate with the ends of its 95% interval, in the unit asked for."""

    value: float
    lower: float
    upper: float


def standardised(
    events: Sequence[float],
    sizes: Sequence[float],
    standard: Sequence[float],
    *,
    scale: float = 1.0,
    is_share: bool = False,
) -> Standardised | None:
    """Standardise events among sizes, stratum by stratum, to a standard in the same order; None where too few.

    `is_share`: each of those counted has the event or not, so that neither the share nor its interval passes one.
    `scale` is the unit's (`Unit.scale`): 100 gives a percentage, 10,000 a rate per 10,000. From released figures
    alone: of a hidden stratum the whole is not known.
    """
    known = [(seen, size, weight) for seen, size, weight in zip(events, sizes, standard, strict=True) if weight > 0]
    total = sum(seen for seen, _, _ in known)
    if total < FEWEST or any(size <= 0 for _, size, _ in known):
        return None
    whole = sum(weight for _, _, weight in known)
    value = sum(weight * seen / size for seen, size, weight in known) / whole
    if is_share:
        value = min(value, 1.0)  # sums of floats pass one by their last digit
        ends = _of_share(value, [(seen, size, weight / whole) for seen, size, weight in known])
        return Standardised(scale * value, *(scale * end for end in ends))
    variance = sum((weight / whole / size) ** 2 * seen for seen, size, weight in known)
    lower, upper = (float(end[0]) for end in poisson(np.array([total], dtype=np.float64)))
    stretch = sqrt(variance / total)
    ends = (value + stretch * (end - total) for end in (lower, upper))
    return Standardised(scale * value, *(max(scale * end, 0.0) for end in ends))


def _of_share(share: float, known: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """Give Wilson's interval of as many as would tell a plain share as surely; of all where nobody differs."""
    variance = sum(weight**2 * seen / size * (1 - seen / size) / size for seen, size, weight in known)
    n = share * (1 - share) / variance if variance > 0 else sum(size for _, size, _ in known)
    return wilson_of(share, n)
