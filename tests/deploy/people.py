"""People who look at pages over raw websockets: what a browser says to the server, without a browser."""

import random
import ssl
import threading
import time
from dataclasses import dataclass, field
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from tests.browser.wire import within

PATIENCE: Final = 60
PAUSE: Final = 1.0
SICK: Final = ("opens again by itself",)
"""What a page says on which there are no figures."""


@dataclass
class Page:
    """One answer: when it was whole, how long it took, its words, and whether it ended in an exception."""

    at: float
    seconds: float
    words: str
    is_broken: bool

    @property
    def is_well(self) -> bool:
        """Whether figures are on it."""
        return not self.is_broken and len(self.words) > 200 and not any(sign in self.words for sign in SICK)


@dataclass
class Person:
    """Somebody who changes a filter every second, and comes back when the connection breaks."""

    url: str
    query: str = ""
    page: str = ""
    cookie: str = ""
    pages: list[Page] = field(default_factory=list[Page])
    breaks: list[float] = field(default_factory=list[float])
    stop: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Look until told to stop."""
        while not self.stop.is_set():
            try:
                with opened(self.url, self.cookie) as socket:
                    while not self.stop.is_set():
                        self.pages.append(asked(socket, self.page, self.query))
                        self.stop.wait(PAUSE * random.uniform(0.5, 1.5))
            except (OSError, WebSocketException, TimeoutError):
                self.breaks.append(time.monotonic())
                self.stop.wait(0.5)

    def well_after(self, moment: float) -> float | None:
        """Seconds from a moment to the first page with figures that came after it; None where none came."""
        return next((page.at - moment for page in self.pages if page.at > moment and page.is_well), None)


def opened(url: str, cookie: str = "") -> ClientConnection:
    """Open a page's websocket."""
    trusting = ssl._create_unverified_context() if url.startswith("wss") else None
    return connect(
        f"{url}/_stcore/stream",
        subprotocols=["streamlit"],  # pyright: ignore[reportArgumentType]
        additional_headers={"Cookie": cookie} if cookie else {},
        ssl=trusting,
        max_size=None,
        open_timeout=10,
        proxy=None,
    )


def asked(socket: ClientConnection, page: str = "", query: str = "") -> Page:
    """Ask for a page with these filters, and wait until it is whole."""
    wanted = BackMsg()
    wanted.rerun_script.query_string = query
    wanted.rerun_script.page_name = page
    began, words, is_broken = time.monotonic(), [], False
    socket.send(wanted.SerializeToString())
    while True:
        message = ForwardMsg()
        message.ParseFromString(socket.recv(timeout=PATIENCE))  # pyright: ignore[reportArgumentType]
        kind = message.WhichOneof("type")
        if kind == "delta":
            words += [body for part in within(message.delta) for body in _words(part)]
            is_broken |= message.delta.new_element.WhichOneof("type") == "exception"
        if kind == "script_finished":
            now = time.monotonic()
            return Page(now, now - began, "\n".join(words), is_broken)


def _words(part: object) -> list[str]:
    told = {descriptor.name: value for descriptor, value in part.ListFields()}  # pyright: ignore
    return [told[name] for name in ("body", "label") if isinstance(told.get(name), str)]
