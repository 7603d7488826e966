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
        ("2022-10-01", "2023-04-01", (1, 1)),
        ("2022-10-01", "2023-04-02", (0, 1)),
        ("2022-10-02", "2022-10-02", (0, 0)),
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


def test_who_is_adopted_by_the_carer_has_had_that_carer_alone():
    before = "1 | 2018-01-01 | 2020-01-01 | 2020-01-01 | 2020-01-01 | 2024-06-01 | Foster care         | false"
    fostered = "1 | 2018-01-01 | 2020-01-01 | 2024-06-01 | 2024-06-01 | 2024-12-01 | Foster care         | false"
    adopted = "1 | 2018-01-01 | 2020-01-01 | 2024-06-01 | 2024-12-01 |            | Placed for adoption | false"
    assert stable(before, fostered, adopted) == (0, 1)


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


OLDER = (
    "child | birth_month | care_started | carer_started | started | placement_group | is_care_older | is_carer_older"
)
KNOWN = [
    f"{child} | 2012-01-01 | 2018-01-01 | 2018-01-01 | 2018-01-01 | Foster care | false | false"
    for child in range(1, 20)
]


@pytest.mark.parametrize(
    ("row", "denominator", "mark"),
    [
        ("2012-01-01 | 2023-06-05 | 2023-06-05 | 2023-06-05 | Foster care | true | false", 19, "[p]"),
        ("2012-01-01 | 2022-10-01 | 2024-06-05 | 2024-06-05 | Foster care | true | false", 20, None),
        ("2012-01-01 | 2022-10-01 | 2023-06-05 | 2023-06-05 | Foster care | true | true", 19, "[p]"),
        ("2012-01-01 | 2022-10-01 | 2022-10-01 | 2023-06-05 | Foster care | true | true", 20, None),
        ("           | 2018-01-01 | 2018-01-01 | 2018-01-01 | Foster care | false | false", 19, "[p]"),
        ("           | 2024-01-01 | 2024-01-01 | 2024-01-01 | Foster care | false | false", 19, None),
        ("2007-01-01 | 2023-06-05 | 2023-06-05 | 2023-06-05 | Foster care | true | false", 19, None),
    ],
)
def test_who_cannot_be_told_from_the_returns_on_record_is_left_out_and_told(
    row: str, denominator: int, mark: str | None
):
    found = figures("long_term_stability", when=at("2025-03-31"), episodes="\n".join([OLDER, *KNOWN, f"20 | {row}"]))
    assert (found["denominator"].item(), found["mark"].item()) == (denominator, mark)


def test_where_more_than_one_in_twenty_cannot_be_told_no_figure_is_given():
    row = "20 | 2012-01-01 | 2023-06-05 | 2023-06-05 | 2023-06-05 | Foster care | true | false"
    text = "\n".join([OLDER, *KNOWN[:10], row])
    same(
        figures("long_term_stability", when=at("2025-03-31"), episodes=text),
        "numerator | denominator | value | n | mark\n | | | | [x]",
    )
    told = figures(
        "long_term_stability", by=("borough",), when=at("2021-03-31"), episodes=f"{OLDER}\n{KNOWN[0]}\n{row}"
    )
    same(told, "borough | denominator | mark\nBrent | 1 | [u]")


def test_a_group_in_which_nobody_can_be_told_has_a_row():
    row = "20 | 2012-01-01 | 2023-06-05 | 2023-06-05 | 2023-06-05 | With parents | true | false"
    text = "\n".join([OLDER, *KNOWN, row])
    found = figures("long_term_stability", by=("placement_group",), when=at("2025-03-31"), episodes=text)
    same(found, "placement_group | denominator | mark\nFoster care | 19 |\nWith parents | | [x]")
