"""Tests are handed to workers by names that are there."""

import pytest

from tests.conftest import ROOT
from tests.together import GROUPS, LONGEST, READING, Together


@pytest.mark.parametrize("start", [*LONGEST, *GROUPS, *READING])
def test_each_start_of_a_name_is_that_of_a_file(start: str):
    assert list(ROOT.glob(f"{start}*"))


@pytest.mark.parametrize(
    ("test", "goes_with"),
    [
        ("tests/store/test_views.py::test_a[1]", "tests/store/test_views.py"),
        ("tests/browser/test_pages.py::test_a[1]", "tests/browser/test_pages.py::test_a[1]"),
        ("tests/browser/test_curve.py::test_a", GROUPS["tests/browser/test_upload"]),
    ],
)
def test_a_test_goes_with_its_file_its_group_or_alone(test: str, goes_with: str):
    assert Together._split_scope(Together.__new__(Together), test) == goes_with
