"""What is written down about the record itself."""

from dataclasses import dataclass
from typing import ClassVar

from teamback.record.event import Event, must, read_by
from teamback.record.scope import EVERYONE, STAFF


@dataclass(frozen=True, kw_only=True)
class LimitsInForce(Event):
    """The thresholds that the rules read from this moment on: version and the file's text."""

    kind: ClassVar[str] = "limits"
    about: ClassVar[str] = "version"
    version: str = must(EVERYONE)
    text: str = must(EVERYONE)


@dataclass(frozen=True, kw_only=True)
class Imported(Event):
    """A file was let in as one batch: its name, preset and counts."""

    kind: ClassVar[str] = "imported"
    about: ClassVar[str] = "squad"
    squad: str = must(STAFF)
    source: str = must(STAFF)
    preset: str = must(STAFF)
    row_count: int = must(STAFF)


@dataclass(frozen=True, kw_only=True)
class Undone(Event):
    """A batch counts no longer."""

    kind: ClassVar[str] = "undone"
    about: ClassVar[str] = "undone_batch"
    undone_batch: int = must(STAFF)
    reason: str = must(STAFF)


@dataclass(frozen=True, kw_only=True)
class SetAside(Event):
    """One entry counts no longer (it stays in the journal); which one stands in `replaces`."""

    kind: ClassVar[str] = "set_aside"
    about: ClassVar[str] = "whom"
    whom: str = must(EVERYONE)
    reason: str = must(STAFF)


@dataclass(frozen=True, kw_only=True)
class Erased(Event):
    """A person's content was deleted; the chain of digests stays whole.

    `how` is one of own_data_words.REMOVALS; `asked_by` is who had asked for it, where two people were needed.
    """

    kind: ClassVar[str] = "erased"
    about: ClassVar[str] = "erased_as"
    erased_as: str = must(EVERYONE)
    reason: str = must(STAFF)
    entries: int = must(STAFF)
    how: str | None = read_by(STAFF)
    asked_by: str | None = read_by(STAFF)
