"""Who is behind a figure: the same people whatever order amounts are added up in."""

import polars as pl
import pytest

from metrics import METRICS, When
from metrics.disclosure.contributors import with_people
from metrics.engine.query import Question
from tests.metrics.asked import YEAR


def question(slug: str) -> Question:
    when: When = YEAR
    return Question(METRICS[slug], (), {}, when, pl.DataFrame())


@pytest.mark.parametrize("amounts", [(0.1, 0.2, -0.3), (-0.3, 0.2, 0.1), (0.3, -0.2, -0.1)])
def test_what_rises_and_falls_by_the_same_puts_nobody_behind(amounts: tuple[float, ...]):
    rows = pl.DataFrame({"numerator": amounts, "denominator": 0.0, "child": "a"})
    found = with_people(pl.DataFrame({"n": [1]}), rows, question("change_in_spend"))
    assert found.select("people", "behind").row(0) == (1, 0)
