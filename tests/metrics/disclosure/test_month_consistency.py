"""Money by what spend cannot be cut by is answered as it is."""

import pytest

from metrics import METRICS, Release, measure
from metrics.disclosure.lattice import DIMENSIONS, NotInReleaseError
from metrics.disclosure.month_consistency import is_of_days
from metrics.engine.groupings import groupings
from metrics.engine.table_cache import Held
from tests.conftest import Tables

OF_DAYS = [slug for slug, card in METRICS.items() if is_of_days(card)]


@pytest.fixture(scope="module")
def held(made_up_tables: Tables) -> Held:
    """Give tables that are protected once."""
    return Held(made_up_tables)


@pytest.mark.parametrize("slug", OF_DAYS)
def test_every_measure_of_spend_is_answered_by_all_that_the_release_cuts_it_by(held: Held, slug: str):
    card, answered = METRICS[slug], 0
    for name in sorted(DIMENSIONS & {*groupings(card, held)}):
        try:
            answered += measure(card, held, by=(name,), release=Release.BOARD).height > 0
        except NotInReleaseError:
            continue
    assert answered
