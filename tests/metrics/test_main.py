"""The command line: what analysts script."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from metrics import METRICS
from metrics.__main__ import main
from tests.metrics.asked import given

ROOT = Path(__file__).parent.parent.parent

TABLES = given(
    episodes="""
        borough | child | started    | placement_group | provider
        Brent   | 1     | 2024-01-01 | Foster care     | Oak, Elm and Ash
        Brent   | 2     | 2024-01-01 | With parents    |
        Ealing  | 3     | 2024-01-01 | Foster care     | Oak
    """,
    loaded="""
        borough | source           | return_year | as_at
        Brent   | ssda903_episodes | 2025        | 2025-03-31
        Ealing  | ssda903_episodes | 2025        | 2025-03-31
    """,
)


def shown(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Give what `show` prints."""
    assert main(["show", *argv], TABLES) == 0
    return capsys.readouterr().out


def test_list_names_every_metric(capsys: pytest.CaptureFixture[str]):
    assert main(["list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(METRICS)


def test_list_as_json_has_every_card(capsys: pytest.CaptureFixture[str]):
    assert main(["list", "--json"]) == 0
    cards = json.loads(capsys.readouterr().out)
    assert [card["slug"] for card in cards] == list(METRICS)
    assert {"title", "theme", "unit", "polarity", "source", "definition"} <= cards[0].keys()


def test_show_gives_grouping_columns_and_then_figures(capsys: pytest.CaptureFixture[str]):
    out = shown(capsys, "foster", "--by", "borough,year", "--at", "2025-03-31", "--format", "csv")
    lines = out.splitlines()
    assert lines[0] == "borough,year,numerator,denominator,value,lower,upper,mark,n"
    assert lines[1].startswith("Brent,2025,1.0,2.0,50.0,")


def test_a_table_is_the_default(capsys: pytest.CaptureFixture[str]):
    out = shown(capsys, "children_looked_after", "--by", "borough")
    assert out.splitlines()[0].split() == [
        "borough",
        "numerator",
        "denominator",
        "value",
        "lower",
        "upper",
        "mark",
        "n",
    ]
    assert out.splitlines()[1].split()[:3] == ["Brent", "2", "2"]


@pytest.mark.parametrize(
    ("filters", "children"),
    [
        (["--where", "borough=Brent"], 2),
        (["--where", "borough=Brent,Ealing"], 3),
        (["--where", "borough=Brent", "--where", "borough=Ealing"], 3),
        (["--where", "borough=Brent", "--where", "placement_group=Foster care"], 1),
        (["--where", 'provider="Oak, Elm and Ash",Oak'], 2),
        (["--where", "provider="], 1),
    ],
)
def test_filters_are_parted_by_commas_or_repeated(
    capsys: pytest.CaptureFixture[str], filters: list[str], children: int
):
    out = shown(capsys, "children_looked_after", *filters, "--format", "json")
    assert json.loads(out)[0]["value"] == children


def test_the_release_hides_small_counts(capsys: pytest.CaptureFixture[str]):
    out = shown(capsys, "children_looked_after", "--release", "board", "--format", "json")
    assert (json.loads(out)[0]["value"], json.loads(out)[0]["mark"]) == (None, "[c]")


def test_from_and_to_are_the_first_and_the_last_day(capsys: pytest.CaptureFixture[str]):
    argv = ["children_looked_after", "--by", "month", "--from", "2024-12-01", "--to", "2025-02-10", "--format", "csv"]
    assert [line.split(",")[0] for line in shown(capsys, *argv).splitlines()[1:]] == [
        "2024-12-31",
        "2025-01-31",
        "2025-02-28",
    ]


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["fosters"], "There is no metric fosters. Did you mean foster? `python -m metrics list` names them."),
        (["foster", "--by", "burough"], "There is no dimension burough. Did you mean borough?"),
        (["foster", "--by", "borough,borough"], "In foster care is grouped by borough twice."),
        (["foster", "--by", "indicator"], "In foster care cannot be grouped by indicator."),
        (["foster", "--where", "borough"], "borough is no filter. Write it as borough=Brent or borough=Brent,Ealing."),
        (["foster", "--where", "borough=Brnt"], "No borough is called Brnt. Did you mean Brent?"),
        (["foster", "--where", "sex=M"], "sex cannot be M. It can be one of Female, Male, Unknown."),
        (["foster", "--where", "cohort=At home"], "These figures cannot be filtered by cohort."),
        (["foster", "--at", "31/03/2025"], "31/03/2025 is not a date. Write it as 2025-03-31."),
        (["foster", "--from", "2025-01-01"], "Give both --from and --to."),
        (["foster", "--at", "2025-01-01", "--to", "2025-01-01"], "Give either --at or --from and --to, not both."),
        (
            ["foster", "--from", "2025-01-02", "--to", "2025-01-01"],
            "The period starts on 2025-01-02 but ends on 2025-01-01: give an earlier start.",
        ),
    ],
)
def test_a_question_that_makes_no_sense_is_one_sentence_and_status_two(
    capsys: pytest.CaptureFixture[str], argv: list[str], sentence: str
):
    assert main(["show", *argv], TABLES) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", sentence + "\n")


def test_definitions_can_be_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["definitions"]) == 0
    printed = capsys.readouterr().out
    assert main(["definitions", "--write", str(tmp_path / "page.md")]) == 0
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == printed


def test_from_the_shell_with_nothing_loaded(empty_url: str, tmp_path: Path):
    environment = {"DATABASE_URL": empty_url, "SNAPSHOT_DIR": str(tmp_path / "snapshots")}
    command = [sys.executable, "-m", "metrics", "show", "foster"]
    found = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert found.returncode == 2
    assert found.stderr.startswith("Nothing is loaded yet. Load the boroughs' files first")


def test_a_reader_who_has_had_enough_is_no_error():
    command = f"{sys.executable} -m metrics list --json | head -n 1"
    found = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (found.stdout, found.stderr) == ("[\n", "")
