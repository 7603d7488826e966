"""The documents say what is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def test_the_readme_is_short_and_has_its_picture() -> None:
    readme = (ROOT / "README.md").read_text()
    assert len(readme.splitlines()) < 80
    assert (ROOT / "docs" / "overview.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", document.read_text()):
        if not link.startswith("http"):
            assert (document.parent / link).exists(), f"{document.name} links to {link}"


def test_definitions_are_those_in_the_code() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "metrics", "definitions"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (ROOT / "docs" / "definitions.md").read_text() == said.stdout, "run `make docs`"


def test_every_setting_from_the_environment_is_in_the_operators_table() -> None:
    read = re.compile(r"""environ(?:\.get\(|\[)["']([A-Z_]+)["']""")
    rooms = ("dashboard", "loaders", "metrics", "store")
    settings = {
        name for room in rooms for file in (ROOT / room).rglob("*.py") for name in read.findall(file.read_text())
    }
    told = (ROOT / "docs" / "operators.md").read_text()
    assert {name for name in settings if f"`{name}`" not in told} == set()


def test_the_changelog_has_a_heading_for_figures_that_changed() -> None:
    assert "### Figures that changed" in (ROOT / "CHANGELOG.md").read_text()
