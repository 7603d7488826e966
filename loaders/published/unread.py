"""What others publish in layouts that are not read: what such a file is, and what to do with it."""

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from loaders.intake import Sheet
from loaders.reading.headings import plain

Headings = frozenset[str]

OURS: Final = "put the figures under the headings of the template Published figures: Authority, Measure, Period, Value"
POPULATION: Final = "ons_mid-year_population_estimates, a file of Explore Education Statistics"
FEW: Final = 3
AGES: Final = frozenset(map(str, range(10)))
TITLE: Final = re.compile(r"table(la)?[a-z]?\d{1,2}[a-z]?($|[a-z])|backto(index|contents)")
GEOGRAPHY: Final = frozenset({"geogl", "geogc", "geogn"})
LINES: Final = frozenset({"linenumber", "s52linereference", "s251linereference"})
AREAS: Final = frozenset({"lacode", "newlacode", "oldlacode", "laname", "countrycode", "countryname", "regionname"})
OF_OFSTED: Final = frozenset(
    {"provisiontype", "providertype", "joinerstatus", "leaverstatus", "weblink", "providerstatus"}
)


class Layout(NamedTuple):
    """A layout that is known and not read: how its headings are told, and what is said."""

    is_it: Callable[[Headings], bool]
    sentence: str


def _years(headings: Headings) -> int:
    return sum(bool(re.fullmatch(r"(mid)?(19|20)\d\d(\d\d)?(ot)?", heading)) for heading in headings)


def _is_no_period(headings: Headings) -> bool:
    return "geographiclevel" in headings and "timeperiod" not in headings


def _is_no_level(headings: Headings) -> bool:
    return "timeperiod" in headings and not headings.isdisjoint(AREAS)


def _is_by_year(headings: Headings) -> bool:
    return bool(headings & {"laandregions", "lanumber"}) and _years(headings) >= FEW


def _is_fingertips(headings: Headings) -> bool:
    return {"indicatorid", "areacode"} <= headings


def _is_by_age(headings: Headings) -> bool:
    return headings >= AGES or headings >= {f"age{age}" for age in AGES}


def _is_spending(headings: Headings) -> bool:
    return not headings.isdisjoint(LINES) and not headings.isdisjoint({"laname", "la", "lanumber"})


def _is_first_release(headings: Headings) -> bool:
    return headings >= GEOGRAPHY or headings >= {"gorcode", "lacode", "laname"}


def _is_table(headings: Headings) -> bool:
    return any(TITLE.match(heading) for heading in headings)


def _is_ofsted(headings: Headings) -> bool:
    return "urn" in headings and not headings.isdisjoint(OF_OFSTED)


LAYOUTS: Final = (
    Layout(
        _is_no_period,
        "The file looks like a release of Explore Education Statistics, but lacks time_period. Download it again "
        "(Download all data) and upload it as it is.",
    ),
    Layout(
        _is_no_level,
        "The file looks like a release of Explore Education Statistics, but lacks geographic_level, which says whether "
        "a row is of England, a region or a local authority. Download it again (Download all data) and upload it as it "
        "is.",
    ),
    Layout(
        _is_by_year,
        "The file looks like an export of the Local Authority Interactive Tool with a column for each year. The tool's "
        f"long file is read: Short Desc, Years, LA and Regions, Values. Upload that one, or {OURS}.",
    ),
    Layout(
        _is_fingertips,
        "The file is from Fingertips (Office for Health Improvement and Disparities), which is not read. To use it, "
        f"{OURS}.",
    ),
    Layout(
        _is_by_age,
        "The file looks like a population by single year of age. The population aged 0 to 17 is read: upload "
        f"{POPULATION}, or la_name, mid_year and population_0_17.",
    ),
    Layout(
        _is_spending,
        "The file looks like a section 251 outturn, line by line, which is not read. The weekly unit costs are in the "
        f"long file of the Local Authority Interactive Tool: upload that one, or {OURS}.",
    ),
    Layout(
        _is_first_release,
        "The file looks like the underlying data of a statistical first release of the years before 2018, which does "
        f"not say its period. To use it, {OURS}.",
    ),
    Layout(
        _is_table,
        "The file looks like a table of a publication, laid out for people to read. Upload the underlying data of the "
        f"release (CSV), or {OURS}.",
    ),
    Layout(
        _is_ofsted,
        "The file looks like one of Ofsted's, but is no list of settings with URN, provision type and sector. Upload "
        "the sheet or file called Provider level.",
    ),
)


def unread(sheets: Iterable[Sheet]) -> str | None:
    """Say what a file is whose layout is known and not read; None of any other."""
    rows = [frozenset(plain(cell) for cell in row.values() if cell) for sheet in sheets for row in sheet.head]
    return next((layout.sentence for layout in LAYOUTS for row in rows if layout.is_it(row)), None)
