"""Who is behind a figure: the same people whatever order amounts are added up in."""

import polars as pl
import pytest

from metrics import METRICS, When
from metrics.disclosure.people import with_people
from metrics.question import Question
from tests.metrics.asked import YEAR


def question(slug: str) -> Question:
    when: When = YEAR
    return Question(METRICS[slug], (), {}, when, pl.DataFrame())


@pytest.mark.parametrize("amounts", [(0.1, 0.2, -0.3), (-0.3, 0.2, 0.1), (0.3, -0.2, -0.1)])
def test_what_rises_and_falls_by_the_same_puts_nobody_behind(amounts: tuple[float, ...]):
    rows = pl.DataFrame({"numerator": amounts, "denominator": 0.0, "child": "a", "key": 7})
    found = with_people(pl.DataFrame({"n": [1]}), rows, question("change_in_spend"))
    assert found.select("people", "behind", "key_part").row(0) == (1, 0, 0)


@pytest.mark.parametrize(
    ("amounts", "step"),
    [
        ((800, 800, 800), 800),
        ((1_000, 2_000, 3_000), 2_000),
        ((400, 400, 400, 12_000), 3_200),
        ((500, 500, 500, 500, 500, 500, 500, 500, 500, 6_000), 1_000),
        ((1, 1, 1, 2), 1),
        ((0, 0, 800), 800),
    ],
)
def test_a_step_is_the_mean_child_or_a_fifth_of_the_largest_in_multiples_of_the_least(amounts: list[int], step: int):
    rows = pl.DataFrame({"numerator": map(float, amounts), "denominator": 1.0}).with_row_index("child")
    found = with_people(pl.DataFrame({"n": [1]}), rows.with_columns(key=7), question("annualised_spend"))
    assert found.select("step_part", "step_whole").row(0) == (step, 1)
