"""The accounts page, as a lead and an administrator meet it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from argon2 import PasswordHasher
from squads import ADMIN, LEAD, a_squad
from streamlit.testing.v1 import AppTest

from teamback.access import managing, passwords
from teamback.access.signing_in import sign_in
from teamback.access.throttle import Throttle
from teamback.record.account import Account
from teamback.store import Store
from teamback.store.queries.accounts import accounts

OpenPage = Callable[..., AppTest]
DANA = Account("dana", "Dana *Berg*", "physio", "clinician", frozenset({"first"}))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


def add(page: AppTest, person: str, role: str, name: str, athlete: int | None = None) -> AppTest:
    """Opens the form, types, and presses Save once."""
    page.button(key="accounts-add").click().run()
    form = f"account-{page.session_state['accounts-changes']}"
    page.text_input(key=f"{form}-person").set_value(person)
    page.selectbox(key=f"{form}-role").set_value(role).run()
    if athlete:
        page.selectbox(key=f"{form}-athlete").set_value(athlete)
    page.text_input(key=f"{form}-name").set_value(name).run()
    return page.button(key="tb-go-account").click().run()


def opened(page: AppTest, number: int) -> AppTest:
    page.session_state["accounts-open"] = (number, page.session_state["accounts-changes"])
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    (button,) = [button for button in page.button if button.label == label]
    return button.click().run()


@pytest.mark.parametrize("who", ["doctor", "admin"])
def test_an_account_is_added_and_its_password_told_once(store: Store, open_page: OpenPage, who: str) -> None:
    a_squad(store, "Kari Ola")
    page = open_page("desk/accounts", who=who)
    assert "There is no account yet" in page.info[0].value
    add(page, "Kari", "athlete", "Kari@Club.example", athlete=1)
    (made,) = accounts(store, LEAD)
    assert (made.sign_in, made.role, made.athlete) == ("kari@club.example", "athlete", 1)
    once = page.code[0].value
    assert sign_in(store, Throttle(), "kari@club.example", once, "here").must_change
    press(page, "Passed on")
    assert not page.code
    assert any("kari@club" in button.label.replace("\\", "") for button in page.button)


def test_what_is_missing_is_said_at_its_field(store: Store, open_page: OpenPage) -> None:
    page = add(open_page("desk/accounts", who="doctor"), "", "clinician", "dana")
    said = [error.value.replace("\\", "") for error in page.error]
    assert "Give the person's name: it stands beside everything they save." in said
    assert accounts(store, LEAD) == []


def test_an_account_is_reset_disabled_and_enabled(store: Store, open_page: OpenPage) -> None:
    managing.add(store, Account("anna", "Anna Vik", "doctor", "lead"), LEAD)
    first = managing.add(store, DANA, LEAD)
    page = press(opened(open_page("desk/accounts", who="admin"), 2), "Reset the password")
    assert page.code[0].value != first
    press(opened(press(page, "Passed on"), 2), "Disable")
    assert accounts(store, LEAD)[1].disabled
    assert [button.label for button in page.button if "disabled" in button.label]
    press(opened(page, 2), "Enable again")
    assert not accounts(store, LEAD)[1].disabled
    log = page.dataframe[0].value
    assert list(log["What"])[:3] == ["enabled again", "disabled", "password reset"]
    assert set(log["By"]) == {"Nils Aas, administrator", "Anna Vik, doctor"}


def test_the_last_who_manages_accounts_is_not_disabled(store: Store, open_page: OpenPage) -> None:
    managing.add(store, Account("anna", "Anna Vik", "doctor", "lead"), LEAD)
    page = press(opened(open_page("desk/accounts", who="doctor"), 1), "Disable")
    assert "last account that manages accounts" in page.error[0].value
    assert not accounts(store, LEAD)[0].disabled


def test_who_comes_through_the_clubs_sign_in_has_no_password_here(store: Store, open_page: OpenPage) -> None:
    managing.add(store, Account("anna", "Anna Vik", "doctor", "lead"), LEAD)
    managing.add_for_sso(store, replace(DANA, identity="club|7"), ADMIN)
    page = opened(open_page("desk/accounts", who="admin"), 2)
    assert not [button for button in page.button if button.label == "Reset the password"]


@pytest.mark.parametrize("who", ["physio", "s_and_c", "coach"])
def test_it_is_a_page_for_those_who_manage_accounts(store: Store, open_page: OpenPage, who: str) -> None:
    with pytest.raises(ValueError, match="accounts"):
        open_page("desk/accounts", who=who)
