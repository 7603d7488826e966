"""The table beside a chart, and the same figures as CSV."""

import polars as pl
from polars.testing import assert_frame_equal

from dashboard.charts.number_format import MARKS
from dashboard.exports.csv_export import About, as_csv
from dashboard.panels.figure_table import legend, readable
from loaders.spreadsheet_safety import harmless
from metrics import METRICS, When
from tests.dashboard.charts.examples import BY_BOROUGH, BY_MONTH
from tests.table import table

OUTSIDE = METRICS["outside_borough"]


def test_values_ranges_and_marks_are_in_words():
    assert_frame_equal(
        readable(BY_BOROUGH.head(3).drop("denominator"), OUTSIDE),
        pl.DataFrame(
            {
                "Who": ["Brent", "Hammersmith and Fulham", "Harrow"],
                "Value": ["61%", "70%", "[c]"],
                "95% range": ["55% to 66%", "63% to 76%", ""],
                "n": ["309", "205", ""],
            }
        ),
    )


def test_the_newest_month_comes_first():
    assert readable(BY_MONTH, OUTSIDE)["Month"].to_list()[:3] == ["Aug 2026"] * 3


def test_a_table_without_one_value_column_is_shown_as_it_is():
    shown = readable(table("label | low | is_high\nAcorn | 12.5 | true"), OUTSIDE)
    assert shown.to_dicts() == [{"Label": "Acorn", "Low": "12%", "Is high": "Yes"}]


def test_every_mark_is_explained():
    assert legend(BY_BOROUGH) == [f"[c] {MARKS['[c]']}"]
    assert legend(BY_BOROUGH.filter(pl.col("mark").is_null())) == []


def test_no_cell_runs_in_a_spreadsheet():
    cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "Brent", None]
    kept = harmless(pl.DataFrame({"provider": cells}))["provider"].to_list()
    assert kept == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", "Brent", None]


def test_the_csv_says_what_it_holds():
    about = About("Consortium", ("Placement type: Children's home", "Sex: Girls"), is_fictional=True)
    text = as_csv(BY_BOROUGH.slice(2, 1), OUTSIDE, When.return_year(2026), about).decode("utf-8-sig")
    head, row = text.splitlines()
    assert head == "measure,unit,period,about,filters,data,series,denominator,value,lower,upper,mark,n"
    assert row.startswith(
        "Placed outside the borough,%,2025-04-01 to 2026-03-31,Consortium,Placement type: Children's home; Sex: Girls,"
        "Fictional,Harrow,6,,,,[c],"
    )
