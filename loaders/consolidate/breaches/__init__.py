"""Which rows break a rule across the rows and tables of a return, before anything is repaired: the DfE's, and ours."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from loaders.consolidate.breaches.care import care_rules
from loaders.consolidate.breaches.children import child_rules
from loaders.consolidate.breaches.missing import missing_rules
from loaders.consolidate.breaches.zeros import alike, lost_zeros
from loaders.consolidate.latest_return import dated
from loaders.consolidated import CONSOLIDATED
from loaders.rules import WHOLE

LOOKED_AT: Final = [
    "borough",
    "return_year",
    "row",
    "child",
    "started",
    "ended",
    "reason_started",
    "reason_ended",
    "category_of_need",
    "legal_status",
    "placement_type",
    "is_short_break",
    "home_postcode_sector",
    "placement_postcode_sector",
]
"""What the rules ask of an episode."""
OF_TWO_TABLES: Final = ("EPI", "INT03", "INT04")
"""Rules by which a child of one table must be in the other."""


def breaches(handed: Mapping[str, pl.DataFrame], loaded: pl.DataFrame) -> pl.DataFrame:
    """Every row of a return that breaks a rule: the table `breaches`. `handed` are the clean tables."""
    episodes = dated(handed["episodes"].select(LOOKED_AT), loaded)
    told = [CONSOLIDATED["breaches"].create_empty()]
    found = [
        *care_rules(episodes),
        *child_rules(episodes, handed["children"], handed["asylum"]),
        *missing_rules(handed["missing"], episodes, handed["children"]),
    ]
    known = alike(handed)
    told += lost_zeros(handed, known)
    told += [_told(number, _without(known, number, rows)) for number, rows in found if rows.height]
    return pl.concat(told)


def _without(alike: pl.DataFrame, number: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows that break a rule, without those that do only because an identifier lost its zeros."""
    return rows.join(alike, on="child", how="anti") if number in OF_TWO_TABLES and alike.height else rows


def _told(number: str, rows: pl.DataFrame) -> pl.DataFrame:
    rule = WHOLE[number]
    named = rows.with_columns(source=pl.lit(rule.source), code=pl.lit(rule.code))
    return named.select(list(CONSOLIDATED["breaches"].columns()))
