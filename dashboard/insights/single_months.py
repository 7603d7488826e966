"""Single unusual months of a measure that begins again each month: what is not a change for good."""

from collections.abc import Sequence
from typing import Final

from dashboard.charts.number_format import month as month_name
from dashboard.data.headlines import Month, is_level
from dashboard.data.settled_months import settled_run
from dashboard.insights.level_steps import alone as alone_in
from dashboard.insights.variation import LOOKED_BACK, TOO_FEW
from dashboard.insights.wording import listed, said
from metrics import Metric, Unit
from metrics.statistics.control_chart import process

COUNTED: Final = (Unit.INCIDENTS, Unit.CHILDREN)


def alone(metric: Metric, run: Sequence[Month]) -> str:
    """Say which months of the last two years were out of line alone: `May 2024 alone was unusually high (61)`.

    Nothing of a measure whose months carry over from one to the next.
    """
    seen = settled_run(run)[-LOOKED_BACK:]
    if is_level(metric) or metric.unit not in COUNTED or len(seen) < TOO_FEW:
        return ""
    found = process([figure.value or 0.0 for _, figure in seen])
    odd = [(*seen[at], found.sides[at]) for at in alone_in(found)]
    told = [
        f"{month_name(day)} alone was unusually {'high' if side > 0 else 'low'} ({said(metric, figure)})"
        for day, figure, side in odd
    ]
    return listed(told) if len(told) <= 2 else f"{len(told)} single months were unusual"
