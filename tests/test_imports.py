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
    "altair": ("dashboard/charts", "dashboard/panels", "dashboard/exports", "dashboard/pages/event/large_figure.py"),
    "plotly": ("dashboard/charts", "dashboard/panels", "dashboard/exports", "dashboard/pages/event/large_figure.py"),
    "sqlmodel": ("store",),
    "sqlalchemy": ("store", "dashboard/data", "dashboard/__main__.py", "loaders/__main__.py"),
    "alembic": ("store",),
    "adbc_driver_sqlite": ("store",),
}
"""Libraries that live in one room. Elsewhere a door, `data` or `panels` may hold what they make, and name its type."""

ROOMS: Final = ("charts", "auth", "filters", "data", "figure", "insights", "exports", "panels", "pages", "server")
"""The rooms of `dashboard`, each of which may use those before it. `figure` and `page` are the values between them."""

PLACES: Final = {
    "settings": "charts",
    "faults": "charts",
    "markdown": "charts",
    "counters": "charts",
    "auth.groups": "charts",
    "page": "figure",
    "app": "server",
    "check": "server",
    "__main__": "server",
    "exports.__main__": "server",
}
"""Modules whose place is another than their folder's: what everybody may use, and the doors."""

OF_ALL_PAGES: Final = ("registry", "pack_plans")
"""Modules of `pages` that put pages together: a page itself uses no other."""

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


def room_of(module: str) -> str | None:
    """Give the room of a module of `dashboard`; None of any other."""
    _, _, inside = module.partition("dashboard.")
    first = inside.partition(".")[0]
    return PLACES.get(inside) or PLACES.get(first) or (first if first in ROOMS else None)


def modules(path: Path) -> Iterator[str]:
    """Give the modules of `dashboard` that a file imports, in full."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dashboard"):
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if (ROOT / full.replace(".", "/")).with_suffix(".py").exists() else node.module or ""


OF_DASHBOARD: Final = {
    name_of(path).removesuffix(".py").replace("/", "."): sorted(set(modules(path)))
    for path in FILES
    if name_of(path).startswith("dashboard/")
}


def test_inside_the_dashboard_imports_fall_one_way():
    wrong = [
        f"{module} imports {used}, which is above it"
        for module, every in OF_DASHBOARD.items()
        for used in every
        if (room := room_of(module)) and (other := room_of(used)) and ROOMS.index(other) > ROOMS.index(room)
    ]
    assert wrong == []


def test_a_page_uses_no_other_page():
    wrong = [
        f"{module} imports {used}"
        for module, every in OF_DASHBOARD.items()
        for used in every
        if room_of(module) == room_of(used) == "pages"
        and module.split(".")[2] not in OF_ALL_PAGES
        and module.split(".")[2] != used.split(".")[2]
    ]
    assert wrong == []


def test_no_imports_go_in_a_circle():
    left = {module: {used for used in every if used in OF_DASHBOARD} for module, every in OF_DASHBOARD.items()}
    while free := [module for module, used in left.items() if not used & left.keys() - {module}]:
        for module in free:
            del left[module]
    assert list(left) == []


def test_no_package_gives_on_what_others_define():
    inits = [path for path in FILES if path.name == "__init__.py" and name_of(path).startswith("dashboard/")]
    assert [name_of(path) for path in inits if any(name.startswith("dashboard") for name in imported(path))] == []


def test_nobody_imports_the_dashboard():
    for path in FILES:
        assert "dashboard" not in USED[path] or name_of(path).startswith(("dashboard/", "bench/")), name_of(path)


def test_nothing_is_called_by_a_name_that_says_nothing():
    names = {path.stem for path in FILES} | {path.parent.name for path in FILES}
    assert not names & BANNED_NAMES
