"""The document says how much each page hides; that is what each page hides."""

import re
from unittest.mock import Mock

import pytest

from store import snapshot
from tests.conftest import AT_LENGTH, ROOT, Tables
from tests.dashboard.conftest import App
from tests.dashboard.pages.event.hidden import HEADING, WAYS, counts

NEAR = 3
"""Points that a share may have moved since the document was written, before it is to be written again."""


def told() -> dict[str, list[int]]:
    """Read the shares of the document, by page."""
    section = (ROOT / "docs" / "disclosure.md").read_text().partition(HEADING)[2].partition("\n## ")[0]
    rows = [row.strip("| ").split(" | ") for row in section.splitlines() if " % of " in row]
    return {page: [int(re.split(r" % of ", cell)[0]) for cell in cells] for page, *cells in rows}


@pytest.mark.skipif(not AT_LENGTH, reason="opens every page four times: make prove")
def test_the_document_says_what_each_page_hides(app: App, sample_tables: Tables, monkeypatch: pytest.MonkeyPatch):
    app(sample_tables)
    monkeypatch.setattr(snapshot, "tables", Mock(return_value=sample_tables))  # with their own return years
    found = counts()
    written = told()
    for way, pages in found.items():
        place = list(WAYS).index(way)
        for page, cells in pages.items():
            assert abs(written[page][place] - cells.share) < NEAR, f"{page}, {way}: run `make docs`"
