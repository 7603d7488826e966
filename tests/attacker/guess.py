"""The attacker who guesses: what a hidden count most likely is, given all counts of the tables behind a release.

He learns from the truth of other boroughs' hidden counts, which nobody has, how often each true value stands behind
what he sees, in several ways; his best way is held against always saying the commonest value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from tests.attacker.told import NOTHING

SURE: Final = 0.8
"""How likely a value has to be, by his own reckoning, for him to be sure of it."""
ENOUGH: Final = 10
"""Lines of counts like it whose truth he has to have learnt from, to be sure of anything.

What he would say without any release, of counts of which it tells him nothing, is no knowledge of any one of them.
"""

BORNE_OUT: Final = pl.col("right") >= SURE * pl.col("len")
"""Whether as many of the counts of which he is sure for one reason are as he says: else he is no more than bold."""

LINE: Final = ["what", "borough", "category"]
WAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "as it stands": (),
    "by the count": ("kept",),
    "by the mean of the months": ("mean",),
    "by the count and the mean": ("kept", "mean"),
    "by the measure and the count": ("what", "kept"),
    "by the category and the count": ("category", "kept"),
}
"""What he looks at who is given the counts of the protected tables. As it stands: the count itself."""


@dataclass(frozen=True)
class Guessed:
    """How many counts were guessed at; how often (%) the commonest value and his best way were right; `sure` of how
    many he was sure and right, where that is borne out.
    """

    tried: int
    commonest: float
    best: float
    way: str
    sure: int

    @property
    def gain(self) -> float:
        """Points that he is right more often than who always says the commonest value."""
        return self.best - self.commonest


def guessed(counts: pl.DataFrame, most: int, ways: Mapping[str, tuple[str, ...]] = WAYS) -> Guessed:
    """Guess at the hidden counts of 1 to `most`. Columns: as `told` gives, of one consortium or of several."""
    mean = pl.col("kept").mean().over(LINE).round()
    known = _once(counts).with_columns(mean=mean).filter("is_hidden", pl.col("true").is_between(1, most))
    if known.is_empty():
        return Guessed(0, 0.0, 0.0, "", 0)
    halved = known.with_columns(_half=pl.col("borough").rank("dense") % 2, _line=pl.struct(LINE).rank("dense"))
    commonest = known["true"].value_counts()["count"].max()
    tries = {name: _tried(halved, of) for name, of in ways.items()}
    best = max(tries, key=lambda name: tries[name][0])
    share = 100 / known.height
    sure = max(sure for _, sure in tries.values())
    return Guessed(known.height, share * int(str(commonest)), share * tries[best][0], best, sure)


def _once(counts: pl.DataFrame) -> pl.DataFrame:
    """Leave out what is the same count under another name: whose truth is learnt must not be asked again."""
    told = counts.group_by(LINE).agg(_same=pl.struct("day", "true", "kept").sort_by("day").hash().sum())
    first = told.sort(LINE).unique(["borough", "_same"], keep="first", maintain_order=True)
    return counts.join(first.select(LINE), on=LINE)


def _tried(halved: pl.DataFrame, of: tuple[str, ...]) -> tuple[int, int]:
    """How many counts are guessed right, and of how many he was sure besides; each half is learnt from the other."""
    if not of:
        right = (halved["kept"] == halved["true"]).sum()
        return right, 0
    told = [_learnt(halved.filter(_half=1 - half), halved.filter(_half=half), of) for half in (0, 1)]
    return sum(right for right, _ in told), sum(sure for _, sure in told)


def _learnt(known: pl.DataFrame, asked: pl.DataFrame, of: tuple[str, ...]) -> tuple[int, int]:
    lines = known.group_by(of).agg(pl.col("_line").n_unique().alias("lines"))
    how_often = known.group_by(*of, "true").len().with_columns(all=pl.col("len").sum().over(of)).join(lines, on=of)
    likeliest = how_often.sort("len", "true", descending=[True, False]).unique(of, keep="first", maintain_order=True)
    guess = likeliest.select(*of, guess="true", likely=pl.col("len") / pl.col("all"), of="lines")
    met = asked.join(guess, on=of, how="left").with_columns(right=pl.col("guess") == pl.col("true"))
    is_sure = (pl.col("likely") >= SURE) & (pl.col("of") >= ENOUGH) & (pl.col("kept") != NOTHING)
    borne_out = met.filter(is_sure).group_by(of).agg(pl.col("right").sum(), pl.len()).filter(BORNE_OUT)
    return int(met["right"].sum()), int(borne_out["right"].sum())
