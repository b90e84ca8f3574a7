"""The digest of one entry and the chain through all of them, so that an alteration is seen and named."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Callable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

START_OF_CHAIN = "0" * 64


def new_salt() -> str:
    """A salt of one entry: with it gone, an erased entry cannot be guessed from its digest."""
    return secrets.token_hex(16)


@lru_cache(4096)
def moment(value: dt.datetime) -> str:
    """A moment in the one form that is hashed: UTC, microseconds."""
    return value.astimezone(dt.UTC).isoformat(timespec="microseconds")


def canonical(fields: Mapping[str, Any]) -> str:
    """The canonical JSON of the fields that are not null: names sorted, UTC microseconds, numbers with a
    fraction as text of the shortest exact form.

    Written by hand because the standard encoder builds itself anew at every call: a third of an import.
    """
    known = sorted(item for item in fields.items() if item[1] is not None)
    return "{" + ",".join([f'"{name}":{_JSON[type(value)](value)}' for name, value in known]) + "}"


def digest(head: Mapping[str, Any], content: Mapping[str, Any], salt: str) -> str:
    """SHA-256 over the canonical JSON of an entry's head and its non-null fields, salted."""
    return hashlib.sha256(f"{salt}[{canonical(head)},{canonical(content)}]".encode()).hexdigest()


def link(before: str, entry_digest: str) -> str:
    """The chain after an entry: SHA-256 of the chain before it and its digest."""
    return hashlib.sha256(f"{before}{entry_digest}".encode()).hexdigest()


_JSON: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: str,
    bool: lambda value: "true" if value else "false",
    float: lambda value: f'"{value!r}"',
    dt.date: lru_cache(4096)(lambda value: f'"{value.isoformat()}"'),
    dt.datetime: lambda value: f'"{moment(value)}"',
}
