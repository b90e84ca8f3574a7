"""Who may sign in: an account, and what happened to it or at the door."""

import datetime as dt
from dataclasses import dataclass, field

from teamback.record.scope import Scope

MANAGERS = frozenset({"lead", "admin"})
"""The roles that make, disable and reset accounts."""

PROFESSIONS_OF_ROLE = {
    "clinician": ("physio", "doctor", "psychologist"),
    "lead": ("doctor", "physio"),
    "performance": ("s_and_c", "analyst"),
    "coach": ("coach",),
    "athlete": ("athlete",),
    "admin": ("administrator",),
    "kiosk": ("tablet",),
    "phone": ("athlete",),
}
"""Which professions a role is given to, the usual one first: who may sign what goes by profession."""

ROLES = {
    "clinician": "Clinician",
    "lead": "Lead clinician",
    "performance": "Performance staff",
    "coach": "Coach",
    "athlete": "Athlete",
    "admin": "Administrator",
    "kiosk": "Check-in tablet",
    "phone": "Check-in by PIN or link",
}

BY_HAND = tuple(role for role in ROLES if role != "phone")
"""The roles of accounts that somebody makes; an athlete's PIN and link make an account of their own."""

WITHOUT_A_PERSON = frozenset({"kiosk", "phone"})
"""Who looks after such an account is somebody else: it has no page about itself."""

ACCESS = {
    "made": "account made",
    "changed": "account changed",
    "disabled": "disabled",
    "enabled": "enabled again",
    "reset": "password reset",
    "password_changed": "password changed",
    "erased": "erased with the athlete",
    "signed_in": "signed in",
    "failed": "sign-in failed",
    "pin_set": "PIN for the tablet made",
    "pin_removed": "PIN for the tablet removed",
    "pin_right": "PIN right",
    "pin_wrong": "PIN wrong",
    "link_made": "link for the phone made",
    "link_opened": "link for the phone opened",
    "link_revoked": "link for the phone revoked",
    "signed_out": "signed out",
    "signed_out_everywhere": "signed out everywhere",
}
"""What the log of sign-ins and accounts can say."""


@dataclass(frozen=True)
class Account:
    """One person who may sign in, without the password.

    `generation` changes when the person is signed out everywhere: a cookie carries the one it was made with.
    `identity` is who the person is at the club's own sign-in (issuer and subject); `from_claims` says that
    their role comes from there each time.
    """

    sign_in: str
    person: str
    profession: str
    role: str
    squads: frozenset[str] | None = None
    athlete: int | None = None
    disabled: bool = False
    must_change: bool = False
    generation: str = field(default="", repr=False)
    identity: str | None = None
    from_claims: bool = False
    made_at: dt.datetime | None = None
    number: int = 0


@dataclass(frozen=True)
class AccessLine:
    """One line of the log: what was done to which account, by whom (None: its own person), from where."""

    number: int
    done_at: dt.datetime
    what: str
    account: int | None
    done_by: str | None
    about: str | None


MAKE_PIN, END_PIN, MAKE_LINK, END_LINK = "make_pin", "end_pin", "make_link", "end_link"
"""What the medical staff may do about an athlete's ways to the check-in."""


@dataclass(frozen=True)
class Ways:
    """Whether an athlete has a PIN for the tablet, and until when a link for the phone holds."""

    pin: bool
    link_until: dt.datetime | None


def manages_accounts(scope: Scope) -> bool:
    """Whether this person may see and change accounts."""
    return scope.role in MANAGERS
