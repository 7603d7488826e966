"""Is a borough's figure nearer the truth when it is drawn towards all boroughs', the more the smaller it is?

By partial pooling, as Compare shows it of small boroughs.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from bench.still import PUBLISHED
from metrics.statistics.partial_pooling import pooled

TIMES: Final = 4_000
SEED: Final = 2026
SIZES: Final[dict[str, tuple[int, ...]]] = {
    "eight boroughs of the published sizes": PUBLISHED,
    "eight boroughs of 15": (15,) * 8,
    "fourteen boroughs of 30 to 420": tuple(range(30, 450, 30)),
}
SPREADS: Final = (0.05, 0.15, 0.30)
"""Standard deviations of the truth between boroughs, as shares of its mean."""

MEASURES: Final[dict[str, tuple[float, float]]] = {
    "Share of 60%": (0.60, (0.6 * 0.4) ** 0.5),
    "Share of 15%": (0.15, (0.15 * 0.85) ** 0.5),
    "Weekly cost of £1,500": (1_500.0, 1_900.0),
}
"""Means, and standard deviations of one child."""

TIE: Final = 1e-9
"""Where boroughs are drawn together wholly, they keep the order of what is shown raw."""


def compared(sizes: Sequence[int], mean: float, deviation: float, spread: float) -> tuple[float, float, float, float]:
    """Give the typical error of raw and of pooled figures, and how often the highest shown is truly the highest."""
    dice, errors = np.random.default_rng(SEED), deviation / np.sqrt(np.array(sizes, np.float64))
    truth = dice.normal(mean, spread * mean, (TIMES, len(sizes)))
    raw = dice.normal(truth, errors)
    near = pooled(raw, errors) + raw * TIE
    off = [float(np.sqrt(((shown - truth) ** 2).mean())) / mean for shown in (raw, near)]
    top = [float((shown.argmax(axis=1) == truth.argmax(axis=1)).mean()) for shown in (raw, near)]
    return off[0], off[1], top[0], top[1]


def pooling() -> str:
    """Give a table: errors in percent of the mean, and how often the borough shown highest is the highest."""
    heads = "".join(f" boroughs differ by {spread:.0%} |" for spread in SPREADS)
    lines = [f"| raw, pooled: typical error; highest rightly shown |{heads}", f"|---|{'---|' * len(SPREADS)}"]
    for name, sizes in SIZES.items():
        for measure, (mean, deviation) in MEASURES.items():
            cells = [_cell(*compared(sizes, mean, deviation, spread)) for spread in SPREADS]
            lines.append(f"| {measure}, {name} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _cell(raw: float, near: float, raw_top: float, near_top: float) -> str:
    return f"{raw:.0%}, {near:.0%}; {raw_top:.0%}, {near_top:.0%}"
