"""How long a connection may take to say what it wants: whoever sends a request's head a byte at a time is let go.

nginx does so too; this holds where there is no nginx before the process. The server's own class is extended here alone,
and a test fails where it moves.
"""

import asyncio
from typing import Final

import h11
import uvicorn.config
from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS: Final = 10.0
"""From the opening of a connection, or the first byte of a further request, to the end of the head."""


class Patient(H11Protocol):
    """A connection that is closed where the head of a request is not whole in time."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Begin to wait."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Wait on, from the first byte, while a head is not whole."""
        super().data_received(data)
        is_waiting = self.conn.their_state is h11.IDLE and self.transport.get_protocol() is self
        if not is_waiting:
            self._done()
        elif self._late is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._done()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._late = self.loop.call_later(SECONDS, self.transport.close)

    def _done(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


def be_patient() -> None:
    """Have the server use it: Streamlit takes what the server takes for "auto"."""
    assert "auto" in uvicorn.config.HTTP_PROTOCOLS, "The server chooses its protocol in another way now."
    uvicorn.config.HTTP_PROTOCOLS["auto"] = f"{Patient.__module__}:{Patient.__name__}"
