"""`python -m loaders`: load, sources, template."""

import json
from pathlib import Path
from typing import Any

import pytest

from loaders import SOURCES
from loaders.__main__ import main
from store.engine import engine
from store.errors import StoreError
from store.uploads.history import history
from tests.loaders.files import csv_of, rows_of

MISSING = rows_of("""
    CHILD | MISSING | MIS_START  | MIS_END
    1042  | M       | 13/11/2024 | 14/11/2024
    1043  | Q       | 13/11/2024 |
""")


@pytest.fixture(autouse=True)
def _stored_apart(own_database: str):
    del own_database


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A borough's folder with a good file, one that is no source, and a note."""
    year = tmp_path / "BRE" / "2025"
    year.mkdir(parents=True)
    (year / "missing.csv").write_bytes(csv_of(MISSING))
    (year / "README.md").write_text("notes")
    return tmp_path / "BRE"


def stored() -> list[str]:
    return history(engine())["filename"].to_list()


def loaded(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    code = main(["load", *arguments, "--json"])
    out, err = capsys.readouterr()
    return code, json.loads(out), err


def test_loading_a_folder_stores_its_files_and_gives_their_account(folder: Path, capsys: pytest.CaptureFixture[str]):
    code, (account,), err = loaded(capsys, str(folder))
    assert code == 0
    assert account["findings"] == [
        {
            "file": "missing.csv",
            "row": 3,
            "column": "MISSING",
            "code": "unreadable",
            "severity": "error",
            "message": "MISSING is not one of M, A (DfE rule 1006).",
        }
    ]
    told = ("file", "source", "borough", "year", "rows", "accepted", "repaired", "set_aside", "blank", "refused")
    assert [account[name] for name in told] == ["missing.csv", "ssda903_missing", "Brent", 2025, 2, 1, 0, 1, 0, None]
    assert "README.md" in err
    assert stored() == ["missing.csv"]


def test_a_refused_file_leaves_nothing_behind_and_the_others_go_in(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "2025" / "notes.csv").write_text("colour,size\nred,3\n")
    code, accounts, _ = loaded(capsys, str(folder))
    assert code == 1
    assert [account["file"] for account in accounts if account["refused"]] == ["notes.csv"]
    assert stored() == ["missing.csv"]


def test_the_same_file_twice_is_said_and_stored_once(folder: Path, capsys: pytest.CaptureFixture[str]):
    loaded(capsys, str(folder))
    code, _, err = loaded(capsys, str(folder))
    assert (code, stored()) == (0, ["missing.csv"])
    assert "already loaded" in err


def test_two_files_for_one_place_that_differ_are_a_question_and_leave_what_was_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    loaded(capsys, str(folder))
    again = folder / "2025" / "again"
    again.mkdir()
    (again / "missing.csv").write_bytes(csv_of([*MISSING, ["7", "M", "13/11/2024", ""]]))
    (again / "missing 2.csv").write_bytes(csv_of([*MISSING, ["8", "M", "13/11/2024", ""]]))
    (again / "missing 3.csv").write_bytes(csv_of([*MISSING, ["9", "M", "13/11/2024", ""]]))
    code, accounts, _ = loaded(capsys, str(again))
    assert code == 1
    assert all("Several files stand for the same" in account["refused"] for account in accounts)
    assert history(engine()).filter(status="accepted")["accepted"].to_list() == [1]


def test_of_two_extracts_in_one_load_the_later_counts(folder: Path, capsys: pytest.CaptureFixture[str]):
    for name in ("BRE_30-06-2025_missing.csv", "BRE_30-09-2025_missing.csv", "BRE_2025-07-31_missing.csv"):
        (folder.parent / name).write_bytes(csv_of([*MISSING, [name[4:6], "M", "13/06/2025", ""]]))
    code, accounts, _ = loaded(capsys, *map(str, sorted(folder.parent.glob("*.csv"), reverse=True)))
    assert code == 1
    assert [account["as_at"] for account in accounts if not account["refused"]] == ["2025-09-30"]
    assert all("cannot take its place" in account["refused"] for account in accounts if account["refused"])


def test_the_last_day_may_be_said_and_a_name_that_disagrees_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "BRE_2025.csv"
    file.write_bytes(csv_of(MISSING))
    code, (account,), _ = loaded(capsys, str(file), "--as-at", "30/09/2025")
    assert (code, account["year"], account["as_at"]) == (0, 2026, "2025-09-30")
    assert "name-overruled" in [finding["code"] for finding in account["findings"]]


def test_a_file_of_several_boroughs_is_divided_or_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "missing_2025.csv"
    file.write_bytes(csv_of([[*MISSING[0], "LA"], [*MISSING[1], "Brent"], [*MISSING[1], "Ealing"]]))
    code, accounts, _ = loaded(capsys, str(file))
    assert (code, [(account["borough"], account["rows"]) for account in accounts]) == (0, [("Brent", 1), ("Ealing", 1)])
    code, (account,), _ = loaded(capsys, str(file), "--borough", "Harrow")
    assert (code, "Brent (1 row) and Ealing (1 row)" in account["refused"]) == (1, True)


def test_borough_and_year_may_be_said_outright(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "x.csv"
    file.write_bytes(csv_of(MISSING))
    assert loaded(capsys, str(file))[0] == 1
    code, (account,), _ = loaded(capsys, str(file), "--borough", "Ealing", "--year", "2017-18")
    assert (code, account["borough"], account["year"]) == (0, "Ealing", 2018)


def test_a_database_that_cannot_be_written_is_said_for_each_file(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> None:
        raise StoreError("The disk of the database is full.")

    monkeypatch.setattr("loaders.__main__.save", full)
    code, (account,), _ = loaded(capsys, str(folder))
    assert (code, account["accepted"], account["refused"]) == (1, 0, "The disk of the database is full.")


def test_the_table_names_counts_and_findings_but_no_child(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["load", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert "ssda903_missing" in out
    assert "row 3: MISSING is not one of M, A (DfE rule 1006)." in out
    assert "1043" not in out + err


def test_a_folder_with_nothing_in_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "empty").mkdir()
    code, accounts, err = loaded(capsys, str(tmp_path / "empty"))
    assert (code, accounts) == (1, [])
    assert "no file of data" in err


def test_a_file_that_is_not_there_and_a_year_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    code, (account,), _ = loaded(capsys, str(tmp_path / "gone.csv"))
    assert code == 1
    assert "cannot be opened" in account["refused"]
    with pytest.raises(SystemExit):
        main(["load", str(tmp_path), "--year", "soon"])


def test_sources_are_listed_with_their_columns(capsys: pytest.CaptureFixture[str]):
    assert main(["sources", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [each["source"] for each in listed] == [source.slug for source in SOURCES]
    assert all(each["columns"] for each in listed)
    assert main(["sources"]) == 0
    assert "REASON_PLACE_CHANGE" in capsys.readouterr().out


def test_a_template_by_name_and_a_name_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["template", "costs", str(tmp_path / "costs.xlsx")]) == 0
    assert (tmp_path / "costs.xlsx").exists()
    assert main(["template", "nothing", str(tmp_path / "x.xlsx")]) == 1
    assert "no source called nothing" in capsys.readouterr().err


def test_what_was_found_in_stored_files_is_told_and_written_for_the_borough(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path / "snapshots"))
    loaded(capsys, str(folder))
    assert main(["findings", "--borough", "Brent", "--year", "2025", "--xlsx", str(tmp_path / "f.xlsx")]) == 0
    out, err = capsys.readouterr()
    assert (
        "missing.csv: error, row 3: MISSING is not one of M, A (DfE rule 1006). Correct the cell in your system" in out
    )
    assert "Brent: " in err
    assert (tmp_path / "f.xlsx").read_bytes().startswith(b"PK")
    assert main(["findings", "--json", "--year", "2025"]) == 0
    assert [finding["row"] for finding in json.loads(capsys.readouterr().out)] == [3]
    assert main(["findings", "--borough", "Ealing"]) == 1


def test_a_file_without_rows_replaces_nothing_unless_it_is_said_so(folder: Path, capsys: pytest.CaptureFixture[str]):
    file = folder / "2025" / "missing.csv"
    loaded(capsys, str(file))
    file.write_bytes(csv_of(MISSING[:1]))
    code, (account,), _ = loaded(capsys, str(file))
    assert (code, stored()) == (1, ["missing.csv"])
    assert "no row that can be stored of SSDA903 missing (1 row)" in account["refused"]
    assert account["refused"].endswith("load it with --may-empty.")
    assert loaded(capsys, str(file), "--may-empty")[0] == 0
    assert stored() == ["missing.csv"] * 2
