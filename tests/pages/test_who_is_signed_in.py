"""Who looks is asked at each run: the signed-out see nothing, and nobody goes on where another was."""

from dataclasses import replace
from pathlib import Path

import pytest
from squads import LEAD, PHYSIO, a_squad, mornings
from streamlit.testing.v1 import AppTest

from teamback import app
from teamback.app import door, opening
from teamback.record import pages
from teamback.record.account import Account
from teamback.settings import Settings
from teamback.store import Store, accounts

MAIN = Path(__file__).parents[2] / "teamback" / "main.py"
DANA = Account("dana", "Dana Berg", "physio", "clinician")
CARL = Account("carl", "Carl Moe", "coach", "coach")


class Cookies:
    """Whose cookie the browser holds at the moment."""

    account: Account | None = None


@pytest.fixture
def holds(store: Store, monkeypatch: pytest.MonkeyPatch) -> Cookies:
    """The product as `serve` runs it, with Kari on a squad."""
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="2"), PHYSIO)
    served = Settings(demo=False)
    for room in (app, opening):
        monkeypatch.setattr(room, "settings", lambda: served)
    cookies = Cookies()
    monkeypatch.setattr(door, "account_of", lambda _: cookies.account)
    return cookies


def everything(page: AppTest) -> str:
    protos = [getattr(node, "proto", None) for node in page._tree]
    return "".join(str(proto) for proto in protos if proto is not None)


def test_whoever_is_not_signed_in_sees_nothing_of_the_record(holds: Cookies) -> None:
    page = AppTest.from_file(str(MAIN), default_timeout=30).run()
    assert "You are signed out" in everything(page)
    assert "Kari" not in everything(page)
    assert "Readiness" not in everything(page)


def test_a_session_that_ended_shows_nothing_at_the_next_run(store: Store, holds: Cookies) -> None:
    holds.account = accounts.add(store, DANA, None, LEAD)
    page = AppTest.from_file(str(MAIN), default_timeout=30).run()
    page.switch_page("../pages/squad/readiness.py").run()
    assert "Kari" in everything(page)
    assert "Dana Berg, physio" in everything(page)
    holds.account = None
    page.run()
    assert "You are signed out" in everything(page)
    assert "Kari" not in everything(page)


def test_a_one_time_password_shows_nothing(store: Store, holds: Cookies) -> None:
    holds.account = accounts.add(store, replace(DANA, must_change=True), None, LEAD)
    assert "You are signed out" in everything(AppTest.from_file(str(MAIN), default_timeout=30).run())


def test_another_person_finds_nothing_of_what_the_first_had_typed(store: Store, holds: Cookies) -> None:
    dana, carl = accounts.add(store, DANA, None, LEAD), accounts.add(store, CARL, None, LEAD)
    holds.account = dana
    page = AppTest.from_file(str(MAIN), default_timeout=30).run()
    page.session_state["typed"] = "half a note"
    page.run()
    assert page.session_state["typed"] == "half a note"
    holds.account = carl
    page.run()
    assert "typed" not in page.session_state
    assert "Carl Moe, coach" in everything(page)
    assert "Readiness" not in everything(page)


def test_a_page_that_was_put_in_the_menu_by_mistake_stops_by_itself(
    store: Store, holds: Cookies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "may_open", lambda role, file: True)
    holds.account = accounts.add(store, CARL, None, LEAD)
    page = AppTest.from_file(str(MAIN), default_timeout=30).run()
    page.switch_page("../pages/squad/readiness.py").run()
    assert page.error[0].value == "This page is not for your role."
    assert "Kari" not in everything(page)
