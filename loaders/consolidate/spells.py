"""Runs of episodes: the period of care, the placement, the time with one carer."""

from typing import Final

import polars as pl

from loaders import labels
from loaders.consolidate.repairs.episodes import CLOSED_BY_REPAIR, CONTINUES, STARTED_CARE

LEGAL_STATUS_ONLY: Final = labels.REASON_STARTED["L"]
SAME_CARER: Final = [labels.REASON_STARTED[code] for code in ("L", "T", "U")]
SAME_HOME: Final = ["placement_type", "provider_sector", "urn", "placement_postcode_sector"]
OF_HOME: Final = [
    *("placement_group", *SAME_HOME),
    "host_authority",
    "host_region",
    "distance_miles",
    "is_out_of_area",
]
"""What is said of a placement: a child who is away from it for a time counts as in it."""
NO_HOME: Final = {
    "placement_group": "Other placements",
    "placement_type": "Other placement",
    "provider_sector": labels.SECTOR_NOT_REPORTED,
}
"""What a temporary move counts as where no placement is known that it is a move from."""


def with_spells(episodes: pl.DataFrame) -> pl.DataFrame:
    """Repaired episodes with the start of care, placement and carer, and the flags that open and close them.

    A short break is a spell of its own: it starts with itself, and opens and closes nothing.
    """
    rows = episodes.with_columns(is_temporary=pl.col("placement_group") == labels.TEMPORARY)
    care = rows.filter(~pl.col("is_short_break"))
    breaks = rows.filter(pl.col("is_short_break"))
    return pl.concat([_runs(care), _alone(breaks)], how="diagonal").sort("child", "started")


def _runs(care: pl.DataFrame) -> pl.DataFrame:
    in_order = care.sort("child", "started")
    return with_homes(with_carers(with_placements(with_periods(in_order))))


def _alone(breaks: pl.DataFrame) -> pl.DataFrame:
    starts = ("care_started", "placement_started", "carer_started")
    flags = ("opens_care", "closes_care", "opens_placement", "is_care_older", "is_carer_older")
    return breaks.with_columns(
        pl.col("ended").alias("care_ended"),
        *(pl.col("started").alias(name) for name in starts),
        *(pl.lit(value=False).alias(name) for name in flags),
        *(pl.when(~pl.col("is_temporary")).then(name).otherwise(pl.lit(of_none)) for name, of_none in NO_HOME.items()),
    )


def with_periods(care: pl.DataFrame) -> pl.DataFrame:
    """Periods of care, as the reasons given say: who started (S) starts one, and who continues (X1) does not end it.

    A new period begins after a gap, unless both the episode before and this one say that care went on; and where the
    episode before ended for good and this one says that care started, even on the same day. `care_ended` is the end of
    the period, null while it goes on. `is_care_older`: care had begun before the first episode on record, which is
    why that is no start. `opens_care` and `closes_care` are of those who started and ceased to be looked after: a
    period under 24 hours is neither, nor is an end that a repair made up.
    """
    other_child = pl.col("child").ne_missing(pl.col("child").shift())
    gap = pl.col("started").ne_missing(pl.col("ended").shift())
    left = pl.col("reason_ended").shift().ne_missing(CONTINUES)
    starts = pl.col("reason_started").eq_missing(STARTED_CARE)
    opened = care.with_columns(opens_period=other_child | (left & starts) | (gap & (left | starts)))
    return (
        opened.with_columns(
            period=pl.col("opens_period").cum_sum(),
            care_started=_since("opens_period", pl.col("started")),
            is_care_older=_since("opens_period", ~starts),
            _is_last=pl.col("opens_period").shift(-1, fill_value=True),
        )
        .with_columns(care_ended=pl.col("ended").last().over("period"))
        .with_columns(opens_care=pl.col("opens_period") & starts & _is_care(), closes_care=_closes() & _is_care())
        .drop("_is_last")
    )


def _is_care() -> pl.Expr:
    """Whether a period is of 24 hours or more: one that starts and ends on the same day is not."""
    return pl.col("care_ended").ne_missing(pl.col("care_started"))


