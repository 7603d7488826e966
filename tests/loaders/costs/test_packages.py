"""Additional packages: part of the total, or on top of it."""

import pytest

from loaders.consolidate import consolidate
from loaders.consolidated import Loaded
from tests.loaders.costs.price import cost, prices, said


@pytest.mark.parametrize(
    ("includes", "packages", "weekly", "part", "codes"),
    [
        ("Y", "", 1000, None, []),
        ("N", "", 1000, None, []),
        ("", "", 1000, None, []),
        ("Y", "300", 1000, 300, []),
        ("N", "300", 1300, 300, ["packages-added"]),
        ("", "300", 1000, 300, ["packages-unclear"]),
        ("Y", "0", 1000, 0, []),
        ("N", "0", 1000, 0, ["packages-added"]),
        ("", "0", 1000, 0, []),
        ("Y", "1200", 1000, None, ["packages-exceed-total"]),
        ("N", "1200", 2200, 1200, ["packages-added"]),
        ("", "1200", 1000, None, ["packages-exceed-total"]),
        ("Y", "-5", 1000, None, ["unreadable"]),
    ],
)
def test_each_combination(includes: str, packages: str, weekly: float, part: float | None, codes: list[str]):
    split = {"Social_care": "", "Education": "", "Health": ""}
    row, findings = cost(Additional_packages=packages, Includes_packages=includes, **split)
    assert (row["weekly_cost"], row["packages"], row["social_care"]) == (weekly, part, weekly)
    assert [code for _, code, _ in findings] == codes


def test_packages_have_the_basis_of_their_row():
    reading = prices("Annual cost | Additional packages | Includes packages\n73000 | 36500 | N")
    assert reading.tables["costs"].select("weekly_cost", "packages").row(0) == (pytest.approx(2100), pytest.approx(700))


def test_the_parts_pay_for_the_packages_too():
    row, findings = cost(Additional_packages="500", Social_care="900", Education="20%", Health="300")
    assert (row["weekly_cost"], row["education"]) == (1500.0, 300.0)
    assert [code for _, code, _ in findings] == ["packages-added"]


def test_a_total_of_parts_is_the_whole_price():
    row, findings = cost(Total_weekly_cost="", Additional_packages="500")
    assert (row["weekly_cost"], row["packages"]) == (1000.0, 500.0)
    assert [code for _, code, _ in findings] == ["total-from-parts"]


def test_packages_that_are_added_are_told_once():
    reading = prices("Child ID|Weekly cost|Packages|Includes packages\n1|900|100|N\n2|900|100|N\n3|900|100|Y")
    assert said(reading) == [(None, "packages-added", "info")]
    assert "in 2 rows" in reading.findings.filter(code="packages-added")["message"][0]


def test_packages_are_in_the_consolidated_prices():
    reading = prices("Weekly cost | Packages | Includes packages\n900 | 100 | N")
    together = consolidate(reading.tables, Loaded.create_empty())
    assert together["costs"].select("weekly_cost", "packages").rows() == [(1000.0, 100.0)]
