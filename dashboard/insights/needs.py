"""What the statistics say about needs."""

from typing import Final

import polars as pl

from dashboard.data.cache import kept
from dashboard.data.comparisons import Figure
from dashboard.insights.sentences import direction, figure_of, short
from metrics.chance.false_discovery import clear_of

NOBODY: Final = "Too few children to say"


def covered(share: Figure) -> str:
    """Say on how many children every figure about needs rests."""
    if share.value is None or share.denominator is None:
        return f"Share of children assessed: {share.mark or '[x]'}."
    return f"{share.value:.0f}% of {share.denominator:,.0f} children are assessed."


@kept(500)
def stands_out(rows: pl.DataFrame, whole: pl.DataFrame, group: str) -> str:
    """Say which group is above the average of all in most needs. Columns: indicator, `group`, a figure's."""
    average = {row["indicator"]: figure_of("all", row) for row in whole.iter_rows(named=True)}
    if not any(figure.value is not None for figure in average.values()):
        return NOBODY
    above: dict[str, int] = {}
    for row in rows.iter_rows(named=True):
        is_above = direction(figure_of(str(row[group]), row), average[row["indicator"]], rows.height) > 0
        above[str(row[group])] = above.get(str(row[group]), 0) + is_above
    most = max(above.values(), default=0)
    if not most:
        return "No group is clearly above average in any need"
    names = " and ".join(name for name, times in above.items() if times == most)
    needs = f"all {most}" if most == len(average) else f"{most} of {len(average)}"
    return short(f"{names}: above average in {needs} needs", f"Several groups: above average in {needs} needs")


@kept(500)
def peaks(rows: pl.DataFrame) -> str:
    """Name the ages at which need peaks. Columns: age, value, peak."""
    if rows["value"].count() <= rows["value"].null_count():
        return NOBODY
    spans = _spans(rows.filter("peak")["age"].to_list())
    if not spans:
        return "Need does not clearly peak at any age"
    return short(f"Need peaks at {' and at '.join(spans)}")


@kept(500)
def highest(rows: pl.DataFrame) -> str:
    """Name the group whose mean is the highest. The first column holds the groups."""
    known = rows.drop_nulls("value").sort("value", descending=True)
    if known.is_empty():
        return NOBODY
    return short(f"{known[0, 0]}: the highest need, {known['value'][0]:.1f} points")


def _spans(ages: list[int]) -> list[str]:
    """Write ages as spans: 7, 8 and 12 as `7 to 8`, `12`."""
    starts = [age for age in ages if age - 1 not in ages]
    ends = [age for age in ages if age + 1 not in ages]
    return [str(start) if start == end else f"{start} to {end}" for start, end in zip(starts, ends, strict=True)]


@kept(500)
def changed(rows: pl.DataFrame, what: str) -> str:
    """Say in how many groups need clearly fell or rose, as the chart beneath fills them.

    Columns: value, lower, upper, n. `what` is one group, in words.
    """
    known = rows.filter(pl.col("lower").is_not_null())
    if known.is_empty():
        return NOBODY
    clear = known.filter(clear_of(known, 0.0))
    fell, rose = clear.filter(pl.col("value") < 0).height, clear.filter(pl.col("value") > 0).height
    if not fell and not rose:
        return f"Need: no clear change with any {what}"
    told = " and ".join(f"{way} with {times}" for way, times in (("falls", fell), ("rises", rose)) if times)
    groups = f"{told} of {known.height} {what}s"
    return short(f"Need clearly {groups}", f"Need {groups}")


@kept(500)
def commonest(rows: pl.DataFrame) -> str:
    """Name the group with the most children. The first column holds the groups; value is their number."""
    seen = rows.filter(pl.col("value").is_not_null()).sort("value", descending=True)
    if seen.is_empty() or not seen["value"][0]:
        return NOBODY
    return short(f"{seen[0, 0]}: {seen['value'][0]:,.0f} children, the largest group")


def differing(verdicts: list[str]) -> str:
    """Say how many characteristics differ, of those compared. Verdicts: higher, lower, similar, or nothing known."""
    known = [word for word in verdicts if word]
    if not known:
        return "Who the children are"
    clear = sum(word in ("higher", "lower") for word in known)
    return f"{clear or 'None'} of {len(known)} characteristics clearly differ{'s' if clear == 1 else ''}"


def concern(mine: Figure, other: Figure) -> str:
    """Say for what share strengths and difficulties are a cause for concern, and beside whom."""
    if mine.value is None:
        return f"Cause for concern: {mine.mark or '[x]'}"
    now, beside = f"Cause for concern: {mine.value:.0f}%", other.series.replace("Rest of consortium", "the rest")
    if other.value is None:
        return f"{now} of scored children"
    if mine.lower is None or other.lower is None:
        return f"{now} of scored children, {beside} {other.value:.0f}%"
    way = {1: "higher than", -1: "lower than", 0: "no clear difference from"}[direction(mine, other)]
    return short(f"{now}, {way} {beside} ({other.value:.0f}%)")
