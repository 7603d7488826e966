"""The one command that every line of the documents, timer and service uses: the same settings, the same account."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.placements import settings_of

ROOT = Path(__file__).parent.parent.parent
COMMAND = ROOT / "deploy/placements.py"
SAMPLE = ROOT / "deploy/placements.env.example"


def run(*arguments: str, settings: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as who we are."""
    bare = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SNAPSHOT_DIR"}}
    given = {"PLACEMENTS_ENV": str(settings), "PLACEMENTS_ACCOUNT": "root", **environment}
    command = [sys.executable, str(COMMAND), *arguments]
    return subprocess.run(command, env=bare | given, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("A=plain", "plain"),
        ("A=two words & a $sign; # and more", "two words & a $sign; # and more"),
        ("A='in quotes'", "in quotes"),
        ('A="in quotes"', "in quotes"),
        ("A=it's", "it's"),
        (" A = spaced ", "spaced"),
        ("A=x=y", "x=y"),
        ("A=", ""),
    ],
)
def test_a_value_is_what_stands_there(line: str, value: str):
    assert settings_of(f"# a comment\n\n; another\n{line}\n") == {"A": value}


@pytest.mark.parametrize("line", ["no setting", "two words=x", "=x", "export A=x"])
def test_what_is_no_setting_is_told_by_its_line_alone(line: str):
    with pytest.raises(ValueError, match="line 2 is no setting") as told:
        settings_of(f"A=secret\n{line}")
    assert "secret" not in str(told.value)


def test_a_command_has_the_settings_of_the_file_and_what_the_environment_says_goes_before(tmp_path: Path):
    file = tmp_path / "placements.env"
    file.write_text(f"DATABASE_URL=sqlite:///{tmp_path}/file $1 & more.db\nSNAPSHOT_DIR={tmp_path}/snapshots\n")
    assert f"{tmp_path}/file %241 %26 more.db" in run("store", "status", settings=file).stdout
    other = f"sqlite:///{tmp_path}/other.db"
    assert other in run("store", "status", settings=file, DATABASE_URL=other).stdout


def test_what_cannot_be_done_is_a_sentence(tmp_path: Path):
    for told, done in (
        ("cannot be read: No such file", run("store", "status", settings=tmp_path / "nowhere")),
        ("Usage: placements", run(settings=SAMPLE)),
    ):
        assert (done.returncode, told in done.stderr, "Traceback" in done.stderr) == (1, True, False)


def test_the_sample_has_every_setting():
    table = (ROOT / "docs/operators.md").read_text(encoding="utf-8").partition("## Settings")[2].partition("\n## ")[0]
    named = {name for row in re.findall(r"^\| (`[A-Z].*?) \|", table, re.MULTILINE) for name in re.findall(r"\w+", row)}
    of_the_unit = {"HOST", "PORT", "LOG", "METRICS_PORT"}
    sample = SAMPLE.read_text(encoding="utf-8")
    offered = {*re.findall(r"^#(\w+)=", sample, re.MULTILINE)}
    assert {*settings_of(sample)} | offered == named - of_the_unit
    compose = (ROOT / "deploy/compose.yaml").read_text(encoding="utf-8")
    assert [name for name in sorted(named - {"PORT"}) if f"    {name}: " not in compose] == []


@pytest.mark.parametrize("unit", sorted((ROOT / "deploy/systemd").glob("*.service")), ids=lambda unit: unit.name)
def test_every_service_uses_it_and_keeps_its_files_to_itself(unit: Path):
    told = unit.read_text(encoding="utf-8")
    assert "ExecStart=/opt/placements/deploy/placements.py " in told
    assert "EnvironmentFile" not in told
    assert "UMask=0077" in told
