"""What a rule says about an athlete's morning, with everything that is needed to check it."""

import datetime as dt
from dataclasses import dataclass

RED, AMBER, NOT_REPORTED, GREEN, INFO = "red", "amber", "not_reported", "green", "info"

WORST_FIRST = (RED, AMBER, NOT_REPORTED, GREEN)
"""The colours a flag can have; INFO never changes it."""


@dataclass(frozen=True)
class RowRead:
    """One row of the record that a rule read: its number in the journal, its day, and what it said."""

    seq: int
    kind: str
    day: dt.date
    text: str


@dataclass(frozen=True)
class Reason:
    """One rule that spoke (or, on a green row, what was judged)."""

    rule: str
    level: str
    says: str
    value: float | str | None = None
    threshold: str = ""
    source: str = ""
    status: str = ""
    limits: str = ""
    rows: tuple[RowRead, ...] = ()


@dataclass(frozen=True)
class Flag:
    """The colour of a morning (worst rule wins), its reasons, most urgent first, and what is not known."""

    level: str
    reasons: tuple[Reason, ...]
    not_known: tuple[str, ...] = ()
