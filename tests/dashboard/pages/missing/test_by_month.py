"""Missing from home shaped for charts."""

import pytest

from dashboard.pages.missing.year_before import changed


@pytest.mark.parametrize(
    ("change", "words"),
    [(-36.2, "36% fewer"), (21.28, "21% more"), (0.3, "as before"), (None, "")],
)
def test_a_change_is_said_in_plain_words(change: float | None, words: str):
    assert changed(change) == words
