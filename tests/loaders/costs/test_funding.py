"""Joint funding: the parts of social care, education and health, and what they leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.costs.amounts import PARTS
from tests.loaders.costs.price import cost, prices, said

CASES = """
total | social care | education | health | social | schools | nhs    | codes
1000  | 700         | 200       | 100    | 700    | 200     | 100    |
1000  |             |           |        | 1000   | 0       | 0      |
1000  |             | 200       | 100    | 700    | 200     | 100    |
1000  | 700         |           |        | 700    | 0       | 0      | parts-fall-short
1000  | 500         | 200       | 100    | 500    | 200     | 100    | parts-fall-short
1000  | 1000        | 500       | 500    | 500    | 250     | 250    | parts-exceed-total
1000  |             | 1500      | 500    | 0      | 750     | 250    | parts-exceed-total
1000  | 704         | 200       | 100    | 704    | 200     | 100    |
1000  | 706         | 200       | 100    | 702    | 199     | 99     | parts-exceed-total
100   | 70          | 20        | 11     | 70     | 20      | 11     |
100   | 70          | 20        | 12     | 69     | 20      | 12     | parts-exceed-total
1000  |             | 25%       |        | 750    | 250     | 0      |
1000  | 60%         | 30 %      | 10%    | 600    | 300     | 100    |
1000  | 60%         | 300       | 100    | 600    | 300     | 100    |
1000  | 60%         | 10%       |        | 600    | 100     | 0      | parts-fall-short
1000  | 0.6         | 0.3       | 0.1    | 600    | 300     | 100    | parts-as-shares
1000  |             | 0.25      |        | 750    | 250     | 0      | parts-as-shares
1000  | 1000        | 0         | 0      | 1000   | 0       | 0      |
1000  |             | 120%      |        | 1000   | 0       | 0      | unreadable
1000  |             | -50       |        | 1000   | 0       | 0      | unreadable
0     | 0           | 0         | 0      | 0      | 0       | 0      |
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines()[1:])
def test_who_pays(line: str):
    total, social, education, health, *paid, code = [cell.strip() for cell in line.split("|")]
    row, findings = cost(Total_weekly_cost=total, Social_care=social, Education=education, Health=health)
    assert row["weekly_cost"] == float(total)
    assert [row[part] for part in PARTS] == [pytest.approx(float(amount), abs=1) for amount in paid]
    assert [found for _, found, how in findings if how != "info"] == ([code] if code else [])


def test_a_share_needs_a_total():
    row, findings = cost(Total_weekly_cost="", Social_care="60%", Education="", Health="")
    assert (row, findings) == ({}, [("Total weekly cost", "no-cost", "error")])


def test_what_the_parts_miss_is_told_for_the_file_as_one_sum():
    reading = prices("""
        Child ID | Total weekly cost | Social care | Education | Health
        1        | 1000              | 500         | 100       | 100
        2        | 1000              | 500         | 100       | 200
        3        | 1000              | 500         | 500       | 500
        4        | 1000              | 500         | 250       | 250
    """)
    told = dict(reading.findings.filter(severity="info").select("code", "message").iter_rows())
    assert (
        "falls short of its total in 2 rows, by £500 a week in all: shown as funder not stated"
        in told["funder-not-stated"]
    )
    assert "exceeds its total in 1 row, by £500 a week in all: the parts were cut in proportion" in told["parts-cut"]
    assert [row for row in said(reading) if row[0]] == [
        (2, "parts-fall-short", "warning"),
        (3, "parts-fall-short", "warning"),
        (4, "parts-exceed-total", "warning"),
    ]
    assert reading.repaired == 1


def test_parts_have_the_basis_of_their_row():
    reading = prices("Annual cost | Contribution from Education\n73000 | 36500")
    row = reading.tables["costs"].row(0, named=True)
    assert [row[part] for part in PARTS] == [pytest.approx(700), pytest.approx(700), 0]


MONEY = st.one_of(st.just(""), st.integers(0, 3000).map(str), st.integers(0, 100).map("{}%".format))


@given(st.integers(20, 3000), MONEY, MONEY, MONEY)
def test_the_parts_never_exceed_the_total(total: int, social: str, education: str, health: str):
    row, _ = cost(Total_weekly_cost=str(total), Social_care=social, Education=education, Health=health)
    paid = [row[part] for part in PARTS]
    assert all(isinstance(part, float) and part >= 0 for part in paid)
    assert sum(part for part in paid if isinstance(part, float)) <= total + max(1, total * 0.005) + 1e-9
