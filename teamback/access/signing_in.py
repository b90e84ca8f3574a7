"""From a name and a password to an account: the same answer, in the same time, whoever is not let in."""

from teamback.access import passwords
from teamback.access.throttle import Throttle
from teamback.record.account import Account
from teamback.record.refusal import Refusal
from teamback.store import Store
from teamback.store.access_log import note
from teamback.store.queries.accounts import account_named

NO = "Name or password is not right, or the account is disabled."
_LONGEST = 200


def plain(sign_in: str) -> str:
    """A sign-in name as it is kept: capitals and spaces around it make no other person."""
    return sign_in.strip().casefold()[:_LONGEST]


def sign_in(store: Store, throttle: Throttle, name: str, password: str, address: str) -> Account:
    """The account, when the password is right; else Refusal, which does not say what was wrong."""
    name = plain(name)
    throttle.begin(name, address, store.now().timestamp())
    try:
        account, kept = account_named(store, name) or (None, None)
    except store.engine.errors:  # a text that no engine keeps is nobody's name
        account, kept = None, None
    right = passwords.matches(kept, password[: passwords.LONGEST + 1])
    if account is None or not right or account.disabled or account.role == "phone":
        note(store, "failed", account.number if account else None, about=address)
        raise Refusal(NO)
    throttle.succeeded(name, address)
    note(store, "signed_in", account.number)
    return account
