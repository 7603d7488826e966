"""Folders and ZIPs: which files in them are meant."""

from pathlib import Path

import pytest

import loaders
from loaders.folders import files, passed_over
from loaders.intake import limits
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
    assert {file.name for file in passed_over([tmp_path])} == {"README.md", "readme.csv", "notes.txt", ".hidden.csv"}


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
