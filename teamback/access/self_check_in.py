"""An athlete's own ways to the check-in alone: the PIN for the tablet, and the link for a phone."""

import datetime as dt
import secrets
from dataclasses import replace

from itsdangerous import BadData, URLSafeSerializer

from teamback.access import passwords
from teamback.access.scopes import scope_of
from teamback.access.sessions import Sessions
from teamback.access.throttle import Throttle
from teamback.record.account import Account, Ways
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN, PROGRAM, Scope
from teamback.rounds.check_ins.tablet import names
from teamback.store import Store, accounts
from teamback.store.access_log import note
from teamback.store.queries.accounts import account_in_session, check_in_account, link_until
from teamback.store.queries.roster import athlete_named, moves_of

DIGITS = 6
NO_PIN = "This PIN is not right, or none is set. Ask the medical staff."
NO_LINK = "This link opens nothing any more. Ask the medical staff for a new one."


def ways(store: Store, athlete: int, by: Scope) -> Ways:
    """Which of the two an athlete has; for the medical staff of their squads."""
    _refuse_others(store, athlete, by)
    account, pin = check_in_account(store, athlete) or (None, None)
    until = link_until(store, account.number) if account else None
    end = dt.datetime.fromtimestamp(until, dt.UTC) if until else None
    return Ways(pin is not None, end if end and end > store.now() else None)


def set_pin(store: Store, athlete: int, by: Scope) -> str:
    """Makes a PIN, in the place of the one before; gives it, to be told once."""
    _refuse_others(store, athlete, by)
    _refuse_gone(store, athlete)
    pin = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    number = _account(store, athlete, by).number
    accounts.change(store, number, lambda was: was, "pin_set", by, passwords.hashed(pin))
    return pin


def remove_pin(store: Store, athlete: int, by: Scope) -> None:
    """The PIN opens nothing any more."""
    _refuse_others(store, athlete, by)
    number = _account(store, athlete, by).number
    accounts.change(store, number, lambda was: was, "pin_removed", by, accounts.NONE)


def open_with_pin(store: Store, throttle: Throttle, tablet: Scope, athlete: int, pin: str) -> Scope:
    """As whom somebody checks in who chose a name on the tablet and gave the PIN; else Refusal."""
    if athlete not in {one.athlete for one in names(store, tablet)}:
        raise Refusal(NO_PIN)
    whose, here = f"PIN of athlete {athlete}", f"tablet {tablet.person}"  # capitals: no sign-in name has any
    throttle.begin(whose, here, store.now().timestamp())
    account, kept = check_in_account(store, athlete) or (None, None)
    right = passwords.matches(kept, pin.strip()[: passwords.LONGEST])
    if account is None or not right:
        if account:
            note(store, "pin_wrong", account.number, tablet)
        raise Refusal(NO_PIN)
    throttle.succeeded(whose, here)
    note(store, "pin_right", account.number, tablet)
    return scope_of(store, account)


def make_link(store: Store, sessions: Sessions, athlete: int, by: Scope, days: int) -> str:
    """Makes the key of a link, which ends the one before; gives it, to be told once."""
    _refuse_others(store, athlete, by)
    _refuse_gone(store, athlete)
    until = int(store.now().timestamp()) + days * 86_400
    number = _account(store, athlete, by).number
    account = accounts.change(store, number, _other_generation, "link_made", by, about=str(until))
    key: str = _signer(sessions).dumps([account.number, account.generation, until])
    return key


def revoke_link(store: Store, athlete: int, by: Scope) -> None:
    """The link opens nothing any more, and whoever is in by it is out."""
    _refuse_others(store, athlete, by)
    accounts.change(store, _account(store, athlete, by).number, _other_generation, "link_revoked", by)


def open_link(store: Store, sessions: Sessions, key: str) -> tuple[Account, int]:
    """Whose link it is, and until when it holds; Refusal for a forged, ended or revoked one."""
    try:
        number, generation, until = _signer(sessions).loads(key)
    except (BadData, ValueError, TypeError):
        raise Refusal(NO_LINK) from None
    account = account_in_session(store, int(number), str(generation), "")
    if account is None or until <= store.now().timestamp() or not holds(store, account):
        raise Refusal(NO_LINK)
    note(store, "link_opened", account.number)
    return account, int(until)


def holds(store: Store, account: Account) -> bool:
    """Whether an account opens anything: that of a PIN and a link while its athlete is on a squad."""
    return account.role != "phone" or (account.athlete is not None and _is_here(store, account.athlete))


def _signer(sessions: Sessions) -> URLSafeSerializer:
    return URLSafeSerializer(sessions.key_for("link for a phone"), salt="teamback link")


def _other_generation(was: Account) -> Account:
    return replace(was, generation=secrets.token_hex(12))


def _account(store: Store, athlete: int, by: Scope) -> Account:
    """The account behind PIN and link: it has no name of the athlete's, and signs nobody in."""
    if found := check_in_account(store, athlete):
        return found[0]
    name = f"check-in of athlete {athlete}"
    new = Account(name, name, "athlete", "phone", athlete=athlete, generation=secrets.token_hex(12))
    return accounts.add(store, new, None, by)


def _is_here(store: Store, athlete: int) -> bool:
    moves = moves_of(store, PROGRAM, [athlete])[athlete]
    return any({move.squad: move.here for move in moves}.values())


def _refuse_gone(store: Store, athlete: int) -> None:
    if not _is_here(store, athlete):
        raise Refusal("They are on no squad: there is nothing to check in for.")


def _refuse_others(store: Store, athlete: int, by: Scope) -> None:
    if by.audience != CLINICIAN or athlete_named(store, by, athlete) is None:
        raise Refusal("Only the medical staff of their squad gives an athlete a PIN or a link.")
