"""Areas of Explore Education Statistics: a row names its country, region and authority, and gives the code of each.

The code says which area is meant, for two may have one name: Dorset was abolished in 2019 and made again. Where a code
and another, or a code and a name, are of two areas, the row is not used until somebody says which it is.
"""

from typing import Final

import polars as pl

from loaders.areas import ENGLAND, area_of, coded, same_area
from loaders.kinds import Kind
from loaders.kinds.kind import reading_by
from loaders.source import Check, Column

COUNTRY_CODE: Final = "E92000001"
LEVELS: Final = {
    **dict.fromkeys(("national", "country"), "England"),
    **dict.fromkeys(("regional", "region"), "Region"),
    **dict.fromkeys(("local authority", "local authorities", "la"), "Authority"),
}
NEW_CODE: Final = r"^E(06|08|09|10)\d{6}$"
"""A code that the Office for National Statistics gives an authority, known or not."""


LONGEST: Final = 200


def _as_it_is(cell: pl.Expr) -> pl.Expr:
    return pl.when(cell.str.len_chars() <= LONGEST).then(cell)


AS_IT_IS: Final = Kind("text", f"a name or a code of at most {LONGEST} letters", reading_by(_as_it_is), first=_as_it_is)
"""Of no interest but for the area that it is of; looking that up forgives spaces and case."""


def _optional(header: str, name: str, meaning: str, example: str, *also: str) -> Column:
    return Column(header, name, AS_IT_IS, meaning, example, optional=True, also=also)


REGION: Final = _optional("region_name", "region", "Region, on rows of a region or authority", "London")
COUNCIL: Final = _optional("la_name", "la", "Authority, on rows of an authority", "Brent")
CODES: Final = (
    _optional("country_code", "country_code", "Code of the country", COUNTRY_CODE),
    _optional("country_name", "country", "Country", ENGLAND),
    _optional("region_code", "region_code", "Code of the region", "E12000007"),
    _optional("old_la_code", "la_number", "The authority's number at the DfE", "304"),
    _optional("new_la_code", "la_code", "The authority's code at the ONS", "E09000005", "la_code"),
)


def is_england() -> pl.Expr:
    """Whether the country of a row is England; one that is not said is."""
    code, name = pl.col("country_code").str.to_uppercase(), pl.col("country").str.to_lowercase()
    return (code.fill_null(COUNTRY_CODE) == COUNTRY_CODE) & (name.fill_null(ENGLAND.lower()) == ENGLAND.lower())


def tidy_level(given: pl.Expr) -> pl.Expr:
    """A geographic level as `LEVELS` spells it."""
    return given.str.strip_chars().str.to_lowercase().str.replace_all(r"[_\s-]+", " ")


def level() -> pl.Expr:
    """What a row says that it is of: an authority, a region or England; null of anything else."""
    of = tidy_level(pl.col("geographic_level")).replace_strict(LEVELS, default=None, return_dtype=pl.String)
    return pl.when((of != "England") | is_england()).then(of)


def located() -> dict[str, pl.Expr]:
    """The area of a row as an authority and as a region, each by code, by number and by name; null where unknown."""
    return {
        "by_code": coded(pl.col("la_code"), "Authority"),
        "by_number": coded(pl.col("la_number"), "Authority"),
        "by_name": area_of(pl.col("la"), "Authority"),
        "region_by_code": coded(pl.col("region_code"), "Region"),
        "region_by_name": area_of(pl.col("region"), "Region"),
    }


def with_area(rows: pl.DataFrame, level: pl.Expr) -> pl.DataFrame:
    """Rows with `level`, `authority` (the area's one name), and what the checks look at."""
    found = rows.with_columns(level=level, **located())
    return found.with_columns(
        authority=_of_level(
            pl.coalesce("by_code", "by_number", "by_name"),
            region=pl.coalesce("region_by_code", "region_by_name"),
            england=pl.lit(ENGLAND),
        ),
        is_named=_of_level(
            pl.any_horizontal(pl.col("la", "la_code", "la_number").is_not_null()),
            region=pl.any_horizontal(pl.col("region", "region_code").is_not_null()),
            england=pl.lit(value=True),
        ),
        is_agreed=_of_level(_agree(), region=_regions_agree(), england=pl.lit(value=True)),
    ).drop(*located())


def _of_level(council: pl.Expr, *, region: pl.Expr, england: pl.Expr) -> pl.Expr:
    level = pl.col("level")
    return (
        pl.when(level == "Authority")
        .then(council)
        .when(level == "Region")
        .then(region)
        .when(level == "England")
        .then(england)
    )


def _agree() -> pl.Expr:
    """Whether code, number and name are of one authority, and a code of the right form is one that is known."""
    by_code, by_number, by_name = (pl.col(name) for name in ("by_code", "by_number", "by_name"))
    codes = (by_code == by_number).fill_null(value=True)
    names = same_area(by_name, pl.coalesce(by_code, by_number)).fill_null(value=True)
    is_strange = pl.col("la_code").str.contains(NEW_CODE).fill_null(value=False) & by_code.is_null()
    return codes & names & (~is_strange | by_number.is_not_null())


def _regions_agree() -> pl.Expr:
    return (pl.col("region_by_code") == pl.col("region_by_name")).fill_null(value=True)


CHECKS: Final = (
    Check(
        "other-level",
        "geographic_level",
        "The row is not of England, a region or a local authority. Such rows are not used.",
        pl.col("level").is_not_null(),
    ),
    Check(
        "no-area",
        "la_name",
        "The row does not name its region or authority.",
        pl.col("is_named"),
    ),
    Check(
        "unknown-area",
        "la_name",
        "The row is of an area that is not known, by name or by code. Write it as the Department for Education does.",
        ~pl.col("is_named") | pl.col("authority").is_not_null(),
    ),
    Check(
        "areas-disagree",
        "la_name",
        "The row's codes and its name are of two areas, or its code is of an authority that is not known. Say which "
        "area it is: correct the code or the name.",
        pl.col("is_agreed") | pl.col("authority").is_null(),
    ),
)
