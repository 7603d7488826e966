"""Episodes of several returns made into one history of each child, so that nobody is counted twice at a date.

The rules are those by which London's boroughs correct their episodes together (LIIA, fix_episodes), made stricter
where they would delete what a return rightly told: theirs end a stale episode on the last day of its return, on
which the child was in care.
"""

from typing import Final

import polars as pl

from loaders import labels
from loaders.consolidate.age import month_of_age
from loaders.consolidate.repairs.repair_log import Bench, beside
from loaders.consolidate.repairs.repeated_rows import told_once
from loaders.consolidate.rulings import NO_RULINGS, Rulings

STARTED_CARE: Final = labels.REASON_STARTED["S"]
CONTINUES: Final = labels.REASON_ENDED["X1"]
CLOSED_BY_REPAIR: Final = labels.REASON_ENDED["E99"]
HISTORY: Final = ["child", "is_short_break"]
TELLING: Final = [
    "reason_started",
    "legal_status",
    "placement_type",
    "provider_sector",
    "placement_postcode_sector",
    "urn",
]
"""What makes two episodes the same but for their dates."""
VOLUNTARY: Final = labels.LEGAL_STATUS["V2"]
COMMUNITY_HOME: Final = "Children's home"
LONGEST_GAP: Final = 31
"""Days: two episodes that say they follow each other are taken at their word over a slip, not over a lost year."""


def repaired(
    episodes: pl.DataFrame, loaded: pl.DataFrame, rulings: Rulings = NO_RULINGS, children: pl.DataFrame | None = None
) -> Bench:
    """One row an episode (child and start), by history and start, that never overlaps the next one of its history.

    Short breaks and periods of care are two histories of a child: one does not end the other. `children` says when
    each was born, where it is known.
    """
    codes = ("episode-told-otherwise", "episode-twice-in-return")
    bench = told_once(episodes, loaded, rulings, key=("child", "started"), codes=codes, then=("ended",))
    _start_care(bench, _started_twice(episodes))
    bench.rows = bench.rows.sort(*HISTORY, "started", maintain_order=True)
    _leave_out_duplicates(bench)
    if children is not None and children.height:
        _close_of_age(bench, children)
    _close_stale(bench)
    _join_up(bench)
    return bench


def _started_twice(episodes: pl.DataFrame) -> pl.DataFrame:
    """Days of a child on which one row of a return says that care started, and another of it does not."""
    starts, of_day = pl.col("reason_started") == STARTED_CARE, [*HISTORY, "started"]
    keys = episodes.filter(starts).select(*of_day, "return_year")
    return episodes.filter(~starts).join(keys, on=[*of_day, "return_year"], how="semi").select(of_day).unique()


def _start_care(bench: Bench, days: pl.DataFrame) -> None:
    """Let the row that stands for one of these days start care, whichever of the day's rows it was.

    Police protection that ends on its first day in an interim care order starts care, though the order stands.
    """
    if days.is_empty():
        return
    started = pl.lit(STARTED_CARE, bench.rows.schema["reason_started"])
    both = bench.rows.join(days.with_columns(_starts=True), on=days.columns, how="left", maintain_order="left")
    reason = pl.when("_starts").then(started).otherwise("reason_started")
    bench.rows = both.with_columns(reason_started=reason).drop("_starts")


def _leave_out_duplicates(bench: Bench) -> None:
    """Leave out open episodes that later returns have dropped, and that stand elsewhere or were told again."""
    stale = pl.col("ended").is_null() & pl.col("is_dropped")
    if not bench.rows.select(stale.any()).item():
        return
    same = pl.concat_str(pl.col(TELLING).cast(pl.String).fill_null(""), separator="|")
    bench.rows = bench.rows.with_columns(_same=same)
    bench.leave_out("episode-start-corrected", stale & (_stands_later() | _stands_earlier()))
    bench.leave_out("episode-replaced", stale & (_before("return_year") > pl.col("return_year")))
    bench.rows = bench.rows.drop("_same")


