"""The boroughs' own cases: each child is named after the rule that corrects its episodes, or after none."""

from itertools import groupby

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import loaders
from loaders.consolidate.repairs.episodes import repaired
from loaders.consolidate.repairs.repair_log import Bench
from loaders.consolidated import Loaded
from tests.loaders.files import SHARED, csv_of
from tests.table import table

FILE = SHARED / "ssda903/episode_repairs.csv"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"the file to test against is not at {FILE}")

WITHOUT_RULE = """
    NORULE_BAD | 2015-06-19 | 2016-07-26 | New episode begins                 |
    NORULE_BAD | 2016-07-26 | 2021-12-12 | Stayed with carers at 18           |
    NORULE_NEW | 2022-02-01 | 2022-07-10 | Stayed with carers at 18           |
    NORULE_NEW | 2022-10-23 |            |                                    |
    NORULE_SUT | 2017-12-15 |            |                                    |
"""
WITH_RULE = """
    RULE1A_BAD | 2016-01-22 | 2016-10-24 | New episode begins                 |
    RULE1A_BAD | 2016-10-24 | 2017-04-01 | Closed by repair                   | episode-closed-before-new-care
    RULE1A_BAD | 2017-04-20 | 2017-06-13 | Other reason                       |
    RULE1_BAD  | 2016-01-13 | 2017-08-20 | New episode begins                 | episode-closed-by-next
    RULE1_BAD  | 2017-08-20 | 2019-06-21 | New episode begins                 |
    RULE1_BAD  | 2019-06-21 | 2019-07-23 | Independent living without support |
    RULE2_BAD  | 2019-05-10 | 2020-04-01 | Closed by repair                   | episode-closed-with-return
    RULE3A_BAD | 2017-11-25 | 2018-01-25 | New episode begins                 |
    RULE3A_BAD | 2018-01-25 | 2018-05-16 | Special guardianship: former foster carer, relative |
    RULE3_BAD  | 2016-09-23 | 2017-05-30 | Died                               |
    RULE4_BAD  | 2018-11-23 | 2018-12-20 | New episode begins                 | episode-cut-at-next
    RULE4_BAD  | 2018-12-20 | 2019-08-19 | New episode begins                 |
    RULE4_BAD  | 2019-08-19 | 2019-10-01 | Returned home, planned             |
    RULE5_BAD  | 2019-11-06 | 2020-04-02 | New episode begins                 | episode-run-on-to-next
    RULE5_BAD  | 2020-04-02 |            |                                    |
"""


def returns() -> pl.DataFrame:
    """Clean episodes of every borough and year of the file, each read as a return of its own."""
    headings, *rows = [line.split(",") for line in FILE.read_text(encoding="utf-8").splitlines()]
    whose = slice(headings.index("LA"), headings.index("YEAR") + 1)
    parts = groupby(sorted(rows, key=lambda row: row[whose]), key=lambda row: row[whose])
    readings = [
        loaders.read(csv_of([headings, *of_return]), name="episodes.csv", borough=borough, year=int(year))
        for (borough, year), of_return in parts
    ]
    return pl.concat(reading.tables["episodes"] for reading in readings)


def told(bench: Bench, given: pl.DataFrame) -> pl.DataFrame:
    """Repairs by child and start."""
    whose = given.select("borough", "return_year", "row", child=child(), started="started")
    return bench.told().join(whose, on=["borough", "return_year", "row"])


def child() -> pl.Expr:
    return pl.col("child").str.split("-").list.last()


def test_the_boroughs_cases_come_out_as_their_rules_say():
    given = returns()
    bench = repaired(given, Loaded.create_empty())
    expected = table(f"child | started | ended | reason_ended | code\n{WITHOUT_RULE}\n{WITH_RULE}")
    codes = told(bench, given).select("child", "started", "code")
    found = bench.rows.with_columns(child()).join(codes, on=["child", "started"], how="left")
    plain = found.select(expected.columns).with_columns(pl.col("reason_ended").cast(pl.String))
    assert_frame_equal(plain.sort("child", "started"), expected)


def test_the_episodes_left_out_are_told():
    given = returns()
    bench = repaired(given, Loaded.create_empty())
    left_out = told(bench, given).join(bench.rows, on=["borough", "return_year", "row"], how="anti")
    expected = table("""
        child      | started    | code
        RULE3A_BAD | 2018-03-22 | episode-replaced
        RULE3_BAD  | 2016-09-27 | episode-start-corrected
        RULE4_BAD  | 2018-12-24 | episode-replaced
    """)
    assert_frame_equal(left_out.select(expected.columns).sort("child"), expected)
    assert bench.rows.height + left_out.height == given.height
