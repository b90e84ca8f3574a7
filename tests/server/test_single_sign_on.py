"""There and back through a real provider over HTTP: who comes in, as what, and what is refused."""

from collections.abc import Iterator

import httpx
import pytest
from joserfc.jwk import RSAKey
from pydantic import SecretStr

from teamback.access.sessions import COOKIE
from teamback.settings import Granted, Settings
from teamback.store import Store
from teamback.store.queries.accounts import accounts
from tests.server.conftest import HERE, RECORD, Browser, TestClient
from tests.server.provider import CLIENT, SECRET, Provider, running_provider
from tests.squads import LEAD

DANA = {"sub": "7", "name": "Dana Berg", "email": "dana@club.example", "groups": ["medical"]}


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with running_provider() as provider:
        yield provider


@pytest.fixture
def provider(running: Provider, told: Settings) -> Provider:
    """The provider with Dana signed in there, and the product told of it."""
    running.person, running.more, running.wrong, running.signing_key = dict(DANA), {}, {}, None
    told.oidc_metadata = f"{running.url}/.well-known/openid-configuration"
    told.oidc_client_id, told.oidc_client_secret = CLIENT, SecretStr(SECRET)
    told.oidc_roles = {
        "medical": Granted(role="clinician", profession="physio", squads=frozenset({"first"})),
        "coaches": Granted(role="coach", profession="coach"),
    }
    return running


def there(client: TestClient, wanted: str = "/story?squad=first") -> str:
    """Leaves for the provider, where somebody is signed in; gives where it sends the browser back to."""
    leaving = client.get("/sso", params={"next": wanted})
    assert leaving.status_code == 302
    back = httpx.get(leaving.headers["location"]).headers["location"]
    assert back.startswith(f"{HERE}/sso/back?code=")
    return back


def test_there_and_back(store: Store, browser: Browser, provider: Provider) -> None:
    client = browser()
    assert "Sign in with your club" in client.get("/login?next=/load").text
    answer = client.get(there(client))
    assert (answer.status_code, answer.headers["location"]) == (303, "/story?squad=first")
    said = answer.headers["set-cookie"]
    assert "HttpOnly" in said
    assert "SameSite=lax" in said
    assert client.get("/readiness").text == RECORD
    (made,) = accounts(store, LEAD)
    assert (made.person, made.role, made.squads) == ("Dana Berg", "clinician", frozenset({"first"}))
    assert client.get("/people").text == RECORD
    assert client.get("/accounts").headers["location"] == "/"


def test_groups_that_are_told_only_when_asked_for(store: Store, browser: Browser, provider: Provider) -> None:
    provider.person, provider.more = {"sub": "8"}, {"groups": ["coaches"], "name": "Carl Moe"}
    client = browser()
    assert client.get(there(client)).status_code == 303
    assert [(account.person, account.role) for account in accounts(store, LEAD)] == [("Carl Moe", "coach")]
    assert client.get("/readiness").headers["location"] == "/"


def test_without_a_role_one_is_told_whom_to_ask(store: Store, browser: Browser, provider: Provider) -> None:
    provider.person["groups"] = ["fans"]
    client = browser()
    answer = client.get(there(client))
    assert answer.status_code == 403
    assert "no role here" in answer.text
    assert COOKIE not in client.cookies
    assert client.get("/readiness").headers["location"].startswith("/login")


def tokens_that_are_wrong() -> dict[str, dict[str, object]]:
    return {
        "for another client": {"aud": "another"},
        "of another issuer": {"iss": "https://elsewhere.example"},
        "that ran out": {"exp": 1},
        "for another sign-in": {"nonce": "another"},
    }


@pytest.mark.parametrize("wrong", tokens_that_are_wrong().values(), ids=tokens_that_are_wrong())
def test_a_token_that_is_wrong_lets_nobody_in(
    store: Store, browser: Browser, provider: Provider, wrong: dict[str, object]
) -> None:
    provider.wrong = wrong
    refused(store, browser)


def test_a_token_signed_by_somebody_else_lets_nobody_in(
    store: Store, browser: Browser, provider: Provider
) -> None:
    provider.signing_key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})
    refused(store, browser)


def test_a_provider_that_speaks_of_two_people_lets_nobody_in(
    store: Store, browser: Browser, provider: Provider
) -> None:
    provider.person, provider.more = {"sub": "8"}, {"sub": "9", "groups": ["medical"]}
    refused(store, browser)


def refused(store: Store, browser: Browser) -> None:
    client = browser()
    answer = client.get(there(client))
    assert answer.status_code == 403
    assert "not completed" in answer.text
    assert COOKIE not in client.cookies
    assert accounts(store, LEAD) == []


def test_a_way_back_that_nobody_left_by_lets_nobody_in(
    store: Store, browser: Browser, provider: Provider
) -> None:
    client, other = browser(), browser()
    back = there(client)
    assert other.get(back).status_code == 403
    assert client.get(back.replace("state=", "state=x")).status_code == 403
    assert client.get("/sso/back?code=x&state=y").status_code == 403
    assert client.get("/sso/back?error=access_denied").status_code == 403
    assert client.get(there(client)).status_code == 303
    assert client.get(back).status_code == 403


def test_it_leads_to_no_other_site(store: Store, browser: Browser, provider: Provider) -> None:
    client = browser()
    assert client.get(there(client, "//elsewhere.example")).headers["location"] == "/"


def test_a_provider_that_does_not_answer_is_told(store: Store, browser: Browser, told: Settings) -> None:
    told.oidc_metadata = "http://127.0.0.1:1/.well-known/openid-configuration"
    answer = browser().get("/sso")
    assert answer.status_code == 502
    assert "does not answer" in answer.text


def test_without_a_provider_there_is_no_such_way(store: Store, browser: Browser) -> None:
    for path in ("/sso", "/sso/back"):
        assert browser().get(path).status_code == 404
