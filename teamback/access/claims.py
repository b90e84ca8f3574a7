"""From what the club's own sign-in says of a person to an account: by identity, by e-mail, or by a group."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from teamback.access.signing_in import plain
from teamback.record.account import BY_HAND, PROFESSIONS_OF_ROLE, Account
from teamback.record.refusal import Refusal
from teamback.store import Store, accounts
from teamback.store.access_log import note
from teamback.store.queries.accounts import account_named, account_of_identity

NO_ROLE = "You are signed in at your club, but have no role here. Ask the lead clinician for an account."
DISABLED = "Your account here is disabled. Ask the lead clinician."


@dataclass(frozen=True)
class Grant:
    """What a value of the claim gives: a role, a profession that goes with it, and squads (None: all)."""

    role: str
    profession: str
    squads: frozenset[str] | None = None


def admit(store: Store, claims: Mapping[str, Any], claim: str, grants: Mapping[str, Grant]) -> Account:
    """The account of whoever the provider vouches for; made or brought up to date by the claim.

    An account that was made for an e-mail address is theirs when the provider has verified the address. An
    athlete's account is always made by hand: nobody becomes an athlete of the record by a group.
    """
    identity = f"{claims['iss']}|{claims['sub']}"
    found = account_of_identity(store, identity) or _made_for(store, claims)
    grant = _granted(claims, claim, grants)
    if found is None and (grant is None or grant.role == "athlete"):
        note(store, "failed", about="no role")
        raise Refusal(NO_ROLE)
    account = _up_to_date(store, found, grant, identity) if found else _new(store, claims, grant, identity)
    if account.disabled:
        note(store, "failed", account.number, about="disabled")
        raise Refusal(DISABLED)
    note(store, "signed_in", account.number)
    return account


def check(grants: Mapping[str, Grant]) -> None:
    """Raises where the map names a role or a profession that there is not."""
    for value, grant in grants.items():
        if grant.role not in BY_HAND or grant.profession not in PROFESSIONS_OF_ROLE[grant.role]:
            raise Refusal(
                f"TEAMBACK_OIDC_ROLES gives {value} the role {grant.role} as {grant.profession}: "
                f"no such role, or it does not go with that profession."
            )


def _granted(claims: Mapping[str, Any], claim: str, grants: Mapping[str, Grant]) -> Grant | None:
    """The first line of the map whose value the person has."""
    said = claims.get(claim)
    values = said if isinstance(said, Sequence) and not isinstance(said, str) else [said]
    return next((grant for value, grant in grants.items() if value in values), None)


def _made_for(store: Store, claims: Mapping[str, Any]) -> Account | None:
    """An account without a password that was made for this e-mail address and is nobody's yet."""
    email = claims.get("email")
    if not isinstance(email, str) or claims.get("email_verified") is not True:
        return None
    account, password = account_named(store, plain(email)) or (None, None)
    return account if account and password is None and account.identity is None else None


def _up_to_date(store: Store, account: Account, grant: Grant | None, identity: str) -> Account:
    """By its groups alone a person stays only as long as the groups say so."""
    if account.from_claims and (grant is None or grant.role == "athlete"):
        note(store, "failed", account.number, about="no role")
        raise Refusal(NO_ROLE)
    now = replace(account, identity=identity)
    if account.from_claims and grant:
        now = replace(now, role=grant.role, profession=grant.profession, squads=grant.squads)
    if now == account:
        return account
    renewed = replace(now, generation=secrets.token_hex(12))

    def to(present: Account) -> Account:
        return replace(renewed, disabled=present.disabled)

    return accounts.change(store, account.number, to, "changed", None)


def _new(store: Store, claims: Mapping[str, Any], grant: Grant | None, identity: str) -> Account:
    if grant is None:
        raise Refusal(NO_ROLE)
    named = claims.get("email") or claims.get("preferred_username") or claims["sub"]
    made = Account(
        sign_in=plain(str(named)),
        person=" ".join(str(claims.get("name") or named).split())[:60],
        profession=grant.profession,
        role=grant.role,
        squads=grant.squads,
        generation=secrets.token_hex(12),
        identity=identity,
        from_claims=True,
    )
    return accounts.add(store, made, None, None)
