"""What a page cannot show it says, and it names the files to upload."""

from collections.abc import Callable
from datetime import date
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data.missing_files import Lacks
from dashboard.filters.selection import Selection
from dashboard.insights.missing_files import told
from tests.dashboard.officer import said
from tests.dashboard.subsets import BOROUGH, FILES, tables_of
from tests.dashboard.test_every_page import PAGES, wrong

Open = Callable[..., AppTest]

TITLES: Final = {
    "episodes": "SSDA903 episodes",
    "header": "SSDA903 header",
    "missing": "SSDA903 missing",
    "uasc": "SSDA903 UASC",
    "oc2": "SSDA903 OC2",
    "costs": "Placement cost pro forma",
    "needs": "Needs assessments",
    "incidents": "Missing-from-home incidents",
    "contracts": "Service contracts",
    "population": "Population aged 0 to 17",
    "providers": "Provider register",
}

FIRST: Final = {
    "": ["episodes"],
    "compare": ["episodes", "population"],
    "curve": ["episodes", "population"],
    "placement-mix": ["episodes", "header", "costs"],
    "out-of-area": ["episodes", "costs"],
    "needs": ["episodes"],
    "missing": ["incidents", "episodes", "missing"],
    "cost": ["costs", "episodes", "needs"],
    "providers": ["episodes", "providers"],
    "pack": ["episodes"],
}
"""By page, the files that it cannot do without."""

NEXT: Final = FIRST | {
    "": ["costs", "missing", "population", "needs"],
    "needs": ["needs", "header", "oc2", "costs", "uasc"],
    "providers": ["costs", "needs", "missing"],
}
"""The same once the episodes are loaded."""

NO_MORE: Final = {"providers": ["providers"], "pack": ["episodes"]}
"""What is not asked for any more beside the episodes: a borough's own provision has its name without a register."""

DRAWN: Final = ("episodes", "incidents", "published_figures")
"""Files that charts are made of without any other."""

CHARTS: Final = ("vega_lite_chart", "plotly_chart")

BLIND: Final = ("Nothing is loaded for", "withheld", "too few months to say")
"""Words that give a wrong reason where nothing is loaded."""


@pytest.mark.parametrize("name", FILES)
def test_each_page_names_the_files_that_it_lacks(app: Callable[..., Open], name: str):
    opened, needed = app(tables_of([name]), as_loaded=True), NEXT if name == "episodes" else FIRST
    for address, files in needed.items():
        page = opened(address)
        assert wrong(page) == []
        words = " ".join(each.value for each in page.info) + said(page)
        missing = [TITLES[file] for file in files if file != name and _is_asked(name, address, file)]
        assert [title for title in missing if title not in words] == [], (address, words)
        assert not any(blind in words for blind in BLIND), address
        if "[x]" in words:
            assert "Upload" in words, address
        assert _unsaid(page) == [], address
        assert name in DRAWN or not any(map(page.get, CHARTS)), address


def _is_asked(name: str, address: str, file: str) -> bool:
    return not (name == "episodes" and file in NO_MORE.get(address, ()))


def _unsaid(page: AppTest) -> list[str]:
    """Titles of empty panels beyond those that say what to upload."""
    empty = [each.value for each in page.header if "othing to show yet" in each.value]
    return empty[sum("oaded" in each.value for each in page.info) :]


def test_what_is_lacking_is_of_the_borough_in_focus(app: Callable[..., Open]):
    page = app(tables_of(["episodes"]), as_loaded=True)("cost", borough=BOROUGH)
    assert any(f"Not loaded for {BOROUGH}: Placement cost pro forma" in each.value for each in page.info)


def test_every_page_that_shows_figures_is_looked_at():
    assert {*PAGES} - {*FIRST} == {"data", "definitions", "people"}


@pytest.mark.parametrize(
    ("lacks", "focus", "may_upload", "words"),
    [
        (Lacks(), None, True, ""),
        (Lacks(("SSDA903 episodes",)), None, True, "Not loaded: SSDA903 episodes. Upload it on Data."),
        (
            Lacks(("SSDA903 episodes",), ("Needs assessments",)),
            "Ealing",
            False,
            "Not loaded for Ealing: SSDA903 episodes. Loaded for Ealing, but not of every year that a figure to "
            "31 March 2026 needs: Needs assessments. Ask a data officer to upload them on Data.",
        ),
    ],
)
def test_what_to_upload_is_said(lacks: Lacks, focus: str | None, may_upload: bool, words: str):
    chosen = Selection(("Ealing",), date(2025, 4, 1), date(2026, 3, 31), date(2025, 4, 1), focus)
    assert told(lacks, chosen, may_upload=may_upload) == words


def test_lacks_add_up_once_each():
    both = Lacks(("A",), ("B", "C")) + Lacks(("B",), ("C",))
    assert both == Lacks(("A", "B"), ("C",))
