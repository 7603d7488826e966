#!/usr/bin/env python3
"""Run a command of the dashboard as its account, with its settings: `placements store status`.

Settings are lines NAME=value of /etc/placements.env (or PLACEMENTS_ENV), read as they stand: spaces, $ and & mean
nothing, and quotes around a whole value are taken off. What the environment already says goes before the file, and the
file before what stands here.
"""

import os
import pwd
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = "/etc/placements.env"
ACCOUNT = "placements"
OTHERWISE = {"SNAPSHOT_DIR": "/var/lib/placements/snapshots", "SAMPLE_DATA": "off"}
COMMENTS = ("#", ";")
QUOTES = ("'", '"')


def main(arguments: list[str], environment: Mapping[str, str]) -> None:
    """Become the command that was asked for; a sentence and exit 1 where that cannot be done."""
    if not arguments:
        sys.exit("Usage: placements dashboard check | store status | store backup FILE | loaders FILE ...")
    file = Path(environment.get("PLACEMENTS_ENV", SETTINGS))
    try:
        given = settings_of(file.read_text(encoding="utf-8"))
    except OSError as problem:
        sys.exit(f"{file} cannot be read: {problem.strerror}. deploy/placements.env.example is a sample of it.")
    except ValueError as problem:
        sys.exit(f"{file}, {problem}")
    own = become(environment.get("PLACEMENTS_ACCOUNT", ACCOUNT))
    os.chdir(ROOT)
    python = str(ROOT / ".venv/bin/python")
    try:
        os.execve(python, [python, "-m", *arguments], {**OTHERWISE, **given, **environment, **own})
    except OSError as problem:
        sys.exit(f"{python} cannot be run by this account: {problem.strerror}. Make the environment (docs/runbook.md).")


def settings_of(text: str) -> dict[str, str]:
    """The settings of a file of them. Raises ValueError with the line that is none."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.strip().startswith(COMMENTS):
            name, is_one, value = line.partition("=")
            if not is_one or not name.strip().isidentifier():
                raise ValueError(f"line {number} is no setting: it must be NAME=value.")
            found[name.strip()] = _bare(value.strip())
    return found


def _bare(value: str) -> str:
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in QUOTES
    return value[1:-1] if is_quoted else value


def become(account: str) -> dict[str, str]:
    """Be that account, where we may be any; whoever else is asked to stays who they are. Gives where its home is."""
    if os.geteuid() != 0:
        return {}
    try:
        known = pwd.getpwnam(account)
    except KeyError:
        sys.exit(f"There is no account {account}: useradd --system {account}")
    os.initgroups(account, known.pw_gid)
    os.setgid(known.pw_gid)
    os.setuid(known.pw_uid)
    return {"HOME": known.pw_dir}


if __name__ == "__main__":
    main(sys.argv[1:], os.environ)
