"""The import rule: which room may use which, and which library lives where.

`loaders` and `metrics` import nothing of ours, `store` may import `loaders`, `dashboard` may import all, nobody
imports `dashboard`. A room's `__main__` is its door, not the room, and may use what the command needs.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent

MAY_IMPORT: Final[dict[str, set[str]]] = {
    "loaders": set(),
    "metrics": set(),
    "store": {"loaders"},
    "sample_data": {"loaders"},
    "bench": {"loaders", "metrics", "store", "dashboard"},
    "dashboard": {"loaders", "metrics", "store", "sample_data"},
}
"""Each room and the rooms below it. `sample_data` is a program that looks up postcodes as the loaders do."""

DOORS: Final[dict[str, set[str]]] = {"loaders": {"store"}, "metrics": {"store"}}

HOME_OF: Final[dict[str, tuple[str, ...]]] = {
    "streamlit": (
        "dashboard/app.py",
        "dashboard/auth",
        "dashboard/server",
        "dashboard/data",
        "dashboard/filters",
        "dashboard/panels",
        "dashboard/pages",
        "bench/visitor.py",
    ),
    "altair": ("dashboard/charts", "dashboard/panels", "dashboard/exports"),
    "plotly": ("dashboard/charts", "dashboard/panels", "dashboard/exports"),
    "sqlmodel": ("store",),
    "sqlalchemy": ("store", "dashboard/data", "dashboard/__main__.py", "loaders/__main__.py"),
    "alembic": ("store",),
    "adbc_driver_sqlite": ("store",),
}
"""Libraries that live in one room. Elsewhere a door, `data` or `panels` may hold what they make, and name its type."""

BELOW_PANELS: Final = ("dashboard/charts", "dashboard/data", "dashboard/insights", "dashboard/exports")
"""What pages and packs share: it knows nothing of how a page is drawn."""

NO_POLARS: Final = ("dashboard/pages",)

INSIDE: Final = {path.stem for path in (ROOT / "dashboard").iterdir()} - {"__init__", "__main__"}
"""Names inside `dashboard`: imported bare they would be a second copy of the module."""

BANNED_NAMES: Final = {"utils", "helpers", "common", "core"}

FILES: Final = sorted(path for room in MAY_IMPORT for path in (ROOT / room).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Give every module that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full, not relative"
            yield node.module or ""


def roots(path: Path) -> set[str]:
    """Give the first part of every module that a file imports."""
    return {name.partition(".")[0] for name in imported(path)}


def name_of(path: Path) -> str:
    """Give the path inside the repository, for messages."""
    return path.relative_to(ROOT).as_posix()


USED: Final = {path: roots(path) for path in FILES}


def test_a_room_uses_only_those_below_it():
    wrong = [name_of(path) for path in FILES if not USED[path] & MAY_IMPORT.keys() <= allowed(path)]
    assert wrong == []


def allowed(path: Path) -> set[str]:
    """Give the rooms that a file may use."""
    room = path.relative_to(ROOT).parts[0]
    return MAY_IMPORT[room] | {room} | (DOORS.get(room, set()) if path.name == "__main__.py" else set())


def test_a_library_lives_in_one_room():
    wrong = [
        f"{library} does not belong in {name_of(path)}"
        for path in FILES
        for library in USED[path] & HOME_OF.keys()
        if not name_of(path).startswith(HOME_OF[library])
    ]
    assert wrong == []


def test_nothing_inside_the_dashboard_is_imported_by_a_bare_name():
    assert [name_of(path) for path in FILES if USED[path] & INSIDE] == []


def test_pages_hold_no_polars():
    assert [name_of(path) for path in FILES if name_of(path).startswith(NO_POLARS) and "polars" in USED[path]] == []


def test_what_packs_share_with_pages_knows_no_panels():
    shared = [path for path in FILES if name_of(path).startswith(BELOW_PANELS)]
    above = ("dashboard.panels", "dashboard.pages")
    assert [name_of(path) for path in shared for name in imported(path) if name.startswith(above)] == []


def test_nobody_imports_the_dashboard():
    for path in FILES:
        assert "dashboard" not in USED[path] or name_of(path).startswith(("dashboard/", "bench/")), name_of(path)


def test_nothing_is_called_by_a_name_that_says_nothing():
    names = {path.stem for path in FILES} | {path.parent.name for path in FILES}
    assert not names & BANNED_NAMES
