"""Making, disabling and resetting accounts, and what everybody may do with their own."""

import secrets
from collections.abc import Callable
from dataclasses import replace

from teamback.access import passwords
from teamback.access.signing_in import plain
from teamback.access.throttle import Throttle
from teamback.record.account import BY_HAND, PROFESSIONS_OF_ROLE, Account, manages_accounts
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store, accounts
from teamback.store.access_log import note
from teamback.store.queries.accounts import account_named


def add(store: Store, account: Account, by: Scope) -> str:
    """Makes an account; gives the one-time password, which has to be changed at the first sign-in."""
    _refuse_others(by)
    once = passwords.used_once()
    new = replace(_checked(account), must_change=True, generation=_generation())
    accounts.add(store, new, passwords.hashed(once), by)
    return once


def add_for_sso(store: Store, account: Account, by: Scope) -> None:
    """Makes an account without a password: its person comes through the club's own sign-in."""
    _refuse_others(by)
    accounts.add(store, replace(_checked(account), generation=_generation()), None, by)


def add_first(store: Store, account: Account, password: str, repeated: str) -> Account:
    """Makes the first account of a store, the lead clinician's, while there is none."""
    new = replace(_checked(replace(account, role="lead")), generation=_generation())
    passwords.refuse(password, repeated, new.sign_in, new.person)
    return accounts.add(store, new, passwords.hashed(password), None, first=True)


def disable(store: Store, number: int, by: Scope) -> None:
    """Closes an account, and every session of it."""
    _refuse_others(by)
    _change(store, number, lambda was: replace(was, disabled=True), "disabled", by)


def enable(store: Store, number: int, by: Scope) -> None:
    """Opens a disabled account again."""
    _refuse_others(by)
    _change(store, number, lambda was: replace(was, disabled=False), "enabled", by)


def reset(store: Store, number: int, by: Scope) -> str:
    """Gives an account a one-time password, which has to be changed, and ends every session of it."""
    _refuse_others(by)
    once = passwords.used_once()

    def to(was: Account) -> Account:
        if was.identity:
            raise Refusal(f"{was.person} signs in through the club's own sign-in: reset the password there.")
        return replace(was, must_change=True)

    _change(store, number, to, "reset", by, passwords.hashed(once))
    return once


def change_password(
    store: Store, throttle: Throttle, account: Account, present: str, new: str, repeated: str
) -> Account:
    """A person's own new password; every other session of theirs ends."""
    here = f"account {account.number}"
    throttle.begin(account.sign_in, here, store.now().timestamp())
    _, kept = account_named(store, account.sign_in) or (None, None)
    if not passwords.matches(kept, present[: passwords.LONGEST + 1]):
        note(store, "failed", account.number)
        raise Refusal("The present password is not right.", "present")
    throttle.succeeded(account.sign_in, here)
    passwords.refuse(new, repeated, account.sign_in, account.person)
    if new == present:
        raise Refusal("The new password is the present one. Choose another.", "new")
    changed = passwords.hashed(new)
    return _change(
        store, account.number, lambda was: replace(was, must_change=False), "password_changed", None, changed
    )


def sign_out_everywhere(store: Store, account: Account) -> None:
    """Ends every session of a person, at their own wish."""
    _change(store, account.number, lambda was: was, "signed_out_everywhere", None)


def _change(
    store: Store,
    number: int,
    to: Callable[[Account], Account],
    what: str,
    by: Scope | None,
    password: str | None = None,
) -> Account:
    """Every change ends the sessions there are: the generation in their cookies is another one."""
    return accounts.change(
        store, number, lambda was: replace(to(was), generation=_generation()), what, by, password
    )


def _generation() -> str:
    return secrets.token_hex(12)


def _refuse_others(by: Scope) -> None:
    if not manages_accounts(by):
        raise Refusal("Only the lead clinician or an administrator changes accounts.")


def _checked(account: Account) -> Account:
    """The account as it is kept; Refusal where something is missing or does not fit together."""
    said = replace(account, sign_in=plain(account.sign_in), person=account.person.strip())
    if len(said.sign_in) < 2 or not said.sign_in.isprintable() or " " in said.sign_in:
        raise Refusal("Give a sign-in name without spaces, such as an e-mail address.", "sign_in")
    if not said.person or not said.person.isprintable():
        raise Refusal("Give the person's name: it stands beside everything they save.", "person")
    if said.role not in BY_HAND or said.profession not in PROFESSIONS_OF_ROLE[said.role]:
        raise Refusal("Choose a role and a profession that goes with it.", "role")
    if (said.role == "athlete") != (said.athlete is not None):
        raise Refusal("An athlete's account names the athlete, and no other account does.", "athlete")
    if said.squads is not None and not said.squads:
        raise Refusal("Name a squad, or leave it at all squads.", "squads")
    return said
