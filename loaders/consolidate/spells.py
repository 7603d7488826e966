"""Runs of episodes: the period of care, the placement, the time with one carer."""

from typing import Final

import polars as pl

from loaders import labels
from loaders.consolidate.repairs.episodes import CONTINUES, STARTED_CARE

LEGAL_STATUS_ONLY: Final = labels.REASON_STARTED["L"]
SAME_CARER: Final = [labels.REASON_STARTED[code] for code in ("L", "T", "U")]
SAME_HOME: Final = ["placement_type", "provider_sector", "urn", "placement_postcode_sector"]


def with_spells(episodes: pl.DataFrame) -> pl.DataFrame:
    """Repaired episodes with the start of care, placement and carer, and the flags that open and close them.

    A short break is a spell of its own: it starts with itself, and opens and closes nothing.
    """
    rows = episodes.with_columns(is_temporary=pl.col("placement_group") == "Temporary")
    care = rows.filter(~pl.col("is_short_break"))
    breaks = rows.filter(pl.col("is_short_break"))
    return pl.concat([_runs(care), _alone(breaks)], how="diagonal").sort("child", "started")


def _runs(care: pl.DataFrame) -> pl.DataFrame:
    in_order = care.sort("child", "started")
    return with_carers(with_placements(with_periods(in_order)))


def _alone(breaks: pl.DataFrame) -> pl.DataFrame:
    starts = ("care_started", "placement_started", "carer_started")
    flags = ("opens_care", "closes_care", "opens_placement")
    return breaks.with_columns(
        pl.col("ended").alias("care_ended"),
        *(pl.col("started").alias(name) for name in starts),
        *(pl.lit(value=False).alias(name) for name in flags),
    )


def with_periods(care: pl.DataFrame) -> pl.DataFrame:
    """Periods of care: episodes of a child without a gap between them.

    Where the last one ended for good and the next says that care started, a new period begins, even on the
    same day. `care_ended` is the end of the period, null while it goes on.
    """
    other_child = pl.col("child").ne_missing(pl.col("child").shift())
    gap = pl.col("started").ne_missing(pl.col("ended").shift())
    left = pl.col("reason_ended").shift().ne_missing(CONTINUES)
    anew = left & (pl.col("reason_started") == STARTED_CARE)
    opened = care.with_columns(opens_care=other_child | gap | anew)
    return opened.with_columns(
        period=pl.col("opens_care").cum_sum(),
        care_started=_since("opens_care"),
        closes_care=pl.col("opens_care").shift(-1, fill_value=True) & pl.col("ended").is_not_null(),
    ).with_columns(care_ended=pl.col("ended").last().over("period"))


def with_placements(care: pl.DataFrame) -> pl.DataFrame:
    """Placements: a change of legal status only, or adoption by the current carer, is no new one.

    Nor is a temporary move, nor the return from it to the same home (type, sector, URN, postcode sector).
    """
    home = pl.concat_str(pl.col(SAME_HOME).cast(pl.String).fill_null(""), separator="|")
    at = pl.int_range(pl.len())
    settled = pl.when(~pl.col("is_temporary")).then(at).forward_fill().shift()
    before = pl.when(settled >= pl.when("opens_care").then(at).forward_fill()).then(settled)
    after_temporary = pl.col("is_temporary").shift(fill_value=False) & ~pl.col("opens_care")
    stays = pl.col("is_adoption_by_carer") | (pl.col("reason_started") == LEGAL_STATUS_ONLY)
    returns = after_temporary & home.eq(home.gather(before))
    moved = care.with_columns(
        is_return=returns.fill_null(value=False),
        opens_placement=~pl.col("is_temporary") & (before.is_null() | ~(stays | returns)),
    )
    return moved.with_columns(placement_started=_since("opens_placement"))


def with_carers(care: pl.DataFrame) -> pl.DataFrame:
    """Time with one carer: a move with the carer keeps it, and whatever does not open a placement."""
    keeps = pl.col("reason_started").is_in(SAME_CARER)
    changed = care.with_columns(opens_carer=pl.col("opens_placement") & ~keeps)
    return changed.with_columns(carer_started=_since("opens_carer"))


def _since(opens: str) -> pl.Expr:
    """Start of the run: rows stand by child and start, and a period of care opens every run."""
    return pl.when(pl.col("opens_care") | pl.col(opens)).then("started").forward_fill()
