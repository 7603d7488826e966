"""What really travels to a browser: every message of the websocket taken apart, and every file fetched."""

from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import urlsplit

import polars as pl
from google.protobuf.message import DecodeError, Message
from playwright.sync_api import Error, Page, Response, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.visitor import within

FETCHED = ("/media/", "/_stcore/file")
FETCHING = """HTMLAnchorElement.prototype.click = function () {
    if (!this.hasAttribute('download')) return HTMLElement.prototype.click.call(this)
    window.taken = fetch(this.href).then(file => {
        if (!file.ok) throw new Error(`${file.status} ${file.url}`)
        return file.text().then(text => [file.url, text])
    })
}"""
"""Has a page ask for a file as for anything else, so that it can be read: Chromium keeps nothing of what it saves,
and holds files back when many are asked for."""


@dataclass(frozen=True)
class Chart:
    """A chart's description and the tables that it is drawn from."""

    spec: str
    tables: list[pl.DataFrame]


@dataclass
class Wire:
    """What a page got: bytes as they came, and the tables and charts within them."""

    came: list[bytes] = field(default_factory=list)
    tables: list[pl.DataFrame] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    files: list[pl.DataFrame] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)

    def listen(self, page: Page) -> None:
        """Hear all that a page gets from now on."""
        page.add_init_script(FETCHING)
        page.on("websocket", self._on_websocket)
        page.on("response", self._on_response)

    def keep_csv(self, url: str, text: str) -> None:
        """Keep a file that was taken."""
        self.kept.add(url)
        self.came.append(text.encode())
        self.files.append(pl.read_csv(text.encode()))

    def unread(self) -> set[str]:
        """Addresses of what came and was not looked into, as a page that is left drops what it had."""
        return self.lost - self.kept

    def everything(self) -> bytes:
        """All bytes, one after another."""
        return b"\0".join(self.came)

    def _on_websocket(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._hear(frame if isinstance(frame, bytes) else frame.encode()))

    def _on_response(self, response: Response) -> None:
        if urlsplit(response.url).path.startswith(FETCHED):
            try:
                self.came.append(response.body())
            except Error:
                self.lost.add(response.url)

    def _hear(self, frame: bytes) -> None:
        self.came.append(frame)
        message = ForwardMsg()
        try:
            message.ParseFromString(frame)
        except DecodeError:
            return
        for part in within(message):
            self._keep(part)

    def _keep(self, part: Message) -> None:
        known = {descriptor.name: value for descriptor, value in part.ListFields()}
        if isinstance(known.get("data"), bytes) and known["data"]:
            self.tables.append(read(known["data"]))
        if isinstance(known.get("spec"), str):
            self.charts.append(Chart(known["spec"], [read(data) for data in _data(part)]))


def _data(chart: Message) -> list[bytes]:
    """The tables that came with a chart, in whatever depth."""
    known = [{descriptor.name: value for descriptor, value in part.ListFields()} for part in within(chart)]
    return [each["data"] for each in known if isinstance(each.get("data"), bytes) and each["data"]]


def read(data: bytes) -> pl.DataFrame:
    """A table as it came."""
    return pl.read_ipc_stream(BytesIO(data))
