"""Who comes through the club's own sign-in: by identity, by an e-mail that was verified, or by a group."""

from typing import Any

import pytest

from teamback.access import claims, managing
from teamback.access.claims import Grant
from teamback.record.account import Account
from teamback.record.refusal import Refusal
from teamback.store import Store
from teamback.store.queries.accounts import access_lines, accounts
from tests.squads import LEAD

GRANTS = {
    "medical": Grant("clinician", "physio", frozenset({"first"})),
    "coaches": Grant("coach", "coach"),
    "players": Grant("athlete", "athlete"),
}
DANA = {"iss": "https://club.example", "sub": "7", "name": "Dana Berg", "email": "Dana@club.example"}


def admit(store: Store, **said: Any) -> Account:
    return claims.admit(store, DANA | said, "groups", GRANTS)


def test_a_group_gives_a_role_and_the_account_is_made(store: Store) -> None:
    made = admit(store, groups=["staff", "medical"])
    assert (made.sign_in, made.person, made.role) == ("dana@club.example", "Dana Berg", "clinician")
    assert (made.profession, made.squads, made.from_claims) == ("physio", frozenset({"first"}), True)
    assert admit(store, groups="medical") == made
    assert [line.what for line in access_lines(store, LEAD, 9)] == ["signed_in", "signed_in", "made"]


def test_the_first_line_of_the_map_counts_and_a_new_group_ends_the_old_sessions(store: Store) -> None:
    before = admit(store, groups=["coaches"])
    after = admit(store, groups=["coaches", "medical"])
    assert (before.role, after.role) == ("coach", "clinician")
    assert before.number == after.number
    assert before.generation != after.generation


@pytest.mark.parametrize("groups", [[], ["other"], None, "", 7, ["players"], {"medical": True}])
def test_without_a_group_that_counts_nobody_is_let_in(store: Store, groups: Any) -> None:
    if groups == {"medical": True}:
        groups = {"a": 1}
    with pytest.raises(Refusal, match="no role here"):
        admit(store, groups=groups)
    assert accounts(store, LEAD) == []


def test_who_left_the_group_is_not_let_in_any_more(store: Store) -> None:
    admit(store, groups=["medical"])
    with pytest.raises(Refusal, match="no role here"):
        admit(store, groups=[])


def test_a_disabled_account_stays_so(store: Store) -> None:
    managing.add(store, Account("anna", "Anna Vik", "doctor", "lead"), LEAD)
    made = admit(store, groups=["medical"])
    managing.disable(store, made.number, LEAD)
    with pytest.raises(Refusal, match="disabled"):
        admit(store, groups=["coaches"])
    assert accounts(store, LEAD)[1].disabled


def test_an_account_made_for_an_address_is_theirs_once_it_is_verified(store: Store) -> None:
    kari = Account("dana@club.example", "Kari", "athlete", "athlete", athlete=1)
    managing.add_for_sso(store, kari, LEAD)
    for verified in (False, None, "true"):
        with pytest.raises(Refusal, match="no role here"):
            admit(store, email_verified=verified)
    linked = admit(store, email_verified=True)
    assert (linked.athlete, linked.role, linked.identity) == (1, "athlete", "https://club.example|7")
    assert admit(store, email="another@club.example").athlete == 1
    with pytest.raises(Refusal, match="no role here"):
        admit(store, sub="8", email_verified=True)


def test_nobody_takes_over_an_account_that_has_a_password(store: Store) -> None:
    managing.add(store, Account("dana@club.example", "Dana Berg", "doctor", "lead"), LEAD)
    with pytest.raises(Refusal, match="no role here"):
        admit(store, email_verified=True)
    with pytest.raises(Refusal, match=r"an account dana@club.example already"):
        admit(store, email_verified=True, groups=["coaches"])


def test_a_map_with_a_role_that_there_is_not_is_refused() -> None:
    claims.check(GRANTS)
    for grant in (Grant("boss", "doctor"), Grant("coach", "physio")):
        with pytest.raises(Refusal, match="TEAMBACK_OIDC_ROLES gives x"):
            claims.check({"x": grant})
