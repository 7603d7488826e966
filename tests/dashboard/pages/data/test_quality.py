"""Is the data getting better: rows with a finding by return year and borough, and findings by kind."""

import polars as pl
import pytest

from dashboard.pages.data.quality_data import by_borough, by_kind, by_year
from dashboard.pages.data.quality_insights import getting_better
from tests.table import table

FILES = table("""
    borough       | return_year | rows | accepted | repaired | across | set_aside | blank | flagged | findings
    Brent         | 2025        | 900  | 880      | 3        | 1      | 2         | 10    | 10      | 14
    Brent         | 2025        | 100  | 90       | 0        | 0      | 10        | 0     | 10      | 10
    Ealing        | 2025        | 1000 | 1000     | 0        | 0      | 0         | 0     | 0       | 0
    Brent         | 2024        | 1000 | 900      | 0        | 0      | 7         | 0     | 100     | 120
    Every borough |             | 50   | 50       | 0        | 0      | 0         | 0     | 0       | 0
""")


def test_a_return_year_is_summed_over_its_files_the_newest_first():
    years = by_year(FILES)
    assert years.select("return_year", "files", "rows", "across", "flagged", "value").rows() == [
        (2025, 3, 2000, 1, 20, 1.0),
        (2024, 1, 1000, 0, 100, 10.0),
    ]
    assert (years["lower"] < years["value"]).all()


def test_each_borough_has_its_share_and_the_consortium_comes_last():
    assert by_borough(FILES).select("series", "year", "value").rows() == [
        ("Brent", "2024", 10.0),
        ("Brent", "2025", 2.0),
        ("Ealing", "2025", 0.0),
        ("Consortium", "2024", 10.0),
        ("Consortium", "2025", 1.0),
    ]


def test_kinds_are_counted_by_year_the_most_frequent_first():
    findings = table("""
        severity | message | return_year
        error    | Worse.  | 2025
        warning  | Look.   | 2024
        warning  | Look.   | 2025
        warning  | Look.   | 2025
        info     | Shared. |
    """)
    assert by_kind(findings).to_dict(as_series=False) == {
        "severity": ["warning", "error"],
        "message": ["Look.", "Worse."],
        "2024": [1, 0],
        "2025": [2, 1],
    }
    assert by_kind(findings.clear()).is_empty()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("2025 | 2000 | 40\n2024 | 2000 | 200", "Better: 2% of rows flagged in 2025, 10% in 2024"),
        ("2025 | 2000 | 200\n2024 | 2000 | 40", "Worse: 10% of rows flagged in 2025, 2% in 2024"),
        ("2025 | 100 | 3\n2024 | 100 | 2", "No clear change: 3% of rows flagged in 2025, 2% in 2024"),
        ("2025 | 100 | 0", "0% of rows flagged in 2025"),
    ],
)
def test_a_change_is_claimed_only_where_the_ranges_part(rows: str, sentence: str):
    files = table(f"return_year | rows | flagged\n{rows}")
    also = [pl.lit(0).alias(name) for name in ("accepted", "repaired", "across", "blank", "set_aside", "findings")]
    assert getting_better(by_year(files.with_columns(also)).rows(named=True)) == sentence


def test_with_nothing_loaded_nothing_is_claimed():
    assert getting_better([]) == "Nothing is loaded yet"
