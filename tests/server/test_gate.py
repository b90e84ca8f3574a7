"""Nothing of the record leaves before sign-in, over http or websocket; and a cookie is worth what it says."""

from urllib.parse import quote

import pytest
from squads import LEAD, Clock
from starlette.websockets import WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackMsg

from teamback.access import managing
from teamback.access.sessions import COOKIE
from teamback.record.pages import MENU, may_open
from teamback.settings import Settings
from teamback.store import Store, open_store
from teamback.store.queries.accounts import account_named
from tests.server.conftest import ACCOUNTS, PASSWORD, RECORD, Browser, cookie_of, disable, stream_of

PAGES = ["/", *(f"/{entry.address}" for entry in MENU), "/account", "/logout"]
DATA = (
    *("/_stcore/health", "/_stcore/host-config", "/_stcore/metrics", "/_stcore/upload_file/a/b"),
    *("/media/a.csv", "/component/x/index.html", "/_stcore/bidi-components/x", "/app/static/x"),
    *("/static/js/none.js", "/index.html", "/people/_stcore/health", "/api/anything", "//readiness"),
    *("/login/", "/readyz/", "/login/../readiness", "/%2e%2e/readiness", "/sso/backwards"),
)
STREAMS = ("/_stcore/stream", "/readiness/_stcore/stream", "/", "/login", "/anything")
WANTS_HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_an_anonymous_page_request_goes_to_sign_in(people: Store, browser: Browser) -> None:
    nobody = browser()
    for path in PAGES:
        answer = nobody.get(f"{path}?squad=first&day=2026-11-20", headers=WANTS_HTML)
        wanted = "/" if path in ("/", "/account", "/logout") else f"{path}?squad=first&day=2026-11-20"
        assert (answer.status_code, answer.headers["location"]) == (303, f"/login?next={quote(wanted)}")
        assert RECORD not in answer.text


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_an_anonymous_request_for_data_is_refused(people: Store, browser: Browser, method: str) -> None:
    nobody = browser()
    for path in DATA:
        answer = nobody.request(method, path)
        assert answer.status_code in (401, 303), path
        assert RECORD not in answer.text
        if answer.status_code == 303:
            assert answer.headers["location"].startswith("/login?next="), path


def test_an_anonymous_websocket_is_refused(people: Store, browser: Browser) -> None:
    nobody = browser()
    for path in STREAMS:
        with pytest.raises(WebSocketDisconnect) as refused, stream_of(nobody, path):
            pass
        assert refused.value.reason == "Sign in first.", path


def test_whoever_signed_in_is_let_in(people: Store, browser: Browser) -> None:
    dana = browser("dana")
    for path in ("/", "/readiness", "/_stcore/health", "/media/a.csv"):
        assert dana.get(path).text == RECORD
    with stream_of(dana) as stream:
        assert stream.receive_text() == RECORD


def test_what_answers_before_sign_in_says_nothing_of_the_record(people: Store, browser: Browser) -> None:
    said = browser().get("/readyz")
    assert (said.status_code, said.json()) == (200, {"ready": True})
    for path in ("/login", "/sso", "/sso/back", "/first-account"):
        assert RECORD not in browser().get(path).text


def test_a_whole_cookie_opens_and_every_other_one_does_not(people: Store, browser: Browser) -> None:
    whole = cookie_of(people, "dana")
    assert opens(browser, whole)
    payload, signature = whole.rsplit(".", 1)
    others = cookie_of(people, "anna").rsplit(".", 1)
    for cookie in (
        "",
        "x",
        payload,
        f"{payload}.",
        f"{others[0]}.{signature}",
        f"{payload}.{others[1]}",
        f"{payload}.{signature[:-2]}",
        whole.swapcase(),
        cookie_of(people, "dana", key="f" * 64),
        cookie_of(people, "dana", hours=-0.001),
    ):
        assert not opens(browser, cookie), cookie


def opens(browser: Browser, cookie: str) -> bool:
    client = browser()
    client.cookies.set(COOKIE, cookie)
    answer = client.get("/readiness", headers=WANTS_HTML)
    try:
        with stream_of(client) as stream:
            heard = stream.receive_text() == RECORD
    except WebSocketDisconnect:
        heard = False
    assert heard == (answer.text == RECORD) == (answer.status_code == 200)
    return heard


def test_a_cookie_of_another_store_with_the_same_key_opens_nothing(
    people: Store, browser: Browser, clock: Clock
) -> None:
    other = open_store(":memory:", clock)
    managing.add(other, ACCOUNTS["dana"], LEAD)
    managing.add(other, ACCOUNTS["anna"], LEAD)
    assert not opens(browser, cookie_of(other, "anna"))
    other.close()


