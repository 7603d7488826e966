"""Made-up consortia in which nothing changes, or one thing that is told: what claims are tested on.

Children come into care by chance at a steady rate, stay and move by chance, and cost, live far away and go missing by
what kind of placement they are in and by themselves. Who comes and goes is all that moves a figure, apart from what is
planted. In a consortium of the `april` kind every price rises by the same share each April; in the other none does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

import numpy as np
import polars as pl
from numpy.typing import NDArray

from bench.national import days_of, whole
from loaders.consolidated import CONSOLIDATED

END: Final = date(2026, 3, 31)
YEARS: Final = 4
"""Years of returns that are loaded; care goes on for longer before them."""
PUBLISHED: Final = (305, 280, 195, 185, 325, 260, 110, 190)
"""Children looked after in eight West London boroughs, as the Department for Education publishes them, rounded."""

FEW: Final = 3
"""Providers, of 25, whose prices rise where that is planted."""

RISE: Final = 0.04
"""By how much a price rises each April, where prices do."""

KINDS: Final = ("Foster care", "Secure and children's homes", "Supported accommodation")
TYPES: Final = ("IFA foster", "Children's home", "Supported accommodation")
SHARES: Final = (0.70, 0.13, 0.17)
WEEKLY: Final = (750.0, 5_400.0, 1_300.0)
SPREAD: Final = (0.35, 0.30, 0.45)
OUTSIDE: Final = (0.55, 0.85, 0.60)
AWAY: Final = (0.25, 2.5, 1.6)
"""Incidents of going missing a year, before what children differ by."""

SHORT, LONG, IS_SHORT, STAY = 70.0, 900.0, 0.35, 420.0
"""Days in care of those who stay shortly and long, the share of the first, and days in a placement."""

Floats = NDArray[np.float64]
Planted = Literal["nothing", "price", "mix", "entries", "provider"]


@dataclass(frozen=True)
class Change:
    """What changes for good a year before the end, in which borough (None: all), and by what share."""

    what: Planted = "nothing"
    by: float = 0.0
    borough: int | None = None
    months: int = 12


def still(
    seed: int, sizes: Sequence[int] = PUBLISHED, *, april: bool = True, change: Change | None = None
) -> dict[str, pl.DataFrame]:
    """Make the consolidated tables of boroughs with about so many children each, to END."""
    chance, planted = np.random.default_rng(seed), change or Change()
    children = pl.concat([_children(chance, at, size, planted) for at, size in enumerate(sizes)])
    stays = _placements(chance, children, planted)
    frames = {
        "episodes": stays,
        "costs": _prices(stays, april, planted),
        "missing": _missing(chance, stays),
        "loaded": _loaded(len(sizes)),
        "population": _population(sizes),
    }
    empty = {name: schema.create_empty() for name, schema in CONSOLIDATED.items()}
    return {name: whole(name, frames[name]) if name in frames else empty[name] for name in empty}


def name_of(at: int) -> str:
    """Name a borough by its place."""
    return f"Borough {at + 1:02d}"


def day_of(when: date) -> int:
    """Give a day as a number."""
    return (when - date(1970, 1, 1)).days


def _children(chance: np.random.Generator, at: int, size: int, planted: Change) -> pl.DataFrame:
    """Give who comes into care when and until when, over three long stays before the end."""
    mean = IS_SHORT * SHORT + (1 - IS_SHORT) * LONG
    last, reach = day_of(END), int(6 * LONG)
    days = np.sort(chance.uniform(last - reach, last + 1, chance.poisson(size / mean * reach)))
    if planted.what == "entries" and planted.borough in (None, at):
        more = chance.poisson(size / mean * planted.months * 30.4 * planted.by)
        days = np.concatenate([days, chance.uniform(last - planted.months * 30.4, last + 1, more)])
    long = np.where(chance.random(len(days)) < IS_SHORT, SHORT, LONG)
    until = days + chance.exponential(long) + 1
    kept = until > last - 365 * (YEARS + 1)
    days, until = days[kept], until[kept]
    number = np.arange(len(days))
    return pl.DataFrame(
        {
            "borough": [name_of(at)] * len(days),
            "child": [f"{at:02d}-{each}" for each in number],
            "care": days.astype(np.int64),
            "until": until.astype(np.int64),
            "born": (days - chance.uniform(30, 17 * 365, len(days))).astype(np.int64),
            "frailty": chance.gamma(0.6, 1 / 0.6, len(days)),
        }
    )


def _placements(chance: np.random.Generator, children: pl.DataFrame, planted: Change) -> pl.DataFrame:
    """Give each child's placements, one after the other; the kind of each is drawn with the child's first in mind."""
    care, until = (children[name].to_numpy() for name in ("care", "until"))
    many = chance.poisson((until - care) / STAY) + 1
    of = np.repeat(np.arange(len(many)), many)
    cut = np.sort(chance.random(len(of)) + of) - of
    first = np.r_[True, of[1:] != of[:-1]]
    cut[first] = 0
    begun = care[of] + (cut * (until - care)[of]).astype(np.int64)
    ended = np.where(np.r_[first[1:], True], until[of], np.r_[begun[1:], 0])
    kind = _kinds(chance, children["borough"].to_numpy()[of], of, first, begun, planted)
    last = day_of(END)
    rows = (
        children[pl.Series(of)]
        .select("borough", "child", "frailty", "born")
        .with_columns(
            pl.Series("begun", begun),
            pl.Series("kind", kind),
            _first=pl.Series(first),
            _care=pl.Series(care[of]),
            _until=pl.Series(until[of]),
            _ended=pl.Series(ended),
            is_out_of_area=pl.Series(chance.random(len(of)) < np.array(OUTSIDE)[kind]),
            distance_miles=pl.Series(np.where(chance.random(len(of)) < 0.25, 40.0, 6.0)),
            level=pl.Series(np.exp(chance.normal(0, 1, len(of)) * np.array(SPREAD)[kind])),
            provider=pl.Series([f"Provider {each:02d}" for each in chance.integers(0, 25, len(of))]),
        )
    )
    there = rows.filter((pl.col("_ended") > pl.col("begun")) & (pl.col("begun") <= last))
    return there.with_columns(
        started=days_of(there["begun"].to_numpy()),
        ended=_open_ended(there["_ended"]),
        care_started=days_of(there["_care"].to_numpy()),
        placement_started=days_of(there["begun"].to_numpy()),
        carer_started=days_of(there["begun"].to_numpy()),
        birth_month=days_of(there["born"].to_numpy()).dt.truncate("1mo"),
        opens_care=pl.col("_first"),
        opens_placement=pl.lit(value=True),
        closes_care=(pl.col("_ended") == pl.col("_until")) & (pl.col("_ended") <= last),
        placement_group=pl.Series(list(KINDS)).gather(there["kind"]),
        placement_type=pl.Series(list(TYPES)).gather(there["kind"]),
        provider_sector=pl.lit("Private"),
        is_cost_known=pl.lit(value=True),
        key=pl.col("child").hash().cast(pl.UInt64).mod(2**32).cast(pl.UInt32),
    )


def _kinds(
    chance: np.random.Generator,
    borough: NDArray[np.object_],
    of: NDArray[np.int64],
    first: NDArray[np.bool_],
    begun: NDArray[np.int64],
    planted: Change,
) -> NDArray[np.int64]:
    """Draw kinds: a child's first by the shares, a later one the same as before in three of four."""
    shares = np.array(SHARES)
    drawn = chance.choice(len(KINDS), len(of), p=shares)
    if planted.what == "mix":
        is_new = begun > day_of(END) - planted.months * 30.4
        is_there = is_new & (planted.borough is None or borough == name_of(planted.borough or 0))
        drawn = np.where(is_there & (drawn == 0) & (chance.random(len(of)) < planted.by), 1, drawn)
    stays = (~first) & (chance.random(len(of)) < 0.75)
    at = np.maximum.accumulate(np.where(stays, 0, np.arange(len(of))))
    return drawn[at]


