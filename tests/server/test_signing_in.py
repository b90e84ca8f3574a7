"""The sign-in page: who is let in, what is said to whoever is not, and where one comes out."""

import httpx
import pytest
from squads import Clock

from teamback.access.sessions import COOKIE
from teamback.access.throttle import FREE_BY_ADDRESS, FREE_BY_NAME
from teamback.server import form_page
from teamback.server.doorway import SECURITY_HEADERS
from teamback.settings import Settings
from teamback.store import Store
from teamback.store.queries.accounts import access_lines, accounts
from tests.server.conftest import HERE, PASSWORD, RECORD, Browser, disable
from tests.squads import ADMIN

WRONG = {
    "a wrong password": ("dana", "not the password"),
    "an unknown name": ("nobody", PASSWORD),
    "an empty name": ("", ""),
    "a name no engine keeps": ("da\0na", PASSWORD),
    "a very long password": ("dana", PASSWORD * 400),
    "a disabled account": ("ben", PASSWORD),
}


def sign_in(
    browser: Browser, name: str, password: str, host: str = "127.0.0.1", **more: str
) -> httpx.Response:
    return browser(host=host).post("/login", data={"name": name, "password": password, **more})


def test_name_and_password_open_the_page_that_was_wanted(people: Store, browser: Browser) -> None:
    client = browser()
    said = client.get("/login?next=/story%3Fsquad%3Dfirst").text
    assert 'value="/story?squad=first"' in said
    asked = {"name": " Dana ", "password": PASSWORD, "next": "/story?squad=first"}
    answer = client.post("/login", data=asked)
    assert (answer.status_code, answer.headers["location"]) == (303, "/story?squad=first")
    assert client.get("/readiness").text == RECORD
    assert client.get("/login?next=/load").headers["location"] == "/load"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    people: Store, browser: Browser, told: Settings
) -> None:
    said = sign_in(browser, "dana", PASSWORD).headers["set-cookie"]
    assert said.startswith(f"{COOKIE}=")
    assert {"HttpOnly", "Path=/", "SameSite=lax", "Max-Age=43200"} <= set(said.split("; "))
    assert "Secure" not in said
    told.url = "https://teamback.example"
    secure = sign_in(browser, "dana", PASSWORD)
    assert "Secure" in secure.headers["set-cookie"].split("; ")
    assert secure.headers["strict-transport-security"] == "max-age=31536000"


def test_whoever_is_not_let_in_reads_the_same_whatever_was_wrong(people: Store, browser: Browser) -> None:
    disable(people, "ben")
    said = set()
    for what, (name, password) in WRONG.items():
        answer = sign_in(browser, name, password)
        assert answer.status_code == 403, what
        assert "set-cookie" not in answer.headers
        said.add(answer.text.replace(f'value="{name}"', 'value=""'))
    assert len(said - {answer for answer in said if "more than the form asks" in answer}) == 1
    assert "Name or password is not right" in said.pop()


@pytest.mark.parametrize("name", ["dana", "nobody"])
def test_after_failures_a_name_waits_known_or_not(
    people: Store, browser: Browser, clock: Clock, name: str
) -> None:
    for _ in range(FREE_BY_NAME):
        assert "not right" in sign_in(browser, name, "wrong", host="192.0.2.7").text
    assert "Too many tries. Wait 1 minute" in sign_in(browser, name, PASSWORD, host="192.0.2.8").text
    clock.later(seconds=31)
    assert "not right" in sign_in(browser, name, "wrong").text
    clock.later(seconds=31)
    assert "Too many tries" in sign_in(browser, name, PASSWORD).text
    clock.later(seconds=31)
    assert sign_in(browser, name, PASSWORD).status_code == (303 if name == "dana" else 403)


def test_after_many_failures_an_address_waits_and_no_other(people: Store, browser: Browser) -> None:
    for n in range(FREE_BY_ADDRESS):
        sign_in(browser, f"name {n}", "wrong", host="192.0.2.7")
    assert "Too many tries" in sign_in(browser, "dana", PASSWORD, host="192.0.2.7").text
    assert sign_in(browser, "dana", PASSWORD, host="192.0.2.8").status_code == 303


def test_every_try_leaves_a_line(people: Store, browser: Browser) -> None:
    sign_in(browser, "dana", "wrong", host="192.0.2.7")
    sign_in(browser, "my password by mistake", "wrong", host="192.0.2.8")
    client = browser()
    client.post("/login", data={"name": "dana", "password": PASSWORD})
    client.post("/logout")
    lines = access_lines(people, ADMIN, 4)
    said = [(line.what, line.account, line.about) for line in lines]
    assert said[1:] == [("signed_in", 2, None), ("failed", None, "192.0.2.8"), ("failed", 2, "192.0.2.7")]
    assert said[0][:2] == ("signed_out", 2)
    assert {line.done_by for line in lines} == {None}


ELSEWHERE = (
    *("https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example"),
    *("javascript:alert(1)", "http:/x", "elsewhere", "/\t/elsewhere.example", "/x\r\nSet-Cookie: a=b", ""),
)


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_sign_in_leads_to_no_other_site(wanted: str) -> None:
    assert form_page.own_page(wanted) == "/"


