"""nginx reads our configuration: parsed by nginx itself where it is installed."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parent.parent.parent / "deploy"
KEPT = re.compile(r"proxy_cache_path .*;\n")
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")


def configured(folder: Path, upstream: str, secure: int = 8443, plain: int = 8080) -> Path:
    """Write all that nginx needs to run as anybody, in a folder: our two files, a certificate, other ports."""
    given = (DEPLOY / "nginx.conf").read_text().replace("/etc/ssl/placements", str(folder))
    given = re.sub(r"(listen (?:\[::\]:)?)443\b", rf"\g<1>{secure}", given)
    given = re.sub(r"(listen (?:\[::\]:)?)80;", rf"\g<1>{plain};", given)
    (folder / "placements.conf").write_text(given)
    kept = "" if "proxy_cache_path" in upstream else KEPT.search((DEPLOY / "upstream.conf").read_text())[0]
    (folder / "upstream.conf").write_text((kept + upstream).replace("/var/lib/nginx", str(folder)))
    _certify(folder)
    own = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole, as_root = folder / "nginx.conf", "" if os.geteuid() else "user root;\n"
    whole.write_text(
        f"{as_root}pid {folder}/nginx.pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{own}include {folder}/placements.conf;\ninclude {folder}/upstream.conf;\n}}\n"
    )
    return whole


def _certify(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=placements.example.gov.uk"]
    keys = ["-keyout", f"{folder}/privkey.pem", "-out", f"{folder}/fullchain.pem", "-days", "2"]
    subprocess.run([*command, *keys], check=True, capture_output=True)


def test_nginx_reads_our_configuration(tmp_path: Path):
    if NGINX is None or shutil.which("openssl") is None:
        pytest.skip("nginx or openssl is not installed (apt-get install nginx-light openssl)")
    whole = configured(tmp_path, (DEPLOY / "upstream.conf").read_text())
    read = subprocess.run([NGINX, "-t", "-c", str(whole)], capture_output=True, text=True, check=False)
    assert read.returncode == 0, read.stderr
    assert "warn" not in read.stderr.replace('the "user" directive', "")


def test_what_tells_of_the_server_is_not_passed_on():
    given = (DEPLOY / "nginx.conf").read_text()
    assert re.search(r"location ~ \^/_stcore/\(metrics\|script-health-check\) \{ return 404; \}", given)
    assert re.search(
        r"location ~ \^/_stcore/\(health\|ready\)\$ \{\s+allow 127.0.0.1;\s+allow ::1;\s+deny  all;", given
    )


@pytest.mark.parametrize("name", ["upstream.conf", "compose.yaml"])
def test_no_process_is_ever_marked_as_down(name: str):
    servers = re.findall(r"^\s*server \S+:\d+ ?(.*);", (DEPLOY / name).read_text(), re.MULTILINE)
    assert servers == ["max_fails=0"] * 2, "websockets do not end, so nginx would let people back one by one"
