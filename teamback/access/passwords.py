"""Passwords: how they are hashed and held against, how long they are, and the one that is used once."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from teamback.record.refusal import Refusal

SHORTEST, LONGEST = 12, 128
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_HASHER = PasswordHasher()  # argon2id, RFC 9106's second recommendation: 64 MiB, 3 passes


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _HASHER.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Whether this is the password; without a hash (nobody has that name) it takes as long and is not."""
    try:
        _HASHER.verify(kept or _of_nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def get_ready() -> None:
    """The first try is as slow as the next one, whoever's it is."""
    _of_nobody()


@cache
def _of_nobody() -> str:
    return _HASHER.hash(secrets.token_urlsafe())


def used_once() -> str:
    """A password that somebody is told and has to change at their first sign-in."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))


def refuse(password: str, repeated: str, sign_in: str, person: str) -> None:
    """Raises for a password that is too short, mistyped, or the person's own name."""
    if len(password) < SHORTEST:
        raise Refusal(f"A password has at least {SHORTEST} characters: a few words are easy to keep.", "new")
    if len(password) > LONGEST:
        raise Refusal(f"A password has at most {LONGEST} characters.", "new")
    if len(set(password.casefold())) < 5:
        raise Refusal("This password is easily guessed. Use a few words.", "new")
    known = [word for word in (sign_in, *person.split()) if len(word) > 2]
    rest = password.casefold()
    for word in known:
        rest = rest.replace(word.casefold(), "")
    if len(rest) < SHORTEST // 2:
        raise Refusal("This password is little more than the name. Use a few words.", "new")
    if password != repeated:
        raise Refusal("The two new passwords are not the same.", "repeated")
