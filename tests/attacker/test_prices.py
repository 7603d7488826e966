"""What an owner group is paid cannot be told by another, by whatever months and years it subtracts."""

from datetime import date
from typing import Final

import polars as pl
import pytest

from metrics import Release, disclosure
from metrics.disclosure import Protected, protected
from metrics.engine.table_cache import Held
from tests.attacker.prices import worked_out
from tests.conftest import AT_LENGTH, Tables

END: Final = date(2026, 9, 30)
CUTS: Final = (
    ("broad_type", "category_of_need", "sourcing", "is_out_of_area", "broad_sector", "age_band", "distance_band")
    if AT_LENGTH
    else ("category_of_need",)
)

both = pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])


@pytest.fixture(scope="module")
def behind(sample_tables: Tables) -> Protected:
    """Give what the sample's releases are made of."""
    return protected(Held(sample_tables))


@both
@pytest.mark.parametrize("cut", CUTS)
def test_no_hidden_month_of_the_consortium_s_spend_is_worked_out(behind: Protected, release: Release, cut: str):
    assert [each for each in worked_out(behind, cut, release, END) if each.is_told] == []


def test_where_months_are_hidden_one_by_one_it_tells(sample_tables: Tables, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(disclosure, "is_lasting", lambda sums, *_: pl.Series([False] * sums.height))
    behind = protected(Held(sample_tables))
    assert [each for each in worked_out(behind, "category_of_need", Release.BOARD, END) if each.is_told]
