"""When an alert about a red flag leaves, and when it leaves again: ES16, a pure rule over what was sent."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from teamback.clinic.limits import Limits
from teamback.record.events import AlertSent

LEAVING = "It is on its way."
"""The failure of an alert while nobody knows yet whether it left: written before it is handed over."""
_GIVEN_UP = dt.timedelta(minutes=5)
"""After so long an alert that was on its way is taken for lost: the program was stopped."""
_FIRST_WAIT, _LONGEST_WAIT = dt.timedelta(minutes=1), dt.timedelta(minutes=15)


@dataclass(frozen=True)
class Due:
    """An alert that has to leave now: which attempt it is, and whether the lead is told as well."""

    attempt: int
    to_lead: bool


def alert_is_repeated(sent: Sequence[AlertSent], now: dt.datetime, limits: Limits) -> Due | None:
    """ES16: an alert of ES1 to ES4 leaves at once, and again to all clinicians and the lead after 30 minutes.

    Until somebody acknowledges its task, which stands as a banner on every clinical page. One that did not
    leave is tried again after 1 minute, then after twice as long, at most after 15.
    """
    if not sent:
        return Due(1, to_lead=False)
    every = dt.timedelta(minutes=limits["alert_repeat_minutes"].value)
    last = sent[-1]
    if now < last.sent_at + _wait(sent, every):
        return None
    return Due(last.attempt + 1, to_lead=now >= sent[0].sent_at + every)


def _wait(sent: Sequence[AlertSent], every: dt.timedelta) -> dt.timedelta:
    """How long after the last attempt the next one is due."""
    if sent[-1].failure is None:
        return every
    if sent[-1].failure == LEAVING:
        return _GIVEN_UP
    failed = 0
    for one in reversed(sent):
        if one.failure is None:
            break
        failed += 1
    return min(_FIRST_WAIT * (1 << min(failed - 1, 8)), _LONGEST_WAIT)


RULES: tuple[Callable[..., Due | None], ...] = (alert_is_repeated,)
"""A rule's docstring is its sentence on the rules page."""
