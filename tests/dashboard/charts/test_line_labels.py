"""Names beside lines and marks keep apart."""

import pytest

from dashboard.charts.line_labels import apart, broken, room


@pytest.mark.parametrize(
    ("values", "gap", "expected"),
    [
        ([10.0, 50.0], 5.0, [10.0, 50.0]),
        ([10.0, 12.0], 6.0, [8.0, 14.0]),
        ([12.0, 10.0], 6.0, [14.0, 8.0]),
        ([5.0, 5.0, 5.0], 2.0, [3.0, 5.0, 7.0]),
    ],
)
def test_values_move_as_little_as_needs_be(values: list[float], gap: float, expected: list[float]):
    assert apart(values, gap) == pytest.approx(expected, abs=0.01)


def test_none_moves_under_the_foot():
    assert apart([0.0, 1.0], 6.0, lowest=0.0) == pytest.approx([0.0, 6.0], abs=0.01)


def test_long_names_break_over_lines():
    assert broken("Hammersmith and Fulham") == "Hammersmith and\nFulham"
    assert broken("Brent") == "Brent"


def test_the_first_name_has_first_choice_of_room():
    assert room([(0.5, 0.5, "Hounslow"), (0.52, 0.5, "Ealing"), (0.1, 0.9, "Brent")]) == [0, 2]
