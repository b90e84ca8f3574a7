"""Role by page by event field by squad: whatever the record holds, each receives what is declared for them.

Generated from what is declared: the roles of each page in the menu, the audience of each field of each event,
and the squads that a person serves. Every field that is wide enough carries a canary (tests/canaries.py).
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from canaries import Canaries, heard
from squads import COACH, DOCTOR, LEAD, S_AND_C, Clock, of, oneself
from streamlit.testing.v1 import AppTest

from teamback import app
from teamback.app import opening
from teamback.record.event import audience_of
from teamback.record.events import KINDS
from teamback.record.pages import MENU, may_open
from teamback.record.scope import AUDIENCE_OF_ROLE, Scope
from teamback.settings import Settings
from teamback.store import Store
from tests.pages.test_coach_receives_nothing_clinical import drawn
from tests.pages.test_performance_receives_no_clinicians_word import sow_open

MAIN = Path(__file__).parents[2] / "teamback" / "main.py"
KARI, OLA = 1, 2
KARI_HERSELF = oneself(KARI)
OF_FIRST = {
    "lead": of(LEAD, "first"),
    "clinician": of(DOCTOR, "first"),
    "performance": of(S_AND_C, "first"),
    "coach": of(COACH, "first"),
    "athlete": of(KARI_HERSELF, "first"),
    "admin": Scope("Ida Lund", "administrator", "admin"),
    "kiosk": Scope("Changing room", "check-in tablet", "kiosk", frozenset({"first"})),
    "phone": of(replace(KARI_HERSELF, role="phone"), "first"),
}
OF_ANOTHER = {
    role: of(scope, "second") for role, scope in OF_FIRST.items() if role not in ("athlete", "admin", "phone")
} | {
    "athlete": of(oneself(OLA, "Ola"), "first"),
    "phone": of(replace(oneself(OLA, "Ola"), role="phone"), "first"),
}
Look = Callable[[Scope, str], bytes]


@pytest.fixture
def look(store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Look:
    """Opens a page as somebody who is signed in; gives everything that it sends."""
    who: list[Scope] = []
    monkeypatch.setattr(app, "signed_in", lambda: who[-1])
    served = Settings(demo=False)
    for room in (app, opening):
        monkeypatch.setattr(room, "settings", lambda: served)
    browsers: dict[Scope, AppTest] = {}

    def opened(scope: Scope, file: str) -> bytes:
        who.append(scope)
        if scope not in browsers:
            browsers[scope] = AppTest.from_file(str(MAIN), default_timeout=30).run()
        page = browsers[scope]
        page.switch_page(f"../pages/{file}.py")
        page.query_params["athlete"] = str(KARI)
        page.run()
        assert not page.exception, page.exception[0].message
        return drawn(page)

    return opened


def withheld(planted: Canaries, scope: Scope, reached: bool) -> set[str]:
    """The sown fields that may not reach somebody; a sign that a readable field shows too tells nothing."""
    readable = {where for where in planted.sown if reached and _reads(scope, *where.split("."))}
    shown = {sign for where in readable for sign in planted.sown[where]}
    return {where for where, signs in planted.sown.items() if where not in readable and not shown & {*signs}}


def _reads(scope: Scope, kind: str, name: str) -> bool:
    return scope.may_read(audience_of(KINDS[kind], name))


def test_every_role_is_in_the_table() -> None:
    assert set(OF_FIRST) == set(AUDIENCE_OF_ROLE)
    assert {role for entry in MENU for role in entry.roles} == set(AUDIENCE_OF_ROLE)


@pytest.mark.parametrize("role", OF_FIRST)
def test_each_role_receives_its_own_fields_and_no_other_page(store: Store, look: Look, role: str) -> None:
    planted, scope = sow_open(store), OF_FIRST[role]
    forbidden, told = withheld(planted, scope, reached=True), set[str]()
    for entry in MENU:
        if not may_open(role, entry.file):
            with pytest.raises(ValueError, match=entry.address):
                look(scope, entry.file)
            continue
        found = heard(planted, look(scope, entry.file))
        assert found & forbidden == set(), entry.file
        told |= found
    assert bool(told) == (role not in ("coach", "admin", "kiosk"))


@pytest.mark.parametrize("role", OF_ANOTHER)
def test_nothing_of_another_squad_or_another_athlete_reaches_anybody(
    store: Store, look: Look, role: str
) -> None:
    planted, scope = sow_open(store), OF_ANOTHER[role]
    forbidden = withheld(planted, scope, reached=False)
    for entry in MENU:
        if may_open(role, entry.file) and entry.file not in OF_THE_CLUB:
            sent = look(scope, entry.file)
            assert heard(planted, sent) & forbidden == set(), entry.file
            assert b"Kari" not in sent, entry.file


OF_THE_CLUB = {"desk/accounts"}
"""Pages that are of no squad: the accounts of the club."""