def test_a_form_of_another_site_or_of_nobody_is_refused(people: Store, browser: Browser) -> None:
    for path in ("/login", "/logout", "/account", "/first-account"):
        for origin in ("http://elsewhere.example", "null", "http://127.0.0.1:9999", None):
            dana = browser("dana")
            del dana.headers["origin"]
            headers = {"origin": origin} if origin else {}
            said = {"name": "dana", "password": PASSWORD, "do": "everywhere"}
            assert dana.post(path, data=said, headers=headers).status_code == 403
            assert dana.get("/readiness").text == RECORD


def test_what_was_typed_is_text(people: Store, browser: Browser) -> None:
    answer = sign_in(browser, '"><script>alert(1)</script>', "wrong", next='/"><script>alert(2)</script>')
    assert "<script>" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text


def test_a_form_without_end_is_refused(people: Store, browser: Browser) -> None:
    assert "more than the form asks for" in sign_in(browser, "dana", "x" * 30_000).text


@pytest.mark.parametrize("path", ["/login", "/readiness", "/media/x", "/readyz", "/account"])
def test_every_answer_has_its_headers(people: Store, browser: Browser, path: str) -> None:
    answer = browser().get(path)
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers[name] == value
    assert answer.headers["cache-control"] == "no-store"
    assert "strict-transport-security" not in answer.headers


def test_only_names_that_were_set_are_answered(people: Store, browser: Browser, told: Settings) -> None:
    assert browser(at="http://teamback.example").get("/login").status_code == 400
    told.url = "https://teamback.example"
    assert browser(at="https://teamback.example").get("/login").status_code == 200
    assert browser(at="https://teamback.example.elsewhere").get("/login").status_code == 400


FIRST = {
    "person": "Anna Vik",
    "profession": "doctor",
    "name": "Anna",
    "new": PASSWORD,
    "repeated": PASSWORD,
}


def test_the_first_account_is_made_here_once(store: Store, browser: Browser) -> None:
    client = browser()
    assert client.get("/readiness").headers["location"] == "/login?next=/readiness"
    assert client.get("/login").headers["location"] == "/first-account"
    assert "The first account" in client.get("/first-account").text
    short = client.post("/first-account", data=FIRST | {"new": "short", "repeated": "short"})
    assert "at least 12 characters" in short.text
    assert 'value="Anna Vik"' in short.text
    assert client.post("/first-account", data=FIRST).headers["location"] == "/"
    (made,) = accounts(store, ADMIN)
    assert (made.sign_in, made.role, made.profession, made.must_change) == ("anna", "lead", "doctor", False)
    assert client.get("/readiness").text == RECORD
    for again in (client.get("/first-account"), browser().post("/first-account", data=FIRST)):
        assert again.headers["location"] == "/login"
    assert len(accounts(store, ADMIN)) == 1


def test_the_first_account_is_made_on_this_computer_alone(
    store: Store, browser: Browser, told: Settings
) -> None:
    there = browser(host="192.0.2.7")
    assert there.get("/first-account").headers["location"] == "/login"
    assert there.post("/first-account", data=FIRST).headers["location"] == "/login"
    assert "teamback user add" in there.get("/login").text
    told.url = HERE  # a proxy stands before it: every address may be this computer's
    assert browser().post("/first-account", data=FIRST).headers["location"] == "/login"
    assert accounts(store, ADMIN) == []


def test_a_password_is_changed_by_its_owner_and_other_sessions_end(people: Store, browser: Browser) -> None:
    dana, elsewhere = browser("dana"), browser("dana")
    new = "four plain words together"
    refused = {
        "present": ({"present": "wrong", "new": new, "repeated": new}, "present password is not right"),
        "short": ({"present": PASSWORD, "new": "short", "repeated": "short"}, "at least 12"),
        "mistyped": ({"present": PASSWORD, "new": new, "repeated": f"{new}x"}, "not the same"),
        "the name": ({"present": PASSWORD, "new": "danaBERG1234", "repeated": "danaBERG1234"}, "name"),
        "the same": ({"present": PASSWORD, "new": PASSWORD, "repeated": PASSWORD}, "is the present one"),
    }
    for what, (asked, sentence) in refused.items():
        assert sentence in dana.post("/account", data=asked).text, what
    changed = dana.post("/account", data={"present": PASSWORD, "new": new, "repeated": new})
    assert changed.headers["location"] == "/"
    assert dana.get("/readiness").text == RECORD
    assert elsewhere.get("/readiness").status_code == 303
    assert sign_in(browser, "dana", new).status_code == 303


def test_signing_out_everywhere_ends_every_session_of_one_person(people: Store, browser: Browser) -> None:
    dana, elsewhere, ben = browser("dana"), browser("dana"), browser("ben")
    assert "Dana Berg, clinician" in dana.get("/account").text
    assert dana.post("/account", data={"do": "everywhere"}).headers["location"] == "/login"
    assert dana.get("/readiness").status_code == elsewhere.get("/readiness").status_code == 303
    assert ben.get("/readiness").text == RECORD