def test_a_session_ends_after_its_hours(people: Store, browser: Browser, clock: Clock) -> None:
    dana = browser("dana")
    clock.later(hours=11.9)
    assert dana.get("/readiness").text == RECORD
    clock.later(hours=0.2)
    assert dana.get("/readiness").status_code == 303


def saving(fragment: str) -> bytes:
    """What a browser says when Save is pressed in a part of a page."""
    message = BackMsg()
    message.rerun_script.fragment_id = fragment
    message.rerun_script.widget_states.widgets.add(id="save", trigger_value=True)
    return message.SerializeToString()


def test_the_first_run_of_a_connection_goes_through_main(people: Store, browser: Browser) -> None:
    with stream_of(browser("dana")) as stream:
        stream.receive_text()
        other = BackMsg(load_git_info=True).SerializeToString()
        for message, passed in ((other, other), (saving("form"), saving("")), (saving("x"), saving("x"))):
            stream.send_bytes(message)
            assert BackMsg.FromString(stream.receive_bytes()) == BackMsg.FromString(passed)


ENDS = {
    "disabled": lambda store: disable(store, "dana"),
    "reset": lambda store: managing.reset(store, 2, LEAD),
    "everywhere": lambda store: managing.sign_out_everywhere(store, account_named(store, "dana")[0]),  # type: ignore[index]
}


@pytest.mark.parametrize("ending", ENDS)
def test_an_open_websocket_is_asked_at_each_message(people: Store, browser: Browser, ending: str) -> None:
    dana = browser("dana")
    said = saving("form")
    with stream_of(dana) as stream:
        stream.receive_text()
        for message in (saving(""), said):
            stream.send_bytes(message)
            assert stream.receive_bytes() == message
        ENDS[ending](people)
        stream.send_bytes(said)
        heard = BackMsg.FromString(stream.receive_bytes())
        assert heard.WhichOneof("type") == "rerun_script"
        assert not heard.rerun_script.fragment_id
        assert not heard.rerun_script.widget_states.widgets
    assert dana.get("/media/a.csv").status_code == 401


def test_signing_out_ends_this_session_wherever_its_cookie_is(people: Store, browser: Browser) -> None:
    dana, other = browser("dana"), browser("dana")
    copied = dana.cookies[COOKIE]
    assert "Sign out?" in dana.get("/logout").text
    assert dana.get("/readiness").text == RECORD
    answer = dana.post("/logout")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert not opens(browser, copied)
    assert other.get("/readiness").text == RECORD


def test_a_one_time_password_opens_nothing_but_the_change(people: Store, browser: Browser) -> None:
    once = managing.reset(people, 2, LEAD)
    dana = browser()
    answer = dana.post("/login", data={"name": "dana", "password": once, "next": "/story"})
    assert answer.headers["location"] == "/account"
    assert dana.get("/readiness").headers["location"] == "/account"
    with pytest.raises(WebSocketDisconnect), stream_of(dana):
        pass
    new = {"present": once, "new": f"{PASSWORD} again", "repeated": f"{PASSWORD} again"}
    assert dana.post("/account", data=new).headers["location"] == "/"
    assert dana.get("/readiness").text == RECORD
    assert browser().post("/login", data={"name": "dana", "password": once}).status_code == 403


def test_a_page_of_another_role_sends_home(people: Store, browser: Browser) -> None:
    for who, account in ACCOUNTS.items():
        client = browser(who)
        for entry in MENU:
            answer = client.get(f"/{entry.address}")
            if may_open(account.role, entry.file):
                assert answer.text == RECORD
            else:
                assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_streamlits_own_sign_in_is_closed(people: Store, browser: Browser) -> None:
    for path in ("/auth/login", "/auth/logout", "/oauth2callback"):
        assert browser().get(path).status_code == browser("dana").get(path).status_code == 404


def test_the_demo_asks_nobody(people: Store, browser: Browser, told: Settings) -> None:
    told.demo = True
    assert browser().get("/readiness").text == RECORD


def test_a_store_that_cannot_be_opened_lets_nobody_in(
    people: Store, browser: Browser, told: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    dana = browser("dana")
    from teamback import app as hall

    hall.close_store()
    told.store = "/dev/null/none.duckdb"
    assert dana.get("/readiness").status_code == 303
    assert "cannot be opened" in dana.get("/login").text
    told.url = "https://teamback.example"
    assert "/dev/null" not in dana.get("/login").text + dana.get("/readyz").text
    assert dana.get("/readyz").status_code == 503
