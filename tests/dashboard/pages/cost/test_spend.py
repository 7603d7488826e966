"""What drove spend is found once a data version, before a page asks."""

from dataclasses import replace
from unittest.mock import Mock

import pytest

from dashboard.auth.current_user import DEMONSTRATION, operating
from dashboard.data import loaded
from dashboard.filters.selection import Selection
from dashboard.pages.cost import spend
from store import snapshot
from tests.conftest import Tables
from tests.metrics.asked import YEAR


def test_a_page_finds_what_drove_spend_as_it_was_worked_out_beforehand(
    monkeypatch: pytest.MonkeyPatch, sample_tables: Tables, own_database: str
):
    del own_database
    found = Mock(return_value=None)
    monkeypatch.setattr(snapshot, "tables", Mock(return_value=sample_tables))
    monkeypatch.setattr(snapshot, "version", Mock(return_value="drivers"))
    monkeypatch.setattr(spend, "found", found)
    with operating(DEMONSTRATION):
        chosen = Selection(loaded.boroughs()[:2], YEAR.start, YEAR.end, loaded.first_day())
        spend.drive_ahead(chosen)
        assert [call.args[1] for call in found.call_args_list] == [
            {},
            *({"borough": (name,)} for name in chosen.boroughs),
        ]
        spend.drivers(replace(chosen, focus=chosen.boroughs[1], compare=("Rest of consortium",)))
        assert found.call_count == 3