def _closes() -> pl.Expr:
    went_on = pl.col("reason_ended").is_in([CONTINUES, CLOSED_BY_REPAIR]).fill_null(value=False)
    return pl.col("_is_last") & pl.col("ended").is_not_null() & ~went_on


def with_placements(care: pl.DataFrame) -> pl.DataFrame:
    """Placements: a change of legal status only, or adoption by the current carer, is no new one.

    Nor is a temporary move, nor the return from it to the same home (type, sector, URN, postcode sector).
    """
    home = pl.concat_str(pl.col(SAME_HOME).cast(pl.String).fill_null(""), separator="|")
    at = pl.int_range(pl.len())
    settled = pl.when(~pl.col("is_temporary")).then(at).forward_fill().shift()
    before = pl.when(settled >= _since("opens_period", at)).then(settled)
    after_temporary = pl.col("is_temporary").shift(fill_value=False) & ~pl.col("opens_period")
    stays = pl.col("is_adoption_by_carer") | (pl.col("reason_started") == LEGAL_STATUS_ONLY)
    returns = after_temporary & home.eq(home.gather(before))
    moved = care.with_columns(
        is_return=returns.fill_null(value=False),
        is_first_settled=before.is_null(),
        opens_placement=~pl.col("is_temporary") & (before.is_null() | ~(stays | returns)),
    )
    return moved.with_columns(placement_started=_since("opens_placement", pl.col("started")))


def with_homes(care: pl.DataFrame) -> pl.DataFrame:
    """Temporary moves as the placement that they are moves from: its type, provider, URN and place.

    A child away in hospital, on holiday or in respite has a placement to which it must return (rule 383), and the
    DfE publishes no group of temporary ones. Of care that had begun before the first episode on record it is the next
    placement; where care starts with a temporary move, none is known.
    """
    if not care["is_temporary"].any():
        return care
    at, settled = pl.int_range(pl.len()), ~pl.col("is_temporary")
    before, after = (pl.when(settled).then(at).forward_fill(), pl.when(settled).then(at).backward_fill())
    is_before = pl.col("period").gather(before.fill_null(0)) == pl.col("period")
    is_after = (pl.col("period").gather(after.fill_null(0)) == pl.col("period")) & pl.col("is_care_older")
    home = pl.when(before.is_not_null() & is_before).then(before).when(after.is_not_null() & is_after).then(after)
    return care.with_columns(_at_home(home))


def _at_home(home: pl.Expr) -> list[pl.Expr]:
    """What is said of the placement of a temporary move, which stands in row `home`; null where none is known."""
    away = pl.col("is_temporary")
    of_none = {name: pl.lit(NO_HOME[name]) if name in NO_HOME else pl.col(name) for name in OF_HOME}
    return [
        pl.when(away & home.is_not_null())
        .then(pl.col(name).gather(home.fill_null(0)))
        .when(away)
        .then(of_none[name])
        .otherwise(name)
        .alias(name)
        for name in OF_HOME
    ]


def with_carers(care: pl.DataFrame) -> pl.DataFrame:
    """Time with one carer: a move with the carer keeps it, and whatever does not open a placement.

    `is_carer_older`: the carer had looked after the child before `carer_started`, from a day that no return has; or
    may have, where the first placement on record is the one after a temporary move.
    """
    keeps = pl.col("reason_started").is_in(SAME_CARER).fill_null(value=False)
    is_new = pl.col("opens_period") & ~(keeps | pl.col("is_temporary") | pl.col("is_adoption_by_carer"))
    older = pl.col("is_care_older") & pl.col("is_first_settled") & ~is_new
    changed = care.with_columns(opens_carer=pl.col("opens_placement") & ~keeps)
    return changed.with_columns(
        carer_started=_since("opens_carer", pl.col("started")), is_carer_older=_since("opens_carer", older)
    )


def _since(opens: str, value: pl.Expr) -> pl.Expr:
    """Value at the start of the run: rows stand by child and start, and a period of care opens every run."""
    return pl.when(pl.col("opens_period") | pl.col(opens)).then(value).forward_fill()
