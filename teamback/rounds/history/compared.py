"""One entry looked at closely: what it says, what stood there before, and why it counts no longer."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from teamback.record.event import Event
from teamback.record.events import SetAside, Undone
from teamback.record.field_words import field_label, filled_in, in_words, kind_label
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.record.words import how_many
from teamback.rounds.history.written import Line, entry
from teamback.store import Store
from teamback.store.queries.audit import in_batches


@dataclass(frozen=True)
class Said:
    """What a field said before and says after; None where there is no such side."""

    label: str
    before: str | None
    after: str | None

    @property
    def differs(self) -> bool:
        """Whether both sides are there and say something else."""
        return None not in (self.before, self.after) and self.before != self.after


@dataclass(frozen=True)
class Compared:
    """Both sides of a change, the fields that say something on either, and the reason that was given."""

    before: Kept[Event] | None
    after: Kept[Event] | None
    fields: tuple[Said, ...]
    reason: str | None = None
    batch: str | None = None


def compared(store: Store, look: Scope, line: Line, zone: dt.tzinfo) -> Compared:
    """What a line of the history rests on, in the fields that this person may read and in squad time."""
    kept, event = line.kept, line.kept.event
    if isinstance(event, Undone):
        return Compared(None, None, (), event.reason, _batch(store, look, event.undone_batch))
    before = entry(store, look, kept.replaces) if kept.replaces else None
    if isinstance(event, SetAside):
        return Compared(before, None, _fields(before, None, zone), event.reason)
    if before is None and line.fate and line.fate.kind == event.kind:
        after = entry(store, look, line.fate.by_seq)
        return Compared(kept, after, _fields(kept, after, zone))
    reason = _reason(store, look, line)
    return Compared(before, kept, _fields(before, kept, zone), reason)


def _reason(store: Store, look: Scope, line: Line) -> str | None:
    by = entry(store, look, line.fate.by_seq) if line.fate else None
    return by.event.reason if by and isinstance(by.event, SetAside | Undone) else None


def _fields(before: Kept[Event] | None, after: Kept[Event] | None, zone: dt.tzinfo) -> tuple[Said, ...]:
    sides = [kept.event for kept in (before, after) if kept]
    kind = sides[0].kind if sides else ""
    names = dict.fromkeys(name for side in sides for name in ("day", *filled_in(side)))
    order = [name for name in vars(sides[0]) if name in names and name != "athlete"] if sides else []

    def side(kept: Kept[Event] | None, name: str) -> str | None:
        return in_words(kind, name, getattr(kept.event, name), zone) if kept else None

    return tuple(Said(field_label(kind, name), side(before, name), side(after, name)) for name in order)


def _batch(store: Store, look: Scope, batch: int) -> str:
    counts = Counter(kind for kind, _ in in_batches(store, look, [batch])[batch])
    parts = ", ".join(f"{count} {kind_label(kind)}" for kind, count in counts.items())
    total = sum(counts.values())
    return f"A batch of {how_many(total, 'entry', 'entries')}: {parts}."
