"""After failures, who tries again waits: for each sign-in name and each address, known or not."""

import hashlib
import math
import threading
from dataclasses import dataclass

from teamback.record.refusal import Refusal
from teamback.record.words import how_many

FREE_BY_NAME, FREE_BY_ADDRESS = 5, 40
"""Failures before anybody waits; a club's people share one address."""
FIRST_WAIT, LONGEST_WAIT = 30.0, 15 * 60.0
FORGOTTEN_AFTER = 60 * 60.0
_MOST = 20_000


@dataclass
class _Failures:
    count: int
    last: float

    def wait(self, free: int, now: float) -> float:
        """Seconds until the next try; it doubles with each failure."""
        if self.count < free:
            return 0
        wait = min(FIRST_WAIT * float(2 ** min(self.count - free, 10)), LONGEST_WAIT)
        return self.last + wait - now


class Throttle:
    """What this process remembers of failed tries; of a name only a hash, as it may be a password."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures: dict[str, _Failures] = {}

    def begin(self, sign_in: str, address: str, now: float) -> None:
        """Before a password is looked at: raises while one must wait, and counts the try as a failure."""
        with self._lock:
            keys = ((_name(sign_in), FREE_BY_NAME), (f"from {address}", FREE_BY_ADDRESS))
            found = [(self._failures.get(key), free) for key, free in keys]
            wait = max([tried.wait(free, now) for tried, free in found if tried], default=0)
            if wait > 0:
                minutes = how_many(max(1, math.ceil(wait / 60)), "minute")
                raise Refusal(f"Too many tries. Wait {minutes}, or ask the lead clinician for a reset.")
            self._make_room(now)
            for key, _ in keys:
                tried = self._failures.setdefault(key, _Failures(0, now))
                tried.count, tried.last = tried.count + 1, now

    def succeeded(self, sign_in: str, address: str) -> None:
        """The try was none: the name starts anew, and the address has one failure less."""
        with self._lock:
            self._failures.pop(_name(sign_in), None)
            if tried := self._failures.get(f"from {address}"):
                tried.count = max(tried.count - 1, 0)

    def _make_room(self, now: float) -> None:
        if len(self._failures) >= _MOST:
            fresh = {k: f for k, f in self._failures.items() if now - f.last < LONGEST_WAIT}
            self._failures = fresh if len(fresh) < _MOST else {}
        for key in [k for k, f in list(self._failures.items())[:50] if now - f.last > FORGOTTEN_AFTER]:
            del self._failures[key]


def _name(sign_in: str) -> str:
    return hashlib.sha256(sign_in.encode(errors="replace")).hexdigest()
