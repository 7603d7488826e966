"""What a page is told of the server when it opens: nothing of its versions, system, paths or machine."""

import os
import platform
import sys
from pathlib import Path
from typing import Final

import pytest
import streamlit
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime.app_session import AppSession

from dashboard.server import session_messages
from tests.browser.conftest import ROOT, served
from tests.deploy.people import opened

TOLD: Final = {"user_info", "environment_info", "session_status", "session_id"}
"""All that the message may hold of the session: what a newer Streamlit adds is looked at before it is let through."""


def first_messages(url: str) -> list[bytes]:
    """What a page is sent until its first run is over."""
    asked, messages = BackMsg(), list[bytes]()
    asked.rerun_script.query_string = ""
    with opened(url.replace("http", "ws")) as socket:
        socket.send(asked.SerializeToString())
        while True:
            messages.append(bytes(socket.recv(timeout=60)))
            if ForwardMsg.FromString(messages[-1]).WhichOneof("type") == "script_finished":
                return messages


def test_nothing_on_the_wire_tells_of_the_server(tmp_path: Path) -> None:
    with served(tmp_path, f"sqlite:///{tmp_path}/placements.db", SAMPLE_DATA="off") as url:
        messages = first_messages(url)
    whole = b"".join(messages)
    versions = (streamlit.__version__, platform.python_version(), ".".join(map(str, sys.version_info)))
    for name in (*versions, platform.system(), platform.node(), str(ROOT), sys.prefix, os.path.expanduser("~/")):
        assert name.encode() not in whole, name
    told = [ForwardMsg.FromString(each) for each in messages]
    began = [message.new_session for message in told if message.HasField("new_session")]
    assert began
    for each in began:
        assert {field.name for field, _ in each.initialize.ListFields()} <= TOLD
        assert each.initialize.user_info.ListFields() == []
        assert [field.name for field, _ in each.initialize.environment_info.ListFields()] == ["streamlit_version"]
        assert each.initialize.session_id
        assert each.main_script_path == session_messages.SCRIPT


def test_a_page_still_learns_that_the_version_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    before = session_messages.mark()
    assert session_messages.mark() == before
    monkeypatch.setattr(session_messages, "__version__", "99.0")
    assert session_messages.mark() != before
    monkeypatch.setattr(session_messages, "get_cookie_secret", lambda: "another")
    assert session_messages.mark() not in {before, ""}


def test_what_the_client_needs_stays() -> None:
    told = NewSession(name="app", main_script_path="/srv/placements/dashboard/app.py", page_script_hash="1")
    told.initialize.session_id = "2"
    told.initialize.environment_info.python_version = "3.13"
    told.initialize.user_info.installation_id = "4"
    session_messages.blank(told)
    assert (told.name, told.page_script_hash, told.initialize.session_id) == ("app", "1", "2")
    assert told.initialize.HasField("user_info")
    assert told.initialize.HasField("environment_info")


def test_where_streamlit_has_moved_it_the_server_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(AppSession, session_messages.MAKES)
    with pytest.raises(AttributeError):
        session_messages.tell_little()