def _stands_later() -> pl.Expr:
    """The next episode is the same, and begins when this one's own return had this one still going on."""
    in_time = (_next("return_year") > pl.col("return_year")) & (_next("started") <= pl.col("as_at"))
    return (_next("_same") == pl.col("_same")) & in_time


def _stands_earlier() -> pl.Expr:
    """The episode before is the same, and goes on when this one begins."""
    goes_on = _before("ended").is_null() | (_before("ended") > pl.col("started"))
    return (_before("_same") == pl.col("_same")) & goes_on & (_before("return_year") >= pl.col("return_year"))


def _close_of_age(bench: Bench, children: pl.DataFrame) -> None:
    """Close care that is open after the month in which the child turned 18, and its last on record.

    Nobody is looked after from 18 on, but by section 20(5) of the Children Act 1989 in a community home: the DfE's
    rule 359, which asks for a voluntary agreement and a children's home.
    """
    born = children.sort("return_year").unique("child", keep="last").select("child", "birth_month")
    of_age = month_of_age().dt.month_end()
    bench.rows = bench.rows.join(born, on="child", how="left", maintain_order="left")
    bench.change(
        "episode-closed-at-18",
        is_over_age() & _next("started").is_null(),
        ended=pl.max_horizontal("started", of_age),
        reason_ended=_reason("E99"),
    )
    bench.rows = bench.rows.drop("birth_month")


def is_over_age() -> pl.Expr:
    """Whether an episode is open though the child was 18 by the last day (`as_at`) that its return speaks of."""
    of_age = month_of_age().dt.month_end() <= pl.col("as_at")
    may_stay = (pl.col("legal_status") == VOLUNTARY) & (pl.col("placement_type") == COMMUNITY_HOME)
    return pl.col("ended").is_null() & ~pl.col("is_short_break") & of_age & ~may_stay


def _close_stale(bench: Bench) -> None:
    """Close open episodes that cannot be open any more: another follows, or later returns leave them out.

    A child was in care on the last day that a return with an open episode speaks of, so that it ends after it.
    """
    is_open, day_after = pl.col("ended").is_null(), pl.col("as_at") + pl.duration(days=1)
    day_before = _next("started") - pl.duration(days=1)
    before_new_care = pl.when(pl.col("_next") > pl.col("as_at")).then(day_after).otherwise(day_before)
    bench.rows = bench.rows.with_columns(_next=_next("started"), _starts_again=_next("reason_started") == STARTED_CARE)
    bench.change(
        "episode-closed-by-next", is_open & ~pl.col("_starts_again"), ended=pl.col("_next"), reason_ended=_reason("X1")
    )
    bench.change(
        "episode-closed-before-new-care",
        is_open & pl.col("_starts_again"),
        ended=pl.max_horizontal("started", before_new_care),
        reason_ended=_reason("E99"),
    )
    bench.change(
        "episode-closed-with-return",
        is_open & pl.col("is_dropped") & pl.col("_next").is_null(),
        ended=pl.max_horizontal("started", day_after),
        reason_ended=_reason("E99"),
    )


def _join_up(bench: Bench) -> None:
    """End each episode where the child's next one begins, if it overlaps it or says that it goes on in it."""
    gap = pl.col("_next") - pl.col("ended")
    goes_on = (pl.col("reason_ended") == CONTINUES) & ~pl.col("_starts_again")
    small = gap.is_between(pl.duration(days=1), pl.duration(days=LONGEST_GAP))
    bench.change("episode-cut-at-next", pl.col("ended") > pl.col("_next"), ended=pl.col("_next"))
    bench.change("episode-run-on-to-next", goes_on & small, ended=pl.col("_next"))
    bench.rows = bench.rows.drop("_next", "_starts_again", "as_at", "is_dropped")


def _next(name: str) -> pl.Expr:
    return beside(name, -1, within=HISTORY)


def _before(name: str) -> pl.Expr:
    return beside(name, 1, within=HISTORY)


def _reason(code: str) -> pl.Expr:
    return pl.lit(labels.REASON_ENDED[code], pl.Enum(list(labels.REASON_ENDED.values())))
