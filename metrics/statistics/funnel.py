"""Boroughs of unequal size: how far from the whole chance alone takes one of each size, 95% and 99.8% of the time.

Limits of a share are p0 +- z sqrt(p0 (1 - p0) / n), of a rate r0 +- z sqrt(r0 / population). Sources: Spiegelhalter
(2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24, 1185 to 1202; Office for Health
Improvement and Disparities.
"""

from dataclasses import dataclass
from math import inf, sqrt
from typing import Final

from scipy import special

from metrics.vocabulary import Unit

Z_95: Final = float(special.ndtri(0.975))
Z_998: Final = float(special.ndtri(0.999))


@dataclass(frozen=True)
class Limits:
    """The limits at one size, in the unit of the figure; no share lies below 0% or above 100%."""

    low_95: float
    high_95: float
    low_998: float
    high_998: float


def limits(size: float, centre: float, unit: Unit) -> Limits:
    """Give the limits at a size (the denominator) round the whole's figure, `centre`, in its unit."""
    p0, top = centre / unit.scale, 1.0 if unit is Unit.PERCENT else inf
    spread = sqrt(max(p0 * (1 - p0 if unit is Unit.PERCENT else 1), 0.0) / size)
    low_95, high_95, low_998, high_998 = (
        min(max(p0 + z * spread, 0.0), top) * unit.scale for z in (-Z_95, Z_95, -Z_998, Z_998)
    )
    return Limits(low_95, high_95, low_998, high_998)
