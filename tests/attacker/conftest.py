"""The dashboard on tables of one's own, for an attacker who reads its pages."""

from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import Mock

import polars as pl
import pytest

from dashboard.sample import of_sample
from metrics.populations import Tables
from store import history, snapshot
from tests.dashboard.conftest import forget


@pytest.fixture
def open_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[Tables], None]]:
    """Give what puts the pages on some tables; nothing that was asked before is remembered."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'app.db'}")
    monkeypatch.setattr(history, "current", Mock(return_value=pl.DataFrame({"sha256": sorted(of_sample())[:1]})))

    def on(tables: Tables) -> None:
        forget()
        monkeypatch.setattr(snapshot, "tables", Mock(return_value=tables))
        monkeypatch.setattr(snapshot, "version", Mock(return_value=str(id(tables))))

    yield on
    forget()
