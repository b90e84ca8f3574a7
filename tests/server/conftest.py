"""The doors of the product around a house that gives the record to whoever is let in."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from argon2 import PasswordHasher
from pydantic import SecretStr
from squads import LEAD, Clock, a_squad
from starlette.applications import Starlette
from starlette.exceptions import StarletteDeprecationWarning
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from teamback import app as hall
from teamback.access import managing, passwords
from teamback.access.sessions import COOKIE, Sessions
from teamback.access.throttle import Throttle
from teamback.app import door, opening
from teamback.record.account import Account
from teamback.server import middleware, routes
from teamback.settings import Settings
from teamback.store import Store, accounts
from teamback.store.queries.accounts import account_named
from tests.fresh_stores import in_memory

with warnings.catch_warnings():
    warnings.simplefilter("ignore", StarletteDeprecationWarning)  # httpx comes with Authlib anyway
    from starlette.testclient import TestClient, WebSocketTestSession

HERE = "http://127.0.0.1:8501"
RECORD = "THE RECORD"
PASSWORD = "a quiet morning in November"
KEY = SecretStr("0123456789abcdef0123456789abcdef")
QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
"""So that a test of the doors is no test of patience; tests/access looks at the real one."""
Browser = Callable[..., TestClient]

ACCOUNTS = {
    "anna": Account("anna", "Anna Vik", "doctor", "lead"),
    "dana": Account("dana", "Dana Berg", "physio", "clinician", frozenset({"first"})),
    "ben": Account("ben", "Ben Roe", "s_and_c", "performance"),
    "carl": Account("carl", "Carl Moe", "coach", "coach"),
    "ida": Account("ida", "Ida Lund", "administrator", "admin"),
    "kari": Account("kari", "Kari", "athlete", "athlete", athlete=1),
    "room": Account("room", "Changing room", "tablet", "kiosk", frozenset({"first"})),
}


@pytest.fixture
def told() -> Settings:
    """What the surroundings say."""
    return Settings(secret_key=KEY)


@pytest.fixture
def store(clock: Clock, told: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The one store of the product, with a squad and nobody who can sign in."""
    hall.close_store()
    monkeypatch.setattr(passwords, "_HASHER", QUICK)
    with in_memory(clock) as made:
        a_squad(made, "Kari Ola")
        monkeypatch.setattr(opening, "_open", [made])
        monkeypatch.setattr(opening, "settings", lambda: told)
        monkeypatch.setattr(door, "THROTTLE", Throttle())
        yield made


@pytest.fixture(scope="session")
def kept_password() -> str:
    """The hash of PASSWORD, made once."""
    return QUICK.hash(PASSWORD)


@pytest.fixture
def people(store: Store, kept_password: str) -> Store:
    """One account of each role; PASSWORD opens them all."""
    for name, account in ACCOUNTS.items():
        accounts.add(store, replace(account, generation=f"first of {name}"), kept_password, LEAD)
    return store


@pytest.fixture
def browser(store: Store) -> Iterator[Browser]:
    """A browser: `browser()`, `browser("dana")` who is signed in, `browser(host="192.0.2.1")`."""
    opened: list[TestClient] = []

    def one(who: str | None = None, host: str = "127.0.0.1", at: str = HERE) -> TestClient:
        client = TestClient(house(), base_url=at, client=(host, 50000), follow_redirects=False)
        client.headers["origin"] = at
        opened.append(client)
        if who:
            client.cookies.set(COOKIE, cookie_of(store, who))
        return client

    yield one
    for client in opened:
        client.close()


def house() -> Starlette:
    """The doors, and behind them a house that hides nothing."""

    async def record(request: Request) -> PlainTextResponse:
        return PlainTextResponse(RECORD)

    async def stream(websocket: WebSocket) -> None:
        await websocket.accept()
        await websocket.send_text(RECORD)
        while True:
            message = await websocket.receive()
            if message["type"] == "websocket.disconnect":
                break
            await websocket.send_bytes(message.get("bytes") or b"")

    inside = [WebSocketRoute("/{path:path}", stream), Route("/{path:path}", record, methods=["GET", "PUT"])]
    return Starlette(routes=[*routes, *inside], middleware=middleware)


def cookie_of(store: Store, name: str, key: str = KEY.get_secret_value(), hours: float = 12) -> str:
    """The cookie that somebody's browser is given when they sign in."""
    account, _ = account_named(store, name) or (None, None)
    assert account
    return Sessions(key, hours).begin(store, account)


def stream_of(client: TestClient, path: str = "/_stcore/stream") -> WebSocketTestSession:
    """The websocket that a page opens."""
    opened: WebSocketTestSession = client.websocket_connect(f"ws{str(client.base_url)[4:]}{path}")
    return opened


def disable(store: Store, name: str) -> None:
    """The lead disables an account."""
    number = list(ACCOUNTS).index(name) + 1
    managing.disable(store, number, LEAD)