def _open_ended(ended: pl.Series) -> pl.Series:
    known = days_of(ended.to_numpy())
    return pl.select(pl.when(ended <= day_of(END)).then(known)).to_series()


def _prices(stays: pl.DataFrame, april: bool, planted: Change) -> pl.DataFrame:
    """Give a price for each placement and stretch: financial years, parted where a change is planted."""
    firsts = sorted({*(date(year, 4, 1) for year in range(END.year - YEARS - 1, END.year)), _since(planted)})
    spans = pl.DataFrame({"since": firsts, "to": [*firsts[1:], END + timedelta(days=1)]})
    cut = stays.join(spans, how="cross").filter(
        (pl.col("started") < pl.col("to")) & (pl.col("ended").is_null() | (pl.col("ended") > pl.col("since")))
    )
    years = pl.col("since").dt.offset_by("-3mo").dt.year() - END.year
    rise = (1 + (RISE if april else 0.0)) ** years
    weekly = pl.col("level") * pl.Series(list(WEEKLY)).gather(cut["kind"]) * rise * _dearer(planted)
    is_open = pl.col("ended").is_null() & (pl.col("to") > END)
    return cut.with_columns(
        started=pl.max_horizontal("started", "since"),
        ended=pl.when(~is_open).then(pl.min_horizontal(pl.col("ended"), "to")),
        weekly_cost=weekly.round(2),
        is_episode_known=pl.lit(value=True),
    ).with_columns(social_care=pl.col("weekly_cost"))


