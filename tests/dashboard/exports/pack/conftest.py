"""A pack of made-up children, made once for every test of its files."""

from collections.abc import Iterator

import polars as pl
import pytest

from dashboard.auth.current_user import operating
from dashboard.auth.permissions import Scope
from dashboard.exports.pack.build import pack
from dashboard.exports.pack.model import Pack
from dashboard.exports.pack.settings import Settings, period, selection, settings_of
from dashboard.pages.pack_plans import PACK_PLANS
from metrics import Release, Theme
from store import snapshot
from store.uploads import history
from tests.conftest import Tables
from tests.dashboard.conftest import forget

VERSION = "0123456789abcdef"
TESTED = (Theme.PLACEMENT_MIX, Theme.MISSING, Theme.COST)
"""Themes with every kind of chart."""

OPERATOR = Scope("Command line", None, Release.BOARD)


@pytest.fixture(scope="package")
def loaded(made_up_tables: Tables, idle_url: str) -> Iterator[Tables]:
    """Have the made-up tables be what is loaded."""
    since = made_up_tables["loaded"].with_columns(return_year=pl.lit(2021, pl.Int16))
    tables = {**made_up_tables, "loaded": since}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", idle_url)
        patch.setattr(snapshot, "tables", lambda _: tables)
        patch.setattr(snapshot, "version", lambda _: VERSION)
        patch.setattr(history, "current", lambda _: pl.DataFrame(schema={"sha256": pl.String}))
        forget()
        yield tables
    forget()


@pytest.fixture(scope="package")
def asked(loaded: Tables) -> Settings:
    """Give the settings of a pack of everything."""
    with operating(OPERATOR):
        return settings_of(selection(None, *period("")), TESTED, (), "A tester")


@pytest.fixture(scope="package")
def content(asked: Settings) -> Pack:
    """Give the content of a board pack of everything."""
    with operating(OPERATOR):
        return pack(asked, PACK_PLANS)
