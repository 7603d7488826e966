"""Which rows break the DfE's rules across the rows and tables of a return, before anything is repaired."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from loaders.consolidate.breaches.care import care_rules
from loaders.consolidate.breaches.children import child_rules
from loaders.consolidate.breaches.missing import missing_rules
from loaders.consolidate.latest import dated
from loaders.consolidated import CONSOLIDATED
from loaders.rules import WHOLE

LOOKED_AT: Final = [
    *("borough", "return_year", "row", "child", "started", "ended", "reason_started", "reason_ended"),
    *("category_of_need", "legal_status", "placement_type", "is_short_break"),
    *("home_postcode_sector", "placement_postcode_sector"),
]
"""What the rules ask of an episode."""


def breaches(handed: Mapping[str, pl.DataFrame], loaded: pl.DataFrame) -> pl.DataFrame:
    """Every row of a return that breaks a rule: the table `breaches`. `handed` are the clean tables."""
    episodes = dated(handed["episodes"].select(LOOKED_AT), loaded)
    told = [CONSOLIDATED["breaches"].create_empty()]
    found = [
        *care_rules(episodes),
        *child_rules(episodes, handed["children"], handed["asylum"]),
        *missing_rules(handed["missing"], episodes, handed["children"]),
    ]
    told += [_told(number, rows) for number, rows in found if rows.height]
    return pl.concat(told)


def _told(number: str, rows: pl.DataFrame) -> pl.DataFrame:
    rule = WHOLE[number]
    named = rows.with_columns(source=pl.lit(rule.source), code=pl.lit(rule.code))
    return named.select(list(CONSOLIDATED["breaches"].columns()))
