"""Ask PyPI for known vulnerabilities in what is installed: `python deploy/audit.py requirements.txt`.

Where the advisories cannot be reached it says "not audited" and fails nobody. What is found is said everywhere, and
fails the check in CI alone: a user who cannot change the pins is told, not stopped.
"""

import json
import os
import subprocess
import sys
from typing import Any, Final

AUDIT: Final = ("-m", "pip_audit", "--no-deps", "--disable-pip", "--progress-spinner", "off", "--format", "json")
SECONDS: Final = 120


def main() -> int:
    """Say what was found; 1 in CI where that is anything."""
    told = answer(sys.argv[1])
    if told is None:
        print("Dependencies: not audited: no network.")
        return 0
    known = [each for each in told if "vulns" in each]
    found = [f"{each['name']} {each['version']}: {one['id']}" for each in known for one in each["vulns"]]
    if not known:
        print("Dependencies: not audited: the index at hand keeps no advisories.")
        return 0
    print("\n".join(found) or f"Dependencies: {len(known)} audited, nothing known against them.")
    return 1 if found and os.environ.get("CI") else 0


def answer(requirements: str) -> list[dict[str, Any]] | None:
    """Give what pip-audit says of each package; None where it could not ask."""
    command = [sys.executable, *AUDIT, "--requirement", requirements]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        return json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError, KeyError):
        return None


if __name__ == "__main__":
    sys.exit(main())
