"""What a page is told of the server when it opens: nothing of its versions, its system, its paths and its machine.

Streamlit writes it in one message, for its own statistics, which are off. What its client needs stays: it opens the
page again where the version has changed, so it is given a mark in place of the version, made with the secret that
cookies are signed with. Streamlit is changed in this file alone; a test fails where it moves.
"""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any, Final

from streamlit import __version__
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime.app_session import AppSession
from streamlit.web.server.server_util import get_cookie_secret

MAKES: Final = "_create_new_session_message"
"""What of Streamlit's session makes the message."""
SCRIPT: Final = "app.py"
"""What stands for the place of the app on the server's disk."""


def tell_little() -> None:
    """Have every session begin with a message that tells little. Raises AttributeError where Streamlit has moved it."""
    make: Callable[..., ForwardMsg] = getattr(AppSession, MAKES)

    def made(session: AppSession, *given: Any, **named: Any) -> ForwardMsg:
        message = make(session, *given, **named)
        blank(message.new_session)
        return message

    setattr(AppSession, MAKES, made)


def blank(told: NewSession) -> None:
    """Leave out of a message what the client can do without."""
    for part in ("user_info", "environment_info"):
        told.initialize.ClearField(part)
    told.initialize.user_info.SetInParent()
    told.initialize.environment_info.streamlit_version = mark()
    told.main_script_path = SCRIPT


def mark() -> str:
    """Give what changes with the version, and tells no one else which it is."""
    return blake2b(__version__.encode(), digest_size=8, key=get_cookie_secret().encode()[:64]).hexdigest()
