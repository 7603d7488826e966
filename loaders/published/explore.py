"""Explore Education Statistics: any CSV in the layout that the DfE publishes in.

A row is a period and an area; some columns part the children (filters) and others hold figures (indicators), which
`loaders.published.roles` tells apart.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import polars as pl

from loaders import findings, kinds
from loaders.area_codes import CHECKS, CODES, COUNCIL, LEVELS, REGION, level, tidy_level, with_area
from loaders.findings import Found
from loaders.intake import Sheet
from loaders.kinds.kind import Kind
from loaders.population import ONS
from loaders.published.figure import figure
from loaders.published.long import long
from loaders.published.meta import Meta, refuse_alone
from loaders.published.periods import period
from loaders.published.roles import Roles, roles_of
from loaders.published.subjects import series_of, subject_of
from loaders.published.telling import REPEATED, ROW, differ
from loaders.reading.headings import plain, published_heading
from loaders.reading.result import RefusedError
from loaders.source import Check, Column, Handed, Source, Step

TITLE: Final = "Published figures (Explore Education Statistics)"
LEVEL: Final = Column(
    "geographic_level",
    "geographic_level",
    kinds.text,
    "What the row is of",
    "Local authority",
    required=True,
    also=("level",),
)
AREA: Final = (
    Column("time_period", "time_period", kinds.text, "Year, or years run together", "2025", required=True),
    Column("time_identifier", "time_identifier", kinds.text, "What the year is", "Reporting year", optional=True),
    LEVEL,
    *CODES,
    REGION,
    COUNCIL,
)
OTHER_PLACES: Final = (
    "lad_code",
    "lad_name",
    "pcon_code",
    "pcon_name",
    "ward_code",
    "ward_name",
    "lsip_code",
    "lsip_name",
    "rsc_region_lead_name",
    "local_enterprise_partnership_code",
    "local_enterprise_partnership_name",
    "english_devolved_area_code",
    "english_devolved_area_name",
    "opportunity_area_code",
    "opportunity_area_name",
    "school_urn",
    "school_laestab",
    "school_name",
    "provider_ukprn",
    "provider_name",
    "trust_id",
    "trust_name",
    "sponsor_id",
    "sponsor_name",
    "institution_id",
    "institution_name",
    "pfa_code",
    "pfa_name",
    "planning_area_code",
    "planning_area_name",
)
"""Headings of places that are neither England nor region nor authority: rows of them are not used."""
CODES_TOO: Final = ("la_code",)
PERIOD: Final = "timeperiod"
LEVEL_TOO: Final = frozenset({"lacode", "newlacode", "oldlacode", "laname", "countrycode", "countryname"})
"""Headings one of which stands beside `level`, as the column is called in releases of 2018."""
WHAT: Final = "The file is a release of Explore Education Statistics"
META: Final = "Load it together with its .meta.csv, which the ZIP of the release has, in one folder or ZIP."

KEY: Final = ("authority", "period", "part")

Places = dict[str, str]
"""Heading to the column in which it stands."""


def layouts(sheet: Sheet, file: str, meta: Meta | None = None) -> Iterator[Source]:
    """The source of a sheet in this layout, made from its headings and cells; none where it is in another.

    `meta` is what its `.meta.csv` says. Raises `RefusedError` where its figures cannot be told from its groups.
    """
    refuse_alone([text for text in (sheet.head[0] if sheet.head else {}).values() if text], file)
    row = next((i for i, cells in enumerate(sheet.head) if _is_marked(cells.values())), None)
    if row is None:
        return
    places = _headings(sheet.head[row])
    area = _area(places)
    others = {plain(name) for name in (*OTHER_PLACES, *CODES_TOO)} - {plain(name) for name in area}
    rows = _rows(sheet.cells, row, {name: place for name, place in places.items() if plain(name) not in others})
    roles = roles_of(_of_known_level(rows, area), list(area), meta or {})
    _refuse(roles)
    yield _source(subject_of(places, file), list(area.values()), roles)


def _headings(row: dict[str, str | None]) -> Places:
    """A row as headings; of two that are written alike the first counts."""
    alike = {plain(text): (text.strip(), place) for place, text in reversed(row.items()) if text}
    return {text: place for key, (text, place) in reversed(alike.items()) if key}


def _area(places: Places) -> dict[str, Column]:
    """The headings of area and period, each with its column: of two for one column the first spelling counts."""
    spelt = {plain(heading): heading for heading in places}
    each = [(column, list(map(plain, (column.header, *column.also)))) for column in AREA]
    return {spelt[next(filter(spelt.__contains__, all_of))]: column for column, all_of in each if spelt.keys() & all_of}


def _is_marked(cells: Iterable[str | None]) -> bool:
    """Whether a row is the headings of this layout, and not of one that is a source of its own."""
    known = {plain(cell) for cell in cells if cell}
    if PERIOD not in known:
        return False
    has_level = plain(LEVEL.header) in known or ("level" in known and not known.isdisjoint(LEVEL_TOO))
    ours = {plain(column.header) for column in ONS.needed()}
    return has_level and not (known >= ours and known <= ONS.spelt | {*map(plain, ONS.left_out)})


def _rows(cells: pl.DataFrame, row: int, places: Places) -> pl.DataFrame:
    """The rows under the headings as text by heading, each with its number in the file; blank rows left out."""
    named = cells.slice(row + 1).select(pl.col(place).alias(name) for name, place in places.items())
    return named.with_row_index(ROW, row + 2).filter(pl.any_horizontal(pl.all().exclude(ROW).is_not_null()))


def _of_known_level(rows: pl.DataFrame, area: dict[str, Column]) -> pl.DataFrame:
    """Rows that are used: the others may be alike, for the columns that tell them apart are not looked at."""
    heading = next(name for name, column in area.items() if column is LEVEL)
    known = rows.filter(tidy_level(pl.col(heading)).is_in(list(LEVELS)))
    return known if known.height else rows.head(0)


def _refuse(roles: Roles) -> None:
    if roles.doubt:
        raise RefusedError(f"{WHAT}, but which of its columns hold figures cannot be told: {roles.doubt}. {META}")
    if not roles.figures:
        raise RefusedError(
            f"{WHAT}, but none of its columns holds figures: numbers such as 1,020 or 36%, or symbols such as c. "
            "Times and words are not read as figures."
        )


def _columns(headings: Iterable[str], name: str, kind: Kind, meaning: str) -> tuple[Column, ...]:
    """Columns under the file's own headings, named by what they are and numbered."""
    return tuple(
        Column(published_heading(heading, i), f"{name}_{i}", kind, meaning, optional=True, also=(heading,))
        for i, heading in enumerate(headings)
    )


