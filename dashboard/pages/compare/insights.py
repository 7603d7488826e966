"""What one measure says of every borough: who differs, who changed, whose months are unusual."""

from collections.abc import Mapping, Sequence

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data.claims import Ways
from dashboard.data.comparisons import YEAR_BEFORE, Estimate
from dashboard.data.headlines import Month
from dashboard.insights.position import ARROWS, Standing, standing
from dashboard.insights.variation import UNJUDGED, variation
from dashboard.insights.wording import listed, said, short
from dashboard.pages.compare.compare_data import Pairs
from metrics import Metric

NOT_COMPARED = "not compared"


def changes(metric: Metric, pairs: Pairs, ways: Ways) -> dict[str, Standing]:
    """Compare each borough's figure, and the consortium's, with the earlier one's; `ways` is what is claimed."""
    return {who: standing(metric, mine, then, ways.get(who, 0)) for who, (mine, then) in pairs.items()}


def changed(found: Mapping[str, Standing], before: str = YEAR_BEFORE) -> str:
    """Say which boroughs changed on an earlier period, by its name."""
    own = {who: each for who, each in found.items() if who != CONSORTIUM}
    since = f"on {before}" if before == YEAR_BEFORE else f"since {before}"
    if all(each.word == NOT_COMPARED for each in own.values()):
        return "This period and the same a year before" if before == YEAR_BEFORE else f"This period and {before}"
    moved = [
        f"{listed(names)} {word}"
        for way, word in ((1, "up"), (-1, "down"))
        if (names := [who for who, each in own.items() if each.way == way])
    ]
    if not moved and any(each.word == NOT_COMPARED for each in own.values()):
        return f"No clear change {since} where figures are shown"
    if not moved:
        return f"No borough clearly changed {since}"
    return short(f"{', '.join(moved)} {since}", ", ".join(moved))


def in_words(each: Standing) -> str:
    """Give a change as it stands beside a bar: `▲ worse`; nothing where none is claimed."""
    return f"{ARROWS[each.way]} {each.word}" if each.way else ""


def unusual(metric: Metric, runs: Mapping[str, Sequence[Month]]) -> str:
    """Say whose latest month is unusual; of a measure whose months carry over, only what is drawn."""
    judged = {who: variation(metric, run) for who, run in runs.items() if who != CONSORTIUM and run}
    if all(each in UNJUDGED for each in judged.values()):
        return short(f"{metric.title} by borough, month by month", "Borough by borough, month by month")
    odd = [who for who, each in judged.items() if each.way]
    if not odd and any(each in UNJUDGED for each in judged.values()):
        return "Usual variation where months are shown"
    if not odd:
        return "Usual variation in every borough"
    return short(f"Latest month unusual in {listed(odd)}", f"Latest month unusual in {len(odd)} boroughs")


def beside(metric: Metric, mine: Estimate, other: Estimate, way: int) -> str:
    """Say how the focus stands beside the rest, or the consortium beside a year before; `way` is what is claimed."""
    line = standing(metric, mine, other, way).line
    own = f"{mine.series} {said(metric, mine)}"
    return short(f"{own}; {line[:1].lower()}{line[1:]}", line.partition(",")[0], own)
