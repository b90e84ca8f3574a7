"""Who may sign in, as what, and what happened lately at the door?"""

import streamlit as st

from teamback import app
from teamback.access import managing
from teamback.record.account import BY_HAND, Account
from teamback.ui import drawer
from teamback.ui.beside import Beside
from teamback.ui.desk import account_form, account_list
from teamback.ui.save_bar import save

TOLD, CHANGES = "accounts-once", "accounts-changes"
NEWEST = 50

scope = app.enter("Accounts")
store = app.open_store()
everybody = app.accounts(scope)
squads = app.squads_by_name(store)
batch: int = st.session_state.setdefault(CHANGES, 0)


def done(once: tuple[str, str] | None = None) -> None:
    """Draws the page anew, with the one-time password when there is one to be passed on."""
    st.session_state[TOLD] = once
    st.session_state[CHANGES] = batch + 1
    st.rerun()


def add() -> None:
    """The form of a new account."""
    beside = Beside()
    athletes = {person.athlete: person.known_as for person in app.people_to_view_as(store)}
    sso = bool(app.settings().oidc_metadata)
    new, via_sso = account_form.ask(f"account-{batch}", squads, athletes, sso, beside)
    if not save("account", beside):
        return
    with app.refusing(beside):
        if via_sso:
            managing.add_for_sso(store, new, scope)
            done()
        done((new.person, managing.add(store, new, scope)))


def panel(account: Account) -> None:
    """One account, and what can be done about it."""
    asked = account_list.details(account, squads)
    with app.saying_why():
        if asked == account_list.RESET:
            done((account.person, managing.reset(store, account.number, scope)))
        elif asked == account_list.DISABLE:
            managing.disable(store, account.number, scope)
            done()
        elif asked == account_list.ENABLE:
            managing.enable(store, account.number, scope)
            done()


if (told := st.session_state.get(TOLD)) and account_list.tell_once(*told):
    done()
pressed = account_list.add_button()
listed = [account for account in everybody if account.role in BY_HAND]
pressed = account_list.choose(listed, squads, drawer.key("accounts", batch)) or pressed
what = drawer.what_is_open("accounts", batch, pressed)
account_list.lately(app.access_lines(scope, NEWEST), everybody, app.time_zone(store))
if what == account_list.ADD:
    drawer.draw("accounts", "Add an account", add)
elif found := next((account for account in everybody if account.number == what), None):
    drawer.draw("accounts", found.person, panel, found)
