"""Who has signed in: the sessions and the throttle of this process, and whose cookie a browser holds."""

from functools import lru_cache

import streamlit as st

from teamback.access.key import kept_at
from teamback.access.scopes import scope_of
from teamback.access.sessions import COOKIE, Sessions
from teamback.access.throttle import Throttle
from teamback.app import opening
from teamback.record.account import AccessLine, Account
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
    return sessions().account(opening.open_store(), cookie) if cookie else None


def signed_in() -> Scope | None:
    """Who looks, asked anew at each run: None when their session has ended since the page was opened.

    When another person signed in meanwhile, nothing that the first one had typed or chosen is left.
    """
    account = account_of(st.context.cookies.get(COOKIE))
    if st.session_state.get(_WHO) != (account and account.number):
        st.session_state.clear()
        st.session_state[_WHO] = account and account.number
    return scope_of(opening.open_store(), account) if account and not account.must_change else None


def accounts(scope: Scope) -> list[Account]:
    """Every account, for those who manage them."""
    return queries.accounts(opening.open_store(), scope)


def access_lines(scope: Scope, newest: int) -> list[AccessLine]:
    """What happened lately at the door, newest first, for those who manage accounts."""
    return queries.access_lines(opening.open_store(), scope, newest)
