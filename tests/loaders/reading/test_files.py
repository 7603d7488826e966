"""Folders and ZIPs: which files in them are meant."""

from pathlib import Path

import pytest

import loaders
from loaders.intake import limits
from loaders.reading.files import files, passed_over, unpacked, unread
from tests.loaders.files import csv_of, rows_of, zip_of

UASC = csv_of(rows_of("CHILD | DUC\n7 | 13/10/2028"))


def put(folder: Path, *names: str) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(UASC)
    return folder


def test_files_of_known_kinds_are_read_in_order_and_the_others_named(tmp_path: Path):
    put(tmp_path, "BRE/2025/uasc.csv", "BRE/2024/uasc.CSV", "README.md", "readme.csv", "notes.txt", ".hidden.csv")
    found = [Path(file.name).relative_to(tmp_path).as_posix() for file in files([tmp_path])]
    assert found == ["BRE/2024/uasc.CSV", "BRE/2025/uasc.csv"]
    assert {file.name for file, _ in passed_over([tmp_path])} == {"README.md", "readme.csv", "notes.txt", ".hidden.csv"}


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path):
    put(tmp_path, "BRE 2025 notes.txt")
    (reading,) = loaders.read_all([tmp_path / "BRE 2025 notes.txt"])
    assert (reading.source, reading.borough, reading.return_year) == ("ssda903_uasc", "Brent", 2025)


def test_a_zip_is_read_as_the_folder_that_it_holds(tmp_path: Path):
    bundle = tmp_path / "returns.zip"
    bundle.write_bytes(
        zip_of({"BRE/2025/uasc.csv": UASC, "EAL/2024/uasc.csv": UASC, "__MACOSX/._x.csv": b"", "a.txt": b""})
    )
    readings = list(loaders.read_all([tmp_path]))
    assert [(each.borough, each.return_year, each.accepted) for each in readings] == [
        ("Brent", 2025, 1),
        ("Ealing", 2024, 1),
    ]


def test_names_in_a_zip_that_climb_out_of_it_write_nothing(tmp_path: Path):
    bundle = tmp_path / "inner" / "returns.zip"
    bundle.parent.mkdir()
    bundle.write_bytes(zip_of({"../../BRE/2025/uasc.csv": UASC}))
    (reading,) = loaders.read_all([bundle])
    assert reading.accepted == 1
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["returns.zip"]


def test_a_zip_that_is_damaged_or_too_big_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    bundle = tmp_path / "returns.zip"
    bundle.write_bytes(b"PK\x03\x04 no")
    assert [each.refused is not None for each in loaders.read_all([bundle])] == [True]
    bundle.write_bytes(zip_of({"BRE/2025/uasc.csv": UASC}))
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 3)
    (reading,) = loaders.read_all([bundle])
    assert "too big" in str(reading.refused)


LEFT = {
    "costs.xls": "Save it as an Excel workbook",
    "needs.ods": "a workbook of another kind",
    "inner.zip": "an archive inside the archive",
    "deep/er/more.7z": "an archive inside the archive",
    "missing.txt": "save that as CSV",
    "notes/README.md": "a note",
    "photo.jpg": "not a kind of file that is read",
    "paper.PDF": "a document",
}


def test_what_is_not_read_in_a_zip_is_named_with_the_reason_but_for_what_computers_leave():
    silent = ("__MACOSX/._uasc.csv", "deep/.DS_Store", "Thumbs.db", "~$costs.xlsx", "desktop.ini", "empty/")
    bundle = zip_of({"BRE/2025/uasc.csv": UASC, **dict.fromkeys([*LEFT, *silent], b"x")})
    told = dict(unread(bundle))
    assert set(told) == set(LEFT)
    assert all(words in told[name] for name, words in LEFT.items())
    assert [file.name for file in unpacked("a.zip", bundle)] == ["a.zip/BRE/2025/uasc.csv"]


def locked(bundle: bytes, name: str) -> bytes:
    """A ZIP in which one part says that it needs a password."""
    changed = bytearray(bundle)
    for begin, at, flags in ((b"PK\x03\x04", 30, 6), (b"PK\x01\x02", 46, 8)):
        place = next(
            start
            for start in range(len(changed))
            if changed[start:].startswith(begin) and changed[start + at :].startswith(name.encode())
        )
        changed[place + flags] |= 1
    return bytes(changed)


def test_a_locked_part_is_named_and_the_others_are_read(tmp_path: Path):
    bundle = locked(zip_of({"BRE/2025/uasc.csv": UASC, "EAL/2025/uasc.csv": UASC}), "EAL/2025/uasc.csv")
    assert [file.name for file in unpacked("a.zip", bundle)] == ["a.zip/BRE/2025/uasc.csv"]
    assert [(name, "password" in why) for name, why in unread(bundle)] == [("EAL/2025/uasc.csv", True)]
    (tmp_path / "a.zip").write_bytes(bundle)
    assert [(file.name, "password" in why) for file, why in passed_over([tmp_path])] == [("uasc.csv", True)]


def test_a_zip_that_is_locked_as_a_whole_is_refused(tmp_path: Path):
    (tmp_path / "a.zip").write_bytes(locked(zip_of({"BRE/2025/uasc.csv": UASC}), "BRE/2025/uasc.csv"))
    (reading,) = loaders.read_all([tmp_path / "a.zip"])
    assert reading.refused is not None
