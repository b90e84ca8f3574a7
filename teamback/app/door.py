"""Who has signed in: the sessions and the throttle of this process, and whose cookie a browser holds."""

from functools import lru_cache
from urllib.parse import urlsplit

import streamlit as st

from teamback.access import self_check_in
from teamback.access.key import kept_at
from teamback.access.scopes import scope_of
from teamback.access.sessions import COOKIE, Sessions
from teamback.access.throttle import Throttle
from teamback.app import opening
from teamback.record.account import END_PIN, MAKE_LINK, MAKE_PIN, AccessLine, Account, Ways
from teamback.record.scope import Scope
from teamback.settings import PRIVATE
from teamback.store.queries import accounts as queries

THROTTLE = Throttle()
_WHO = "_account"


def sessions() -> Sessions:
    """What reads and writes the cookies of this process."""
    said = opening.settings()
    key = said.secret_key.get_secret_value() if said.secret_key else None
    return _sessions(key, said.session_hours)


@lru_cache
def _sessions(key: str | None, hours: float) -> Sessions:
    return Sessions(key or kept_at(PRIVATE / "secret_key"), hours)


def account_of(cookie: str | None) -> Account | None:
    """Whose cookie this is, as the store says at this moment."""
    if not cookie:
        return None
    store = opening.open_store()
    account = sessions().account(store, cookie)
    return account if account and self_check_in.holds(store, account) else None


def signed_in() -> Scope | None:
    """Who looks, asked anew at each run: None when their session has ended since the page was opened.

    When another person signed in meanwhile, nothing that the first one had typed or chosen is left.
    """
    account = account_of(st.context.cookies.get(COOKIE))
    if st.session_state.get(_WHO) != (account and account.number):
        st.session_state.clear()
        st.session_state[_WHO] = account and account.number
    return scope_of(opening.open_store(), account) if account and not account.must_change else None


def ways_to_check_in(athlete: int, scope: Scope) -> Ways:
    """Whether an athlete has a PIN for the tablet and a link for a phone, for the medical staff."""
    return self_check_in.ways(opening.open_store(), athlete, scope)


def change_way(asked: str, athlete: int, scope: Scope) -> tuple[str, str] | None:
    """Makes or ends a PIN or a link; gives what was asked and what is to be told once."""
    store = opening.open_store()
    if asked == MAKE_PIN:
        return asked, self_check_in.set_pin(store, athlete, scope)
    if asked == MAKE_LINK:
        key = self_check_in.make_link(store, sessions(), athlete, scope, opening.settings().link_days)
        return asked, f"{_own_address()}/phone?key={key}"
    ending = self_check_in.remove_pin if asked == END_PIN else self_check_in.revoke_link
    ending(store, athlete, scope)
    return None


def _own_address() -> str:
    """Under which address people reach it: as set, else as this page was asked for."""
    if own := opening.settings().url:
        return own.rstrip("/")
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}" if here.netloc else ""


def accounts(scope: Scope) -> list[Account]:
    """Every account, for those who manage them."""
    return queries.accounts(opening.open_store(), scope)


def access_lines(scope: Scope, newest: int) -> list[AccessLine]:
    """What happened lately at the door, newest first, for those who manage accounts."""
    return queries.access_lines(opening.open_store(), scope, newest)
