"""The Dockerfile's steps without a container engine: what its lines say, done in a clean folder as a user of no rights.

`RUN pip`, `COPY`, `ENV`, `USER`, `HEALTHCHECK` and `CMD` are taken from the file itself; `/app` and `/data` are folders
of the test's own, and the Python is this machine's.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
IGNORED: Final = [line for line in (ROOT / ".dockerignore").read_text().split() if line]
ANYBODY: Final = 10_001
PATIENCE: Final = 180


def steps() -> list[tuple[str, str]]:
    """Instructions with what they say, lines that are continued put together."""
    whole = re.sub(r"\\\n\s*", " ", (ROOT / "Dockerfile").read_text())
    lines = [line for line in whole.splitlines() if line and not line.startswith("#")]
    parts = [line.strip().partition(" ") for line in re.sub(r"\n\s+", " ", "\n".join(lines)).splitlines()]
    return [(name, rest.strip()) for name, _, rest in parts]


def said(name: str) -> str:
    """What the last instruction of a name says."""
    return next(rest for each, rest in reversed(steps()) if each == name)


def settings(home: Path) -> dict[str, str]:
    """`ENV`, with the image's folders in a folder of our own."""
    told = dict(re.findall(r"(\w+)=(\S+)", said("ENV")))
    return {name: re.sub(r"(?<![\w.])/(app|data)\b", rf"{home}/\1", value) for name, value in told.items()}


def built(home: Path) -> Path:
    """Do `COPY` and `RUN`: files under version control that are not ignored, and an environment of their own."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        if name.split("/")[0] in IGNORED or not (ROOT / name).is_file():
            continue
        (home / "app" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, home / "app" / name)
    (home / "data").mkdir()
    os.chown(home / "data", ANYBODY, ANYBODY)
    return _installed(home)


def interpreter() -> str | None:
    """A Python of this machine that a user without rights may run; None where there is none."""
    found = (sys.executable, *map(shutil.which, ("python3.13", "python3.12", "python3.11")), "/usr/bin/python3")
    asked = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"
    for each in filter(None, found):
        try:
            done = subprocess.run([each, "-c", asked], user=ANYBODY, capture_output=True, check=False, cwd="/")
        except OSError:
            continue
        if done.returncode == 0:
            return each
    return None


def _installed(home: Path) -> Path:
    subprocess.run([interpreter() or sys.executable, "-m", "venv", str(home / "env")], check=True)
    (pip,) = [rest for name, rest in steps() if name == "RUN" and rest.startswith("pip ")]
    subprocess.run([str(home / "env/bin/pip"), *pip.split()[1:], "--quiet"], cwd=home / "app", check=True)
    return home / "env/bin/python"


@contextmanager
def running(home: Path, python: Path, port: int) -> Generator[subprocess.Popen[bytes]]:
    """Do `USER` and `CMD` until left; waits for `HEALTHCHECK` to be content."""
    environment = {"PATH": os.environ["PATH"], **settings(home), "PORT": str(port)}
    command = [str(python), *json.loads(said("CMD"))[1:]]
    user = int(said("USER"))
    server = subprocess.Popen(command, cwd=home / "app", env=environment, user=user, group=user, extra_groups=[])
    try:
        until = time.monotonic() + PATIENCE
        while not is_healthy(home, python, environment) and time.monotonic() < until and server.poll() is None:
            time.sleep(1)
        yield server
    finally:
        server.kill()


def is_healthy(home: Path, python: Path, environment: dict[str, str]) -> bool:
    """Do `HEALTHCHECK`."""
    check = json.loads(said("HEALTHCHECK").partition("CMD ")[2])
    asked = [str(python), *check[1:]]
    return subprocess.run(asked, cwd=home / "app", env=environment, capture_output=True, check=False).returncode == 0
