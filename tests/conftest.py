"""What many tests look at: tables of random children, and the sample as loaded."""

from collections.abc import Mapping

import polars as pl
import pytest

from tests.metrics.made_up import made_up

Tables = Mapping[str, pl.LazyFrame]


@pytest.fixture(scope="session")
def made_up_tables() -> Tables:
    return made_up()
