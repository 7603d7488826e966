"""What a figure may be grouped and filtered by, and the columns made for it from a birth month or a distance."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from metrics.dimensions.bands import banded
from metrics.dimensions.coarse_categories import broad_group, broad_nearness, broad_sector, broad_type
from metrics.dimensions.location import HOME_REGION, distance_band, distance_step, nearness
from metrics.dimensions.time_of_week import part_of_day, weekday
from metrics.engine.categories import is_one_of
from metrics.populations import Tables
from metrics.populations.need import with_need_level

DIMENSIONS: Final[dict[str, str]] = {
    "month": "Month",
    "quarter": "Quarter",
    "year": "Return year",
    "borough": "Borough",
    "placement_group": "Placement group",
    "broad_group": "Placement group, broadly",
    "placement_type": "Placement type",
    "broad_type": "Placement type, broadly",
    "provider_sector": "Sector",
    "broad_sector": "Sector, broadly",
    "provider": "Provider",
    "host_authority": "Area lived in",
    "host_region": "Region lived in",
    "nearness": "Home, next door or beyond",
    "broad_nearness": "Home, London or beyond",
    "distance_band": "Distance from home",
    "distance_step": "Distance from home, miles",
    "is_out_of_area": "Outside the borough",
    "is_out_of_london": "Outside London",
    "distance_reason": "Reason for the distance",
    "sourcing": "How it was bought",
    "arrangement": "Planned or emergency",
    "age_band": "Age band",
    "age": "Age in years",
    "sex": "Sex",
    "ethnicity": "Ethnicity",
    "is_uasc": "Unaccompanied asylum-seeking child",
    "has_ehc_plan": "Education, health and care plan",
    "legal_status": "Legal status",
    "category_of_need": "Category of need",
    "need_level": "Need level",
    "indicator": "Indicator of need",
    "domain": "Domain of need",
    "sdq_band": "Strengths and difficulties",
    "reason_ended": "Why the episode ended",
    "reason_moved": "Why the child moved",
    "cohort": "Whose child",
    "hour": "Hour of the day",
    "part_of_day": "Part of the day",
    "weekday": "Day of the week",
    "measure": "Published measure",
    "breakdown": "Part of the published measure",
    "period": "Published period",
    "publication": "Publication",
    "note": "Note",
    "component": "Part of the change",
}
"""Every dimension and its name on screen. Nothing else may be grouped or filtered by: never a child."""

AGE_BANDS: Final = ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"]
"""The DfE's age groups for children looked after."""


@dataclass(frozen=True)
class Made:
    """How a dimension is made: of which columns, and by what."""

    of: frozenset[str]
    add: Callable[[pl.LazyFrame, Tables], pl.LazyFrame]


Where = Mapping[str, tuple[str, ...]]
"""Column to the values allowed, as text; the empty string stands for 'not known'."""


def with_made(rows: pl.LazyFrame, wanted: frozenset[str], tables: Tables) -> pl.LazyFrame:
    """Add the dimensions that are wanted, are not there yet, and can be made of the columns there are."""
    if wanted.isdisjoint(MADE):
        return rows
    known = set(rows.collect_schema())
    for name, made in MADE.items():
        if name in wanted - known and made.of <= known:
            rows = made.add(rows, tables)
    return rows


def only(rows: pl.LazyFrame, where: Where) -> pl.LazyFrame:
    """Keep the rows whose columns have one of the values allowed.

    Raises:
        ValueError: a column that these rows do not have, or a value that it cannot take.
    """
    if not where:
        return rows
    schema = rows.collect_schema()
    for column, values in where.items():
        if column not in schema:
            raise ValueError(f"These figures cannot be filtered by {column}.")
        rows = rows.filter(is_one_of(column, schema[column], values))
    return rows


def age() -> pl.Expr:
    """Give the whole years from the birth month to the row's date; exact at the end of a month.

    A birth month is its first day, but 29 February of those born on it, whose birthday is 1 March in common years
    (Family Law Reform Act 1969, section 9: an age is reached at the start of the anniversary).
    """
    born, day = pl.col("birth_month"), pl.col("date")
    is_before = (day.dt.month() < born.dt.month()) | (
        (day.dt.month() == born.dt.month()) & (day.dt.day() < born.dt.day())
    )
    return (day.dt.year() - born.dt.year() - is_before.cast(pl.Int32)).cast(pl.Int16)


def _age_band() -> pl.Expr:
    return banded(age(), [0, 4, 9, 15], AGE_BANDS).cast(pl.Enum(AGE_BANDS))


def _reckoned(name: str, what: pl.Expr) -> Made:
    return Made(frozenset(what.meta.root_names()), lambda rows, _: rows.with_columns(what.alias(name)))


MADE: Final[dict[str, Made]] = {
    "age": _reckoned("age", age()),
    "age_band": _reckoned("age_band", _age_band()),
    "distance_band": _reckoned("distance_band", distance_band()),
    "distance_step": _reckoned("distance_step", distance_step()),
    "nearness": _reckoned("nearness", nearness()),
    "broad_group": _reckoned("broad_group", broad_group()),
    "broad_type": _reckoned("broad_type", broad_type()),
    "broad_sector": _reckoned("broad_sector", broad_sector()),
    "broad_nearness": _reckoned("broad_nearness", broad_nearness()),
    "is_out_of_london": _reckoned("is_out_of_london", pl.col("host_region") != HOME_REGION),
    "part_of_day": _reckoned("part_of_day", part_of_day()),
    "weekday": Made(frozenset({"date", "hour"}), lambda rows, _: rows.with_columns(weekday=weekday())),
    "need_level": Made(frozenset({"borough", "child", "date"}), with_need_level),
}
"""The dimensions that no table of children has to hold."""
