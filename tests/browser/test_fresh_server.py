"""A fresh server, asked before anybody signed in: the sign-in page and no data, over http and websocket."""

import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from running import KEY, OpenPage, serving, wait_ready
from squads import LEAD, PHYSIO, a_squad, mornings
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from teamback.access.sessions import COOKIE, Sessions
from teamback.record.account import Account
from teamback.record.pages import MENU
from teamback.server import SECURITY_HEADERS
from teamback.store import accounts, open_store
from teamback.store.queries.accounts import access_lines, account_named

pytestmark = pytest.mark.browser
CANARY = "Kari CANARY"
PEOPLE = (
    Account("anna", "Anna Vik", "doctor", "lead"),
    Account("dana", "Dana Berg", "physio", "clinician"),
    Account("carl", "Carl Moe", "coach", "coach"),
)
STREAM = "/_stcore/stream"
FIRST_ASKED = [f"/{entry.address}" for entry in MENU]
DATA = ("/_stcore/health", "/_stcore/host-config", "/media/x.csv", "/component/x/y", STREAM)


@dataclass(frozen=True)
class Club:
    """Where the club's product answers, and the cookies that would open it."""

    url: str
    cookies: dict[str, str]


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    """A club with one athlete, and a server that nobody has asked anything."""
    folder = tmp_path_factory.mktemp("club")
    cookies = club_at(folder / "teamback.duckdb")
    with serving(folder / "teamback.duckdb", folder / "log") as url:
        yield Club(url, cookies)


def club_at(path: Path) -> dict[str, str]:
    """Makes the store; gives a cookie for each account."""
    store = open_store(str(path))
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="2", until=store.now().date(), note="well"), PHYSIO)
    store.engine.write(lambda execute: execute(f"update athlete set known_as = '{CANARY}'", []))
    cookies = {}
    for person in PEOPLE:
        accounts.add(store, replace(person, generation=f"of {person.sign_in}"), None, LEAD)
        account, _ = account_named(store, person.sign_in) or (person, None)
        cookies[person.sign_in] = Sessions(KEY, 12).begin(store, account)
    store.close()
    return cookies


def asked(club: Club, path: str, cookie: str | None = None) -> tuple[int, dict[str, str], bytes]:
    """One request over a connection of its own."""
    connection = http.client.HTTPConnection(urlsplit(club.url).netloc, timeout=30)
    headers = {"Cookie": f"{COOKIE}={cookie}"} if cookie is not None else {}
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


@contextmanager
def stream(club: Club, cookie: str | None = None) -> Iterator[ClientConnection]:
    """The websocket that a page opens."""
    headers = {"Cookie": f"{COOKIE}={cookie}"} if cookie is not None else {}
    to = f"ws{club.url[4:]}{STREAM}"
    with connect(to, origin=club.url, additional_headers=headers, max_size=None) as opened:  # type: ignore[arg-type]
        yield opened


def heard(opened: ClientConnection, query: str = "") -> bytes:
    """Everything that one run of main.py sends."""
    asking, received = BackMsg(), []
    asking.rerun_script.query_string = query
    opened.send(asking.SerializeToString())
    while True:
        frame = opened.recv(timeout=30)
        assert isinstance(frame, bytes)
        received.append(frame)
        if ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished":
            return b"".join(received)


def forged(cookies: dict[str, str]) -> dict[str, str]:
    """Cookies that were never given to anybody."""
    (dana, seal), (anna, _) = cookies["dana"].rsplit(".", 1), cookies["anna"].rsplit(".", 1)
    account = Account("anna", "Anna Vik", "doctor", "lead", generation="of anna", number=1)
    store = open_store(":memory:")
    another_key = Sessions("another key, as long as it takes", 12).begin(store, account)
    expired = Sessions(KEY, -0.1).begin(store, account)
    another_store = Sessions(KEY, 12).begin(store, replace(account, generation="of somebody"))
    store.close()
    return {
        "empty": "",
        "without its seal": dana,
        "swapped": f"{anna}.{seal}",
        "signed with another key": another_key,
        "expired": expired,
        "of another store": another_store,
    }


