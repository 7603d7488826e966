"""Incidents that satisfy Halton's paper of 6 January 2011, uploaded as a borough hands them in.

The paper has counts only. `MONTHS` are months that satisfy all of them at once: those of its monthly table as
printed, the rest chosen to meet its totals. `COHORTS` says how often the young people of each cohort went missing.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from loaders.reading.parallel import read_all
from loaders.reading.result import Reading
from tests.conftest import Tables, consolidated
from tests.table import table

MONTHS: Final = """
    month      | in_care | at_home | other | no_detail
    2007-09-01 |       8 |      40 |    40 |
    2007-10-01 |       8 |      40 |    40 |
    2007-11-01 |       8 |      40 |    40 |
    2007-12-01 |       8 |      40 |    40 |
    2008-01-01 |       8 |      41 |    40 |
    2008-02-01 |       8 |      41 |    40 |
    2008-03-01 |      10 |      20 |    20 |
    2008-04-01 |      20 |      30 |    20 |
    2008-05-01 |      20 |      30 |    20 |
    2008-06-01 |      25 |      40 |    30 |
    2008-07-01 |      20 |      30 |    30 |
    2008-08-01 |      20 |      30 |    30 |
    2008-09-01 |      10 |      20 |    20 |
    2008-10-01 |      10 |      28 |    20 |
    2008-11-01 |      10 |      28 |    20 |
    2008-12-01 |      10 |      28 |    20 |
    2009-01-01 |      10 |      28 |    20 |
    2009-02-01 |      10 |      28 |    20 |
    2009-03-01 |      10 |      30 |    20 |
    2009-04-01 |      34 |      26 |    20 |
    2009-05-01 |      37 |      28 |    20 |
    2009-06-01 |      40 |      30 |    20 |
    2009-07-01 |      20 |      36 |    30 |
    2009-08-01 |      20 |      36 |    30 |
    2009-09-01 |      20 |      70 |    68 |
    2009-10-01 |       7 |      32 |    28 |
    2009-11-01 |       7 |      31 |    28 |
    2009-12-01 |       6 |      30 |    28 |
    2010-01-01 |       6 |      30 |    28 |
    2010-02-01 |       6 |      30 |    27 |
    2010-03-01 |       6 |      31 |    27 | 1
    2010-04-01 |      27 |      23 |    27 |
    2010-05-01 |      37 |      36 |    27 |
    2010-06-01 |      84 |      39 |    27 |
    2010-07-01 |       7 |      31 |    27 |
    2010-08-01 |       6 |      31 |    27 |
    2010-09-01 |       3 |      17 |    20 |
"""

COHORTS: Final = """
    column    | code | young_people | repeat_runners | times_each
    in_care   | C    |           24 |              6 |         22
    at_home   | H    |          178 |              7 |         12
    other     | O    |           45 |             13 |         15
    no_detail |      |            0 |              0 |          0
"""
"""Between October 2009 and September 2010; the others of each cohort share out what is left, under nine times each."""

SERVICE_YEAR: Final = (date(2009, 10, 1), date(2010, 9, 30))
HEADINGS: Final = "Child ID,Cohort,Went missing,Time,Returned,Sex,Born"
CONTRACT: Final = """Service,Provider,Category,From,To,Annual price
Missing From Home Project,Barnardos,Missing from home,01/09/2008,,"90,000"
"""


def halton(folder: Path) -> Tables:
    """Consolidated tables of Halton's incidents and contract, by way of the files that it would upload."""
    lines: dict[int, list[str]] = {}
    for cohort in table(COHORTS).iter_rows(named=True):
        for day, line in _incidents(cohort):
            lines.setdefault(day.year + (day.month > 3), []).append(line)
    for year, rows in lines.items():
        (folder / "Halton" / str(year)).mkdir(parents=True)
        (folder / "Halton" / str(year) / "incidents.csv").write_text("\n".join([HEADINGS, *rows]))
    (folder / "Halton" / "2011" / "contracts.csv").write_text(CONTRACT)
    return {name: frame.lazy() for name, frame in consolidated(_accepted(folder)).items()}


def _accepted(folder: Path) -> Iterator[Reading]:
    for reading in read_all([folder]):
        assert not reading.refused, reading.refused
        assert (reading.accepted, reading.findings.height) == (reading.rows, 0), reading.findings
        yield reading


def _incidents(cohort: dict[str, object]) -> Iterator[tuple[date, str]]:
    """Give the day and the line of every incident of a cohort."""
    column, code = str(cohort["column"]), cohort["code"] or ""
    days = [
        day for month, times in table(MONTHS).select("month", column).iter_rows() for day in _days(month, times or 0)
    ]
    first, last = SERVICE_YEAR
    served = iter(_whose(cohort, sum(first <= day <= last for day, _ in days)))
    for number, (day, hour) in enumerate(days):
        child = next(served) if first <= day <= last else f"{column}-earlier-{number}"
        yield day, f"{child},{code},{day:%d/%m/%Y},{hour:02}:30,,,"


def _days(month: date, times: int) -> Iterator[tuple[date, int]]:
    """Give each incident of a month a day and an hour of its own."""
    return ((month.replace(day=1 + i % 28), i // 28) for i in range(times))


def _whose(cohort: dict[str, object], incidents: int) -> list[str]:
    """Give whose each incident of the service's year was: repeat runners first, then the others in turn."""
    people, often, times = (int(str(cohort[name])) for name in ("young_people", "repeat_runners", "times_each"))
    runners = [f"{cohort['column']}-{i}" for i in range(often) for _ in range(times)]
    others = [f"{cohort['column']}-{often + i % (people - often)}" for i in range(incidents - len(runners)) if people]
    return runners + others or [""] * incidents
