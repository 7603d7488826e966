"""What starts the dashboard on a server: systemd reads our units, and the compose file holds what it must."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

DEPLOY = Path(__file__).parent.parent.parent / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_reads_our_units(unit: Path, tmp_path: Path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd is not installed")
    for each in UNITS:
        name = each.name.replace("@.", "@8501.")
        (tmp_path / name).write_text(each.read_text().replace("/opt/placements/deploy/placements.py", "/bin/true"))
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit.name.replace("@.", "@8501."))],
        capture_output=True,
        text=True,
        check=False,
        env={"SYSTEMD_UNIT_PATH": f"{tmp_path}:", "PATH": "/usr/bin:/bin", "SYSTEMD_LOG_LEVEL": "warning"},
    )
    ours = [line for line in told.stderr.splitlines() if "placements" in line]
    assert ours == []


def test_a_stop_has_time_to_write_a_file_to_its_end():
    from dashboard.server.start import PATIENCE_SECONDS

    unit = (DEPLOY / "systemd/placements@.service").read_text()
    compose = (DEPLOY / "compose.yaml").read_text()
    (waits,) = re.findall(r"TimeoutStopSec=(\d+)", unit)
    (grace,) = re.findall(r"stop_grace_period: (\d+)s", compose)
    assert min(int(waits), int(grace)) > PATIENCE_SECONDS


def test_the_compose_file_has_two_processes_one_database_and_no_secret():
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    told: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    services = told["services"]
    assert set(services) == {"database", "app-1", "app-2", "nginx"}
    assert services["app-1"] == services["app-2"]
    assert services["app-1"]["environment"]["DATABASE_URL"].endswith("@database/placements")
    assert all("ports" not in services[name] for name in ("database", "app-1", "app-2"))
    secrets = re.findall(r"(?:PASSWORD|SECRET): (.+)", (DEPLOY / "compose.yaml").read_text())
    assert all(secret.startswith("${") for secret in secrets)
    processes = told["configs"]["processes"]["content"]
    assert re.findall(r"server (\S+)", processes) == ["app-1:8501", "app-2:8501"]