def test_the_very_first_requests_get_the_sign_in_page_and_no_data(club: Club) -> None:
    for path in FIRST_ASKED:
        status, headers, body = asked(club, path)
        assert (status, headers["location"]) == (303, f"/login?next={path}")
        assert CANARY.encode() not in body
    for path in DATA:
        status, _, body = asked(club, path)
        assert status == 401
        assert CANARY.encode() not in body
    status, _, body = asked(club, f"/login?next={FIRST_ASKED[0]}")
    assert status == 200
    assert b"Sign-in name" in body
    assert CANARY.encode() not in body
    with pytest.raises(InvalidStatus) as refused, stream(club):
        pass
    assert refused.value.response.status_code == 403


def test_a_forged_an_expired_and_a_swapped_cookie_get_no_data(club: Club) -> None:
    for what, cookie in forged(club.cookies).items():
        status, headers, _ = asked(club, "/readiness", cookie)
        assert (status, headers["location"]) == (303, "/login?next=/readiness"), what
        assert asked(club, "/_stcore/health", cookie)[0] == 401
        with pytest.raises(InvalidStatus), stream(club, cookie):
            pass


@pytest.mark.parametrize("path", ["/", "/readyz", "/login", "/readiness", "/_stcore/health", "/media/x"])
@pytest.mark.parametrize("who", ["anna", None])
def test_every_answer_carries_the_security_headers(club: Club, path: str, who: str | None) -> None:
    _, headers, _ = asked(club, path, who and club.cookies[who])
    for name, value in SECURITY_HEADERS.items():
        assert headers[name.lower()] == value


def test_a_whole_cookie_opens_what_its_role_has(club: Club) -> None:
    with stream(club, club.cookies["carl"]) as coach, stream(club, club.cookies["dana"]) as physio:
        # Two people at once: each hears what is theirs.
        assert b"Rules" not in heard(coach)
        assert b"Rules" in heard(physio)
    status, headers, body = asked(club, "/readiness", club.cookies["carl"])
    assert (status, headers["location"], body) == (303, "/", b"")


def test_an_account_that_is_disabled_sees_nothing_at_the_next_touch(open_page: OpenPage, club: Club) -> None:
    physio, lead = open_page(f"{club.url}/login"), open_page(f"{club.url}/login")
    for page, who in ((physio, "dana"), (lead, "anna")):
        page.context.add_cookies([{"name": COOKIE, "value": club.cookies[who], "url": club.url}])
    physio.goto(f"{club.url}/story?athlete=1")
    expect(physio.get_by_text(CANARY).first).to_be_visible()
    wait_ready(physio)
    lead.goto(f"{club.url}/accounts")
    lead.get_by_role("button", name="Dana Berg").click()
    lead.get_by_role("button", name="Disable").click()
    expect(lead.get_by_role("button", name="disabled")).to_be_visible()
    wait_ready(lead)
    physio.get_by_text("All", exact=True).first.click()
    expect(physio.get_by_text("You are signed out")).to_be_visible()
    expect(physio.get_by_text(CANARY)).to_have_count(0)
    physio.reload()
    expect(physio.get_by_role("heading", name="Sign in")).to_be_visible()


def test_behind_a_proxy_it_answers_under_its_own_name_alone(tmp_path: Path) -> None:
    cookies, name = club_at(tmp_path / "teamback.duckdb"), "teamback.example"
    by_proxy = {"X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "https"}
    with serving(tmp_path / "teamback.duckdb", tmp_path / "log", TEAMBACK_URL=f"https://{name}") as url:
        place = urlsplit(url)
        assert place.hostname
        assert place.port

        def sent(method: str, path: str, host: str, body: str = "") -> int:
            connection = http.client.HTTPConnection(place.netloc, timeout=30)
            headers = by_proxy | {"Host": host, "Origin": f"https://{host}"}
            connection.request(method, path, body, headers)
            return connection.getresponse().status

        assert sent("GET", "/login", name) == 200
        assert sent("GET", "/login", "another.example") == 400
        assert sent("POST", "/login", name, "name=dana&password=wrong") == 403
        with connect(
            f"ws://{name}{STREAM}",
            sock=socket.create_connection((place.hostname, place.port)),
            origin=f"https://{name}",  # type: ignore[arg-type]
            additional_headers=by_proxy | {"Cookie": f"{COOKIE}={cookies['dana']}"},
            max_size=None,
        ) as opened:
            assert b"Dana Berg, physio" in heard(opened)
    store = open_store(str(tmp_path / "teamback.duckdb"))
    newest = access_lines(store, LEAD, 1)[0]
    store.close()
    assert (newest.what, newest.account, newest.about) == ("failed", 2, "198.51.100.7")
