"""Accounts in the store, on both engines: made and changed with the line that says so, or not at all."""

import threading
from dataclasses import replace

import pytest

from teamback.record.account import Account
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store, accounts
from teamback.store.access_log import note
from teamback.store.queries.accounts import (
    access_lines,
    account_in_session,
    account_named,
    account_of_identity,
    has_accounts,
)
from teamback.store.queries.accounts import accounts as all_accounts
from teamback.store.verify import verify
from tests.squads import ADMIN, COACH, DOCTOR, LEAD, PHYSIO, S_AND_C, oneself

ANNA = Account("anna", "Anna Vik", "doctor", "lead", generation="one")
DANA = Account("dana", "Dana Berg", "physio", "clinician", frozenset({"u21", "first"}), identity="club|7")


def test_an_account_comes_out_as_it_went_in(store: Store) -> None:
    made = accounts.add(store, replace(DANA, generation="g", from_claims=True), None, LEAD)
    kept = accounts.add(store, ANNA, "the hash", None, first=False)
    assert (made.number, kept.number) == (1, 2)
    assert all_accounts(store, ADMIN) == [made, kept]
    assert account_named(store, "anna") == (kept, "the hash")
    assert account_named(store, "dana") == (made, None)
    assert account_of_identity(store, "club|7") == made
    assert account_named(store, "nobody") is account_of_identity(store, "club|8") is None
    assert made.made_at == store.now()


@pytest.mark.parametrize("scope", [DOCTOR, PHYSIO, S_AND_C, COACH, oneself(1)], ids=lambda who: who.role)
def test_only_those_who_manage_accounts_read_them(store: Store, scope: Scope) -> None:
    accounts.add(store, ANNA, None, LEAD)
    for read in (lambda by: all_accounts(store, by), lambda by: access_lines(store, by, 5)):
        with pytest.raises(Refusal, match="Only the lead clinician or an administrator sees accounts"):
            read(scope)
        assert read(ADMIN) == read(LEAD) != []


def test_a_session_is_open_until_it_is_ended_here_or_everywhere_or_the_account_disabled(store: Store) -> None:
    accounts.add(store, ANNA, None, LEAD)
    dana = accounts.add(store, replace(DANA, generation="one"), None, LEAD)
    assert account_in_session(store, dana.number, "one", "morning") == dana
    assert account_in_session(store, dana.number, "two", "morning") is None
    assert account_in_session(store, 1, "two", "morning") is None
    note(store, "signed_out", dana.number, about="morning")
    assert account_in_session(store, dana.number, "one", "morning") is None
    assert account_in_session(store, dana.number, "one", "evening") == dana
    accounts.change(store, dana.number, lambda was: replace(was, disabled=True), "disabled", LEAD)
    assert account_in_session(store, dana.number, "one", "evening") is None
    assert has_accounts(store)


def test_what_is_refused_leaves_neither_account_nor_line(store: Store) -> None:
    accounts.add(store, ANNA, "hash", None, first=True)
    before = store.engine.read("select * from account"), store.engine.read("select * from access_log")
    for refused in (
        lambda: accounts.add(store, ANNA, None, LEAD),
        lambda: accounts.add(store, DANA, None, LEAD, first=True),
        lambda: accounts.change(store, 1, lambda was: replace(was, disabled=True), "disabled", LEAD),
        lambda: accounts.change(store, 1, lambda was: replace(was, role="coach"), "changed", LEAD),
        lambda: accounts.change(store, 9, lambda was: was, "reset", LEAD),
    ):
        with pytest.raises(Refusal):
            refused()
    with pytest.raises(ValueError, match="nothing that happens"):
        note(store, "looked around")
    after = store.engine.read("select * from account"), store.engine.read("select * from access_log")
    assert before == after


def test_several_who_make_accounts_at_once_get_numbers_of_their_own(store: Store) -> None:
    threads = [
        threading.Thread(target=accounts.add, args=(store, replace(ANNA, sign_in=n, person=n), None, LEAD))
        for n in "abcdefgh"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(account.number for account in all_accounts(store, LEAD)) == list(range(1, 9))
    assert verify(store).faults == ()


def test_a_line_that_was_altered_and_an_account_slipped_in_are_named(store: Store) -> None:
    accounts.add(store, ANNA, None, LEAD)
    note(store, "failed", 1, about="192.0.2.7")
    store.engine.write(lambda execute: execute("insert into account select * from account", []))
    assert verify(store).faults == ("Account 1 is not as it was left: it was altered past the program.",)
    store.engine.write(lambda execute: execute("update access_log set about = 'here' where number = 2", []))
    assert verify(store).faults == ("Line 2 of the log of sign-ins and accounts was altered.",)