def _source(subject: str, area: list[Column], roles: Roles) -> Source:
    """The source of a file whose columns are these; its long rows are one a figure."""
    parts = _columns(roles.filters, "filter", kinds.text, "Which children")
    values = _columns(roles.figures, "figure", figure, "A figure or its symbol")
    measures = {column.name: series_of(heading, subject) for column, heading in zip(values, roles.figures, strict=True)}
    told = [pl.col(column.name).is_not_null() for column in values]

    def reshape(frame: pl.DataFrame, _: Handed) -> pl.DataFrame:
        return long(frame, measures, f"Department for Education: {subject}")

    return Source(
        slug="published",
        title=TITLE,
        about="One row an area, period and group of children, with a column for each figure.",
        table="published",
        columns=(*area, *parts, *values),
        key=KEY,
        left_out=(*OTHER_PLACES, *CODES_TOO),
        complete=_placed([column.name for column in parts], [column.name for column in values]),
        checks=(*CHECKS, Check("no-figure", values[0].header, "The row holds no figure.", pl.any_horizontal(told))),
        reshape=reshape,
        remarks=lambda _: _numbers_as_groups(roles),
        of_borough=False,
    )


def _placed(filters: list[str], figures: list[str]) -> Step:
    """Add area, period and group. Raises `RefusedError` where one of them has two figures."""
    part = pl.concat_str(filters, separator=": ", ignore_nulls=True) if filters else pl.lit("", pl.String)

    def placed(rows: pl.DataFrame, _: Handed) -> pl.DataFrame:
        absent = [column.name for column in AREA if column.name not in rows.columns]
        whole = rows.with_columns(pl.lit(None, pl.String).alias(name) for name in absent)
        found = with_area(whole, level()).with_columns(period=period(), part=part)
        _refuse_rivals(found.filter(pl.col("authority").is_not_null() & pl.col("is_agreed")), figures)
        return found

    return placed


def _refuse_rivals(rows: pl.DataFrame, figures: list[str]) -> None:
    if differ(rows, KEY):
        return
    each = rows.unique([*KEY, *figures], keep="first", maintain_order=True)
    rivals = each.group_by(KEY, maintain_order=True).agg(ROW).filter(pl.col(ROW).list.len() > 1)
    if rivals.height:
        first, second, *_ = rivals[ROW].to_list()[0]
        raise RefusedError(
            f"{WHAT}, but {REPEATED.format(first, second)} and hold other figures. Take one of them out."
        )


def _numbers_as_groups(roles: Roles) -> Iterable[Found]:
    if roles.by_rows:
        names = " and ".join(published_heading(name) for name in roles.by_rows)
        message = f"The numbers of {names} were read as groups of children, for without them rows repeat."
        yield findings.about_file("numbers-as-groups", "info", message)
