"""A visitor without a browser: opens a page over Streamlit's websocket, changes a filter, weighs what comes back."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Self

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

MOST_BYTES: Final = 64 * 2**20


@dataclass
class Run:
    """What one run of a page sent: seconds until it was finished, bytes, and those by kind of element."""

    seconds: float = 0
    sent: int = 0
    on_the_wire: int = 0
    """Bytes as they came through the net, compressed."""
    kinds: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


class Weighing(ClientConnection):
    """A websocket that counts the bytes that come."""

    came = 0

    def data_received(self, data: bytes) -> None:
        """Count, and go on."""
        self.came += len(data)
        super().data_received(data)


class Visitor:
    """One open page."""

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self._socket = socket
        self._query = query
        self._pages: dict[str, str] = {}
        self._page = ""
        self._boxes: dict[str, tuple[str, list[str]]] = {}
        self._state: dict[str, str] = {}

    @classmethod
    async def at(cls, host: str, query: str = "", cookie: str = "") -> Self:
        """Come to a server, `localhost:8501` say, with an address's parameters; signed in where a cookie says so."""
        socket = await connect(
            f"ws://{host}/_stcore/stream",
            origin=Origin(f"http://{host}"),
            subprotocols=[Subprotocol("streamlit")],
            additional_headers={"Cookie": cookie} if cookie else None,
            max_size=MOST_BYTES,
            create_connection=Weighing,
        )
        return cls(socket, query)

    async def open(self, page: str = "") -> Run:
        """Open a page by its address; the front page at first."""
        self._page = self._pages.get(page, "")
        return await self._run()

    async def open_of(self, other: "Visitor", page: str) -> Run:
        """Open a page by its address at once, as another who has been there knows it."""
        self._pages = dict(other._pages)
        return await self.open(page)

    async def choose(self, label: str, number: int) -> Run:
        """Choose an option of a selection box by its label and number."""
        box, options = self._boxes[label]
        self._state[box] = options[number % len(options)]
        return await self._run()

    @property
    def pages(self) -> list[str]:
        """The addresses of all pages, known once one is open."""
        return list(self._pages)

    def has(self, label: str) -> bool:
        """Say whether a selection box is on the page."""
        return label in self._boxes

    async def leave(self) -> None:
        """Close the page."""
        await self._socket.close()

    async def _run(self) -> Run:
        asked = BackMsg()
        asked.rerun_script.query_string = self._query
        asked.rerun_script.page_script_hash = self._page
        for box, value in self._state.items():
            asked.rerun_script.widget_states.widgets.add(id=box, string_value=value)
        run, began, before = Run(), time.perf_counter(), self._came()
        await self._socket.send(asked.SerializeToString())
        while not self._is_finished(await self._socket.recv(), run):
            pass
        run.seconds, run.on_the_wire = time.perf_counter() - began, self._came() - before
        return run

    def _came(self) -> int:
        return self._socket.came if isinstance(self._socket, Weighing) else 0

    def _is_finished(self, frame: str | bytes, run: Run) -> bool:
        message = ForwardMsg()
        message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
        run.sent += len(frame)
        run.kinds[_kind(message)] += len(frame)
        self._pages |= {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
        for part in within(message.delta.new_element):
            self._note(part, run)
        return message.WhichOneof("type") == "script_finished"

    def _note(self, part: Message, run: Run) -> None:
        known = {descriptor.name: value for descriptor, value in part.ListFields()}
        if part.DESCRIPTOR.name == "Selectbox":
            self._boxes[known["label"]] = (known["id"], list(known["options"]))
        if part.DESCRIPTOR.name == "Exception":
            run.errors.append(str(known.get("message")))


def _kind(message: ForwardMsg) -> str:
    if message.WhichOneof("type") != "delta":
        return str(message.WhichOneof("type"))
    return str(message.delta.new_element.WhichOneof("type") or message.delta.WhichOneof("type"))


def within(message: Message) -> Iterator[Message]:
    """A message and every message within it."""
    yield message
    for descriptor, value in message.ListFields():
        if descriptor.message_type is not None and not descriptor.message_type.GetOptions().map_entry:
            for each in value if descriptor.is_repeated else [value]:
                yield from within(each)
