"""Which limits the rules read: the file's, brought into force in the journal, or those of a past moment."""

import datetime as dt
from functools import cache

from teamback.clinic.limits import LIMITS_FILE, Limits
from teamback.record.events import LimitsInForce
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.history import limits_in_force


def bring_into_force(store: Store, today: dt.date) -> None:
    """Writes the limits file into the journal when it differs from what is in force there."""
    text = LIMITS_FILE.read_text(encoding="utf-8")
    now = limits_in_force(store)
    if now is None or now.event.text != text:
        store.keep([LimitsInForce(day=today, version=_read(text).version, text=text)], PROGRAM)


def limits_at(store: Store, known_at: int | None) -> Limits:
    """The limits of the file today, or, as it stood then, those in force at that entry of the journal."""
    then = None if known_at is None else limits_in_force(store, known_at)
    now = LIMITS_FILE.read_text(encoding="utf-8")
    return _read(now) if then is None else _of_then(then.event.text, now)


@cache
def _read(text: str) -> Limits:
    return Limits.from_text(text)


@cache
def _of_then(text: str, now: str) -> Limits:
    """A rule of today may ask for a limit that there was not then: that one is today's."""
    return Limits.from_text(text, _read(now))
