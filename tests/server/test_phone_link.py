"""The link for a phone at the door: it opens the athlete's check-in, and no other page."""

import pytest
from squads import PHYSIO, Clock
from starlette.websockets import WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackMsg

from teamback.access import self_check_in
from teamback.access.sessions import COOKIE, Sessions
from teamback.record.pages import MENU
from teamback.store import Store
from tests.server.conftest import KEY, RECORD, Browser, stream_of
from tests.server.test_gate import saving

SESSIONS = Sessions(KEY.get_secret_value(), 12)


@pytest.fixture
def key(people: Store) -> str:
    return self_check_in.make_link(people, SESSIONS, 1, PHYSIO, 30)


def test_a_preview_opens_nothing_and_a_press_opens_the_check_in_alone(browser: Browser, key: str) -> None:
    kari = browser()
    answer = kari.get(f"/phone?key={key}")
    assert "Open my check-in" in answer.text
    assert "Kari" not in answer.text
    assert COOKIE not in kari.cookies
    assert kari.get("/kiosk").status_code == kari.get("/check_in").status_code == 303
    opened = kari.post("/phone", data={"key": key})
    assert (opened.status_code, opened.headers["location"]) == (303, "/check_in")
    assert f"Max-Age={30 * 86_400}" in opened.headers["set-cookie"]
    assert kari.get("/check_in").text == RECORD
    for address in (*(entry.address for entry in MENU if entry.file != "athlete/check_in"), "account"):
        assert kari.get(f"/{address}").headers["location"] == "/", address


def test_a_link_that_is_worth_nothing_opens_nothing(browser: Browser, key: str) -> None:
    for wrong in ("", "x", '"><b>', key[:-3]):
        nobody = browser()
        assert "<b>" not in nobody.get("/phone", params={"key": wrong}).text
        assert nobody.post("/phone", data={"key": wrong}).status_code == 403
        assert COOKIE not in nobody.cookies


def test_a_revoked_link_ends_what_it_opened_at_once(people: Store, browser: Browser, key: str) -> None:
    kari = browser()
    kari.post("/phone", data={"key": key})
    with stream_of(kari) as stream:
        stream.receive_text()
        stream.send_bytes(saving(""))
        assert stream.receive_bytes() == saving("")
        self_check_in.revoke_link(people, 1, PHYSIO)
        stream.send_bytes(saving("form"))
        heard = BackMsg.FromString(stream.receive_bytes()).rerun_script
        assert not heard.fragment_id
        assert not heard.widget_states.widgets
    with pytest.raises(WebSocketDisconnect), stream_of(kari):
        pass


def test_what_a_link_opened_ends_with_it(browser: Browser, key: str, clock: Clock) -> None:
    kari = browser()
    kari.post("/phone", data={"key": key})
    clock.later(days=29.9)
    assert kari.get("/check_in").text == RECORD
    clock.later(days=0.2)
    assert kari.get("/check_in").status_code == 303
