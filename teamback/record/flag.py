"""What a rule says about an athlete's morning, with everything that is needed to check it."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import overload

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


class Rows(Sequence[RowRead]):
    """The rows behind a reason, put into words only when somebody looks at them."""

    def __init__(self, read: Callable[[], Iterable[RowRead]]) -> None:
        self._read = read

    @cached_property
    def _rows(self) -> tuple[RowRead, ...]:
        return tuple(self._read())

    @overload
    def __getitem__(self, index: int) -> RowRead: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[RowRead]: ...
    def __getitem__(self, index: int | slice) -> RowRead | Sequence[RowRead]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)


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
    rows: Sequence[RowRead] = field(default=(), compare=False)


@dataclass(frozen=True)
class Flag:
    """The colour of a morning (worst rule wins), its reasons, most urgent first, and what is not known."""

    level: str
    reasons: tuple[Reason, ...]
    not_known: tuple[str, ...] = ()
