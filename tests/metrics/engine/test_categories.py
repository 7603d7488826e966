"""Filters: the values of a column, as text."""

from datetime import date

import polars as pl
import pytest

from metrics.engine.categories import is_one_of, labelled

SEX = pl.Enum(["Female", "Male", "Unknown"])
ROWS = pl.DataFrame(
    {
        "sex": pl.Series(["Female", "Male", None], dtype=SEX),
        "is_uasc": [True, False, None],
        "age": pl.Series([1, 10, None], dtype=pl.Int16),
        "month": [date(2025, 1, 31), date(2025, 2, 28), None],
        "provider": ["Oak, Elm", "", None],
    }
)


def kept(column: str, *values: str) -> list[object]:
    """Give a column's values that are kept."""
    return ROWS.filter(is_one_of(column, ROWS.schema[column], values))[column].to_list()


def test_each_type_is_matched_by_its_text():
    assert kept("sex", "Male") == ["Male"]
    assert kept("is_uasc", "TRUE") == [True]
    assert kept("age", "10", "11") == [10]
    assert kept("month", "2025-01-31") == [date(2025, 1, 31)]
    assert kept("provider", "Oak, Elm") == ["Oak, Elm"]


def test_the_empty_string_keeps_what_is_not_known():
    assert kept("sex", "") == [None]
    assert kept("is_uasc", "", "false") == [False, None]
    assert kept("age", "1", "") == [1, None]


def test_no_value_keeps_nothing():
    assert kept("sex") == []


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("sex", "M", "sex cannot be M. It can be one of Female, Male, Unknown."),
        ("is_uasc", "maybe", "is_uasc cannot be maybe. It can be true or false."),
        ("age", "ten", "age cannot be ten. It can be a number."),
        ("month", "January", "month cannot be January. It can be a date such as 2025-03-31."),
    ],
)
def test_a_value_that_cannot_be_is_said(column: str, value: str, message: str):
    with pytest.raises(ValueError, match=message.replace(".", r"\.")):
        kept(column, value)


def test_a_misspelt_label_raises_where_equality_would_match_nothing():
    assert ROWS.lazy().select(labelled(ROWS.lazy(), "sex", "Male")).collect()["sex"].to_list() == [False, True, False]
    with pytest.raises(ValueError, match="cannot be Mael"):
        labelled(ROWS.lazy(), "sex", "Mael")
