"""Who makes, disables and resets accounts, what is refused, and the line that each leaves."""

from dataclasses import replace

import pytest

from teamback.access import managing
from teamback.access.scopes import scope_of
from teamback.access.signing_in import sign_in
from teamback.access.throttle import Throttle
from teamback.record.account import PROFESSIONS_OF_ROLE, ROLES, Account
from teamback.record.refusal import Refusal
from teamback.record.scope import AUDIENCE_OF_ROLE, Scope
from teamback.record.words import PROFESSIONS
from teamback.store import Store
from teamback.store.erase import erase
from teamback.store.queries.accounts import access_lines, account_named, accounts, has_accounts
from teamback.store.verify import verify
from tests.squads import ADMIN, COACH, DOCTOR, LEAD, PHYSIO, S_AND_C, oneself

DANA = Account("dana", "Dana Berg", "physio", "clinician", frozenset({"first"}))
KARI = Account("kari", "Kari", "athlete", "athlete", athlete=1)
ANNA = Account("anna", "Anna Vik", "doctor", "lead")


def said(store: Store, newest: int = 50) -> list[tuple[str, int | None, str | None]]:
    """The log, oldest line first."""
    lines = access_lines(store, ADMIN, newest)
    return [(line.what, line.account, line.done_by) for line in reversed(lines)]


def test_every_role_there_is_has_a_name_and_its_professions() -> None:
    assert set(ROLES) == set(PROFESSIONS_OF_ROLE) == set(AUDIENCE_OF_ROLE)
    assert {word for words in PROFESSIONS_OF_ROLE.values() for word in words} <= set(PROFESSIONS)


def test_an_account_is_made_with_a_password_that_counts_once(store: Store) -> None:
    once = managing.add(store, replace(DANA, sign_in=" Dana ", person=" Dana Berg "), LEAD)
    account = sign_in(store, Throttle(), "DANA", once, "here")
    assert (account.sign_in, account.person, account.must_change) == ("dana", "Dana Berg", True)
    scope = scope_of(store, account)
    assert scope == Scope("Dana Berg", "physio", "clinician", frozenset({"first"}))
    assert said(store) == [("made", 1, "Anna Vik, doctor"), ("signed_in", 1, None)]


def test_an_athlete_is_on_their_home_squad(store: Store) -> None:
    managing.add(store, KARI, ADMIN)
    (account,) = accounts(store, LEAD)
    assert scope_of(store, account) == Scope("Kari", "athlete", "athlete", frozenset({"first"}), 1)


@pytest.mark.parametrize("by", [DOCTOR, PHYSIO, S_AND_C, COACH, oneself(1)], ids=lambda by: by.role)
def test_others_make_and_change_nothing(store: Store, by: Scope) -> None:
    managing.add(store, ANNA, LEAD)
    for change in (managing.disable, managing.enable, managing.reset):
        with pytest.raises(Refusal, match="Only the lead"):
            change(store, 1, by)
    for make in (managing.add, managing.add_for_sso):
        with pytest.raises(Refusal, match="Only the lead"):
            make(store, DANA, by)
    assert said(store) == [("made", 1, "Anna Vik, doctor")]


REFUSED = {
    "no sign-in name": (replace(DANA, sign_in=" "), "Give a sign-in name"),
    "spaces in it": (replace(DANA, sign_in="dana berg"), "Give a sign-in name"),
    "no person": (replace(DANA, person=""), "person's name"),
    "no role": (replace(DANA, role=""), "Choose a role"),
    "a coach who is a physio": (replace(DANA, role="coach"), "Choose a role"),
    "an athlete without a number": (replace(KARI, athlete=None), "names the athlete"),
    "a physio with one": (replace(DANA, athlete=1), "names the athlete"),
    "no squad at all": (replace(DANA, squads=frozenset()), "Name a squad"),
    "a name that is taken": (replace(DANA, sign_in="ANNA"), "an account anna already"),
    "an athlete who has one": (replace(KARI, sign_in="kari2"), "has an account already"),
    "a name that the record could not tell apart": (replace(ANNA, sign_in="anna2"), "Add an initial"),
    "a line break": (replace(DANA, person="Dana\nBerg, doctor"), "person's name"),
    "half a character": (replace(DANA, person="\ud800"), "person's name"),
}


@pytest.mark.parametrize(("new", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_does_not_fit_is_refused(store: Store, new: Account, sentence: str) -> None:
    managing.add(store, ANNA, LEAD)
    managing.add(store, KARI, LEAD)
    with pytest.raises(Refusal, match=sentence):
        managing.add(store, new, LEAD)
    assert len(accounts(store, LEAD)) == 2


def test_the_last_who_manages_accounts_stays(store: Store) -> None:
    managing.add(store, ANNA, LEAD)
    with pytest.raises(Refusal, match="last account that manages accounts"):
        managing.disable(store, 1, LEAD)
    managing.add(store, Account("ida", "Ida Lund", "administrator", "admin"), LEAD)
    managing.disable(store, 1, LEAD)
    assert [account.disabled for account in accounts(store, LEAD)] == [True, False]
    managing.enable(store, 1, LEAD)
    assert [what for what, *_ in said(store)] == ["made", "made", "disabled", "enabled"]


def test_a_reset_ends_the_old_password(store: Store) -> None:
    first = managing.add(store, DANA, LEAD)
    managing.add(store, ANNA, LEAD)
    second = managing.reset(store, 1, LEAD)
    with pytest.raises(Refusal, match="not right"):
        sign_in(store, Throttle(), "dana", first, "here")
    assert sign_in(store, Throttle(), "dana", second, "here").must_change


def test_the_first_account_is_the_leads_and_the_only_first(store: Store) -> None:
    assert not has_accounts(store)
    managing.add_first(store, replace(ANNA, role="admin"), "four plain words here", "four plain words here")
    assert [account.role for account in accounts(store, LEAD)] == ["lead"]
    with pytest.raises(Refusal, match="There is an account already"):
        managing.add_first(store, replace(ANNA, sign_in="b2", person="B"), *["four plain words here"] * 2)


def test_with_an_athlete_their_account_is_erased(store: Store) -> None:
    managing.add(store, KARI, LEAD)
    managing.add(store, ANNA, LEAD)
    erase(store, 1, LEAD, "they asked for it")
    assert account_named(store, "kari") is None
    assert said(store)[-1] == ("erased", 1, "Anna Vik, doctor")
    assert "ari" not in str(store.engine.read("select * from access_log"))
    assert verify(store).faults == ()
    managing.add(store, replace(KARI, athlete=2), LEAD)
    assert account_named(store, "kari")[0].number == 3  # type: ignore[index]


def test_an_account_altered_past_the_program_is_named(store: Store) -> None:
    managing.add(store, DANA, LEAD)
    store.engine.write(lambda execute: execute("update account set role = 'lead'", []))
    (fault,) = verify(store).faults
    assert fault == "Account 1 is not as it was left: it was altered past the program."
