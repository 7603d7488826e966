"""Incidents and scores: each once, however many returns carry it."""

from typing import Final

import polars as pl

from loaders import labels
from loaders.consolidate.as_of_join import during
from loaders.consolidate.latest_return import dated, latest

LOWEST: Final = {"Cause for concern": 17, "Borderline": 14, "Normal": 0}
"""The lowest strengths and difficulties score of each band, from the top (SSDA903 guide)."""


def incidents(rows: pl.DataFrame) -> pl.DataFrame:
    """Missing-from-home incidents, each once: an incident that two returns carry is the later one's.

    A known child's incident is known by its start; one without detail by all that is recorded. Like rows
    within one return are several incidents.
    """
    unknown = pl.col("child").is_null()
    said = {"_cohort": "cohort", "_sex": "sex", "_birth_month": pl.col("birth_month").dt.truncate("1mo")}
    key = ["borough", "child", "started", "hour", *said]
    keyed = rows.with_columns(pl.when(unknown).then(each).alias(name) for name, each in said.items())
    nth = keyed.with_columns(_nth=pl.int_range(pl.len()).over("return_year", *key))
    once = latest(nth, *key, "_nth")
    return once.select(*rows.columns).rename({"started": "date"})


def with_care(missing: pl.DataFrame, episodes: pl.DataFrame) -> pl.DataFrame:
    """SSDA903 incidents with `is_in_care`, whether the child was looked after on any day of it, and `care_ended`.

    The last day of care is one (DfE rule 578: an incident that begins after it is none of a child looked after). Short
    breaks are no care here. `care_ended` is null while care goes on, and of an incident outside it.
    """
    a_day = pl.duration(days=1)
    care = episodes.filter(~pl.col("is_short_break")).select("child", "care_started", "care_ended").unique()
    spans = care.with_columns(started="care_started", ended=pl.col("care_ended") + a_day)
    spells = missing.with_columns(started="date", last_day="ended", ended=pl.col("ended") + a_day)
    found = during(spells, spans, ["care_ended"])
    return found.with_columns(ended="last_day", is_in_care="is_matched").drop("started", "last_day", "is_matched")


def strengths(rows: pl.DataFrame, loaded: pl.DataFrame) -> pl.DataFrame:
    """Strengths and difficulties scores with their band, on the last day that their return speaks of."""
    scored = latest(rows.drop_nulls("sdq_score"), "child", "return_year")
    return dated(scored, loaded).rename({"as_at": "date"}).with_columns(sdq_band=band(pl.col("sdq_score")))


def band(score: pl.Expr) -> pl.Expr:
    """Band of a strengths and difficulties score (0 to 40)."""
    reached = [pl.when(score >= lowest).then(pl.lit(name)) for name, lowest in LOWEST.items()]
    return pl.coalesce(*reached).cast(pl.Enum(labels.SDQ_BANDS))


def is_year_in_care() -> pl.Expr:
    """Looked after without a break for the twelve months up to `date`: at 31 March, since 1 April before.

    Null where care began later than that as far as is known, but in a return that is not on record.
    """
    a_year_before = pl.col("date").dt.offset_by("-1y") + pl.duration(days=1)
    is_year = (pl.col("care_started") <= a_year_before).fill_null(value=False)
    return pl.when(is_year | ~pl.col("is_care_older").fill_null(value=False)).then(is_year)
