"""What a figure may be grouped and filtered by, and the columns made for it from a birth month or a distance."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from metrics.choice import is_one_of
from metrics.guidance import FAR_MILES
from metrics.neighbours import NEIGHBOURS
from metrics.populations import Tables
from metrics.populations.need import with_need_level
from metrics.time_of_week import part_of_day, weekday

DIMENSIONS: Final[dict[str, str]] = {
    "month": "Month",
    "quarter": "Quarter",
    "year": "Return year",
    "borough": "Borough",
    "placement_group": "Placement group",
    "placement_type": "Placement type",
    "provider_sector": "Sector",
    "provider": "Provider",
    "host_authority": "Area lived in",
    "host_region": "Region lived in",
    "nearness": "Home, next door or beyond",
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
    "period": "Published period",
    "publication": "Publication",
    "note": "Note",
    "component": "Part of the change",
}
"""Every dimension and its name on screen. Nothing else may be grouped or filtered by: never a child."""

AGE_BANDS: Final = ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"]
"""The DfE's age groups for children looked after."""

DISTANCE_BANDS: Final = [
    "Up to 5 miles",
    "5 to 10 miles",
    f"10 to {FAR_MILES} miles",
    f"Over {FAR_MILES} miles",
    "Not known",
]

STEP_MILES: Final = 5
STEPPED_MILES: Final = 60
"""The steps of distance for a histogram, and where the last of them, open upwards, starts."""

DISTANCE_STEPS: Final = [
    *(f"{low} to {low + STEP_MILES}" for low in range(0, STEPPED_MILES, STEP_MILES)),
    f"Over {STEPPED_MILES}",
    "Not known",
]

NEARNESS: Final = ["Home borough", "Neighbouring borough", "Rest of London", "Outside London", "Not known"]
"""Where a child lives, seen from the borough responsible. An authority outside London is never a neighbour."""

HOME_REGION: Final = "London"
"""The region that the consortium's boroughs are in."""


@dataclass(frozen=True)
class Made:
    """How a dimension is made: of which columns, and by what."""

    of: frozenset[str]
    add: Callable[[pl.LazyFrame, Tables], pl.LazyFrame]


Where = Mapping[str, tuple[str, ...]]
"""Column to the values allowed, as text; the empty string stands for 'not known'."""


def with_made(rows: pl.LazyFrame, wanted: frozenset[str], tables: Tables) -> pl.LazyFrame:
    """Add the dimensions that are wanted, are not there yet, and can be made of the columns there are."""
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
    schema = rows.collect_schema()
    for column, values in where.items():
        if column not in schema:
            raise ValueError(f"These figures cannot be filtered by {column}.")
        rows = rows.filter(is_one_of(column, schema[column], values))
    return rows


def age() -> pl.Expr:
    """Give the whole years from the birth month to the row's date; exact at the end of a month."""
    born, day = pl.col("birth_month"), pl.col("date")
    months = (day.dt.year() - born.dt.year()) * 12 + day.dt.month() - born.dt.month()
    return (months // 12).cast(pl.Int16)


def _age_band() -> pl.Expr:
    return _banded(age(), [0, 4, 9, 15], AGE_BANDS).cast(pl.Enum(AGE_BANDS))


def _distance_band() -> pl.Expr:
    bands = _banded(pl.col("distance_miles"), [5, 10, FAR_MILES], DISTANCE_BANDS[:4])
    return bands.fill_null(DISTANCE_BANDS[4]).cast(pl.Enum(DISTANCE_BANDS))


def _distance_step() -> pl.Expr:
    tops = list(range(STEP_MILES, STEPPED_MILES + 1, STEP_MILES))
    steps = _banded(pl.col("distance_miles"), tops, DISTANCE_STEPS[:-1])
    return steps.fill_null(DISTANCE_STEPS[-1]).cast(pl.Enum(DISTANCE_STEPS))


def _nearness() -> pl.Expr:
    """Say how near the area that a child lives in is to the borough responsible."""
    sides = [f"{borough}|{other}" for borough, others in NEIGHBOURS.items() for other in others]
    is_next_door = pl.concat_str("borough", "host_authority", separator="|").is_in(sides)
    home, next_door, london, beyond, unknown = NEARNESS
    return (
        pl.when(pl.col("host_authority").is_null())
        .then(pl.lit(unknown))
        .when(pl.col("host_authority") == pl.col("borough"))
        .then(pl.lit(home))
        .when(is_next_door)
        .then(pl.lit(next_door))
        .otherwise(pl.when(pl.col("host_region") == HOME_REGION).then(pl.lit(london)).otherwise(pl.lit(beyond)))
    ).cast(pl.Enum(NEARNESS))


def _banded(value: pl.Expr, tops: list[int], labels: list[str]) -> pl.Expr:
    """Give the label of the first band whose top is not passed, the last label past them all."""
    over_all = pl.when(value > tops[-1]).then(pl.lit(labels[-1]))
    bands = [pl.when(value <= top).then(pl.lit(label)) for top, label in zip(tops, labels, strict=False)]
    return pl.coalesce(*bands, over_all)


def _reckoned(name: str, what: pl.Expr) -> Made:
    return Made(frozenset(what.meta.root_names()), lambda rows, _: rows.with_columns(what.alias(name)))


MADE: Final[dict[str, Made]] = {
    "age": _reckoned("age", age()),
    "age_band": _reckoned("age_band", _age_band()),
    "distance_band": _reckoned("distance_band", _distance_band()),
    "is_out_of_london": _reckoned("is_out_of_london", pl.col("host_region") != HOME_REGION),
    "part_of_day": _reckoned("part_of_day", part_of_day()),
    "weekday": Made(frozenset({"date", "hour"}), lambda rows, _: rows.with_columns(weekday=weekday())),
    "need_level": Made(frozenset({"borough", "child", "date"}), with_need_level),
}
"""The dimensions that no table of children has to hold."""