def _since(planted: Change) -> date:
    """Give the day on which what is planted begins."""
    return END + timedelta(days=1) - timedelta(days=round(planted.months * 365 / 12))


def _dearer(planted: Change) -> pl.Expr:
    is_there = pl.lit(planted.borough is None) | (pl.col("borough") == name_of(planted.borough or 0))
    if planted.what == "provider":
        is_there = is_there & pl.col("provider").is_in([f"Provider {each:02d}" for each in range(FEW)])
    by = planted.by if planted.what in ("price", "provider") else 0.0
    return pl.when((pl.col("since") >= _since(planted)) & is_there).then(1 + by).otherwise(1.0)


def _missing(chance: np.random.Generator, stays: pl.DataFrame) -> pl.DataFrame:
    """Give incidents: children differ in how often they go missing, and kinds of placement do."""
    since = day_of(END) - 365 * YEARS
    begun, ended = stays["begun"].to_numpy(), stays["_ended"].to_numpy()
    days = np.maximum(np.minimum(ended, day_of(END)) - np.maximum(begun, since), 0)
    often = stays["frailty"].to_numpy() * np.array(AWAY)[stays["kind"].to_numpy()] * days / 365
    many = chance.poisson(often)
    rows = stays[pl.Series(np.repeat(np.arange(stays.height), many))]
    at = np.maximum(rows["begun"].to_numpy(), since) + chance.random(rows.height) * np.repeat(days, many)
    return rows.drop("started", "ended").with_columns(
        date=days_of(at.astype(np.int64)),
        ended=days_of(at.astype(np.int64) + 1),
        is_missing=pl.lit(value=True),
        is_away=pl.lit(value=False),
        is_in_care=pl.lit(value=True),
    )


def _population(sizes: Sequence[int]) -> pl.DataFrame:
    names = pl.DataFrame(
        {"authority": [name_of(at) for at in range(len(sizes))], "children": [each * 240 for each in sizes]}
    )
    return names.join(pl.DataFrame({"mid_year": range(END.year - 8, END.year)}), how="cross")


def _loaded(boroughs: int) -> pl.DataFrame:
    sources = ("ssda903_episodes", "ssda903_header", "ssda903_uasc", "ssda903_missing", "costs", "needs")
    years = pl.DataFrame({"return_year": range(END.year - YEARS, END.year + 1)})
    names = pl.DataFrame({"borough": [name_of(at) for at in range(boroughs)]})
    of = names.join(pl.DataFrame({"source": sources}), how="cross").join(years, how="cross")
    return of.with_columns(
        as_at=pl.date(pl.col("return_year"), 3, 31), rows=1, set_aside=0, loaded_at=pl.lit(datetime(2026, 10, 1))
    )
