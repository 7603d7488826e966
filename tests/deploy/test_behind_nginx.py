"""What nginx, with our configuration, tells the app of a request."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.deploy.replicas import Replica, behind_nginx
from tests.deploy.test_nginx import NGINX


class Echo(BaseHTTPRequestHandler):
    """Answers with the host that it was asked by."""

    def do_GET(self) -> None:
        """Answer."""
        said = self.headers["Host"].encode()
        self.send_response(200)
        self.send_header("content-length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    """Port of a server that stands for the app."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("version", ["--http1.1", "--http2"])
def test_the_host_comes_with_its_port(tmp_path: Path, port: int, version: str):
    if NGINX is None or shutil.which("openssl") is None or shutil.which("curl") is None:
        pytest.skip("nginx, openssl or curl is not installed (apt-get install nginx-light openssl curl)")
    with behind_nginx(tmp_path, [Replica(tmp_path, "", port)]) as socket:
        address = socket.replace("wss", "https")
        asked = subprocess.run(["curl", "-sk", version, address], capture_output=True, text=True, check=True)
        assert f"https://{asked.stdout}" == address
