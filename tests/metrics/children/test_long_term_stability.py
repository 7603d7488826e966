"""Children who stay in care and with their carer."""

import pytest

from tests.metrics.asked import at, figures, same

HEADER = (
    "child | birth_month | care_started | carer_started | started    | ended      | placement_group    | is_short_break"
)


def stable(*rows: str) -> tuple[float, float]:
    """Give numerator and denominator at 31 March 2025."""
    found = figures("long_term_stability", when=at("2025-03-31"), episodes="\n".join([HEADER, *rows]))
    return found["numerator"].item(), found["denominator"].item()


@pytest.mark.parametrize(
    ("care_started", "carer_started", "expected"),
    [
        ("2022-09-30", "2023-03-31", (1, 1)),
        ("2022-09-30", "2023-04-01", (0, 1)),
        ("2022-10-01", "2022-10-01", (0, 0)),
    ],
)
def test_two_and_a_half_years_in_care_and_two_with_the_carer(
    care_started: str, carer_started: str, expected: tuple[float, float]
):
    row = f"1 | 2012-01-01 | {care_started} | {carer_started} | {carer_started} | | Foster care | false"
    assert stable(row) == expected


@pytest.mark.parametrize(("birth_month", "counts"), [("2009-04-01", 1), ("2009-03-01", 0)])
def test_children_under_sixteen_are_asked_about(birth_month: str, counts: int):
    assert stable(f"1 | {birth_month} | 2015-01-01 | 2015-01-01 | 2015-01-01 | | Foster care | false") == (
        counts,
        counts,
    )


def test_adopters_and_the_carer_before_them_count_together():
    before = "1 | 2018-01-01 | 2020-01-01 | 2021-01-01 | 2021-01-01 | 2024-10-01 | Foster care | false"
    assert stable(before, "1 | 2018-01-01 | 2020-01-01 | 2024-10-01 | 2024-10-01 | | Placed for adoption | false") == (
        1,
        1,
    )
    assert stable(before, "1 | 2018-01-01 | 2020-01-01 | 2024-10-01 | 2024-10-01 | | Foster care         | false") == (
        0,
        1,
    )


def test_a_carer_of_an_earlier_period_of_care_does_not_count():
    assert stable(
        "1 | 2018-01-01 | 2019-01-01 | 2019-01-01 | 2019-01-01 | 2020-01-01 | Foster care         | false",
        "1 | 2018-01-01 | 2022-01-01 | 2024-01-01 | 2024-01-01 |            | Placed for adoption | false",
    ) == (0, 1)


def test_a_carer_with_several_episodes_is_one_carer():
    found = figures(
        "long_term_stability",
        when=at("2025-03-31"),
        episodes="\n".join(
            [
                HEADER,
                "1 | 2018-01-01 | 2020-01-01 | 2021-01-01 | 2021-01-01 | 2022-10-01 | Foster care         | false",
                "1 | 2018-01-01 | 2020-01-01 | 2021-01-01 | 2022-10-01 | 2024-10-01 | Foster care         | false",
                "1 | 2018-01-01 | 2020-01-01 | 2024-10-01 | 2024-10-01 |            | Placed for adoption | false",
            ]
        ),
    )
    same(found, "numerator | denominator | value | n\n1 | 1 | 100 | 1")
