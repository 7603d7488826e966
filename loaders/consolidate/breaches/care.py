"""Rules on the episodes of one child that follow each other in a return."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from loaders import labels
from loaders.consolidate.repairs.episodes import CONTINUES, STARTED_CARE
from loaders.consolidate.repairs.repair_log import beside

IN_RETURN: Final = ["return_year", "child"]
NO_MORE: Final = [labels.REASON_ENDED[code] for code in ("E2", "E15")]


def care_rules(episodes: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    """Rows that break each rule, by its number; `episodes` carry `as_at`."""
    rows = episodes.sort(*IN_RETURN, "started", "ended", nulls_last=True)
    rows = rows.with_columns(
        **{f"before_{name}": beside(name, 1, within=IN_RETURN) for name in ("child", "ended", "reason_ended")},
        before_need=beside("category_of_need", 1, within=IN_RETURN),
        next_started=beside("started", -1, within=IN_RETURN),
    )
    flags = rows.select(pl.lit(value=False).alias("none"), **_broken())
    for number in _broken():
        yield number, rows.filter(flags[number])


def _broken() -> dict[str, pl.Expr]:
    """What a row is that breaks each rule; neighbours are null where there is none."""
    has_before, goes_on = pl.col("before_child").is_not_null(), pl.col("reason_started") != STARTED_CARE
    has_next, ended = pl.col("next_started").is_not_null(), pl.col("ended").is_not_null()
    continues = pl.col("reason_ended").eq_missing(CONTINUES)
    left = pl.col("before_reason_ended").is_not_null() & (pl.col("before_reason_ended") != CONTINUES)
    follows = pl.col("next_started").eq_missing(pl.col("ended"))
    rules = {
        "142": has_next & ~ended,
        "501": has_before & (pl.col("started") < pl.col("before_ended")),
        "388": ended & (continues & ~follows | has_next & follows & ~continues),
        "432": has_before & goes_on & left,
        "433": has_before & goes_on & pl.col("started").ne_missing(pl.col("before_ended")),
        "437": has_next & pl.col("reason_ended").is_in(NO_MORE),
        "504": has_before & goes_on & (pl.col("category_of_need") != pl.col("before_need")),
    }
    return {number: rule.fill_null(value=False) for number, rule in rules.items()}
