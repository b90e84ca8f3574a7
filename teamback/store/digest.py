"""The digest of one entry and the chain through all of them, so that an alteration is seen and named."""

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import Any

START_OF_CHAIN = "0" * 64


def new_salt() -> str:
    """A salt of one entry: with it gone, an erased entry cannot be guessed from its digest."""
    return secrets.token_hex(16)


def canonical(value: Any) -> Any:
    """A value in the one form that is hashed: UTC microseconds, shortest exact floats."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return repr(value)
    return value


def digest(head: Mapping[str, Any], content: Mapping[str, Any], salt: str) -> str:
    """SHA-256 over the canonical JSON of an entry's head and its non-null fields, salted."""
    fields = {name: canonical(value) for name, value in content.items() if value is not None}
    text = json.dumps(
        [{name: canonical(value) for name, value in head.items()}, fields],
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(f"{salt}{text}".encode()).hexdigest()


def link(before: str, entry_digest: str) -> str:
    """The chain after an entry: SHA-256 of the chain before it and its digest."""
    return hashlib.sha256(f"{before}{entry_digest}".encode()).hexdigest()
