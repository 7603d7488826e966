"""What share of each page's figures a release hides, of the sample: for docs/disclosure.md.

`python -m tests.dashboard.pages.event.hidden` prints the table; `--write docs/disclosure.md` puts it into that file.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from streamlit.testing.v1 import AppTest

from dashboard.pages.event.suppression_counts import Cells
from tests.on_sample import on_sample

HEADING: Final = "## What is hidden on each page"
BOROUGH: Final = "Brent"
WAYS: Final = {
    "board": ("Board", ""),
    f"board, {BOROUGH}": ("Board", BOROUGH),
    "event": ("Event", ""),
    f"event, {BOROUGH}": ("Event", BOROUGH),
}
"""The columns of the table: the release, and the borough in focus."""

SCRIPT: Final = """
import streamlit as st

from dashboard.auth import current_user
from dashboard.pages.event.suppression_counts import Cells
from dashboard.pages.event.screens import screens_of
from dashboard.pages.registry import EVENT_PAGES
from dashboard.panels.sidebar import chosen

st.session_state[current_user.RELEASE] = st.query_params["release"]
st.session_state["borough"] = st.query_params.get("borough")
st.session_state["counted"] = {
    page.title: sum((screen.cells for screen in screens_of(page, chosen()).screens), Cells())
    for page in EVENT_PAGES
}
"""


def counted(release: str, borough: str) -> dict[str, Cells]:
    """Count the figures of each page as the release shows them."""
    test = AppTest.from_string(SCRIPT, default_timeout=600)
    test.query_params["release"] = release
    test.query_params["borough"] = borough
    test.run()
    assert not test.exception, test.exception
    return test.session_state["counted"]


def counts() -> dict[str, dict[str, Cells]]:
    """Count them every way: by column, then by page."""
    return {name: counted(*way) for name, way in WAYS.items()}


def section(found: Mapping[str, Mapping[str, Cells]]) -> str:
    """Write the section of the document."""
    pages = [*next(iter(found.values())), "All"]
    rows = [
        "".join(f"| {cell} " for cell in (page, *(_share(found[way], page) for way in WAYS))) + "|" for page in pages
    ]
    head = [f"| page | {' | '.join(WAYS)} |", f"|---|{'---|' * len(WAYS)}"]
    return "\n".join([HEADING, "", ABOUT, "", *head, *rows, ""])


def _share(cells: Mapping[str, Cells], page: str) -> str:
    mine = sum(cells.values(), Cells()) if page == "All" else cells[page]
    return f"{mine.share:.0f} % of {mine.all:,}"


ABOUT: Final = (
    "Of the figures that each page shows as it opens: the sample's whole consortium to 30 September 2026, and with\n"
    "one borough in focus. A figure is a point of a chart or a cell of a table. The goal is at most 15 % in the board\n"
    "release and 25 % in the event release."
)


def main() -> None:
    """Print the section, or put it in its place in a document; in a database of its own."""
    with on_sample():
        written = section(counts())
    if "--write" not in sys.argv:
        sys.stdout.write(written)
        return
    path = Path(sys.argv[-1])
    before, _, after = path.read_text().partition(HEADING)
    rest = after[after.index("\n## ") + 1 :] if "\n## " in after else ""
    path.write_text(f"{before.rstrip()}\n\n{written}" + (f"\n{rest}" if rest else ""))


if __name__ == "__main__":
    main()
