"""Everything that is held on one person: every entry whatever became of it, and who opened their record."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.event import Event, columns
from teamback.record.events import KINDS, SetAside
from teamback.record.field_words import kind_label
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.record.words import who
from teamback.store import Store
from teamback.store.live import EVERYTHING_KNOWN
from teamback.store.queries.audit import Fate, fates, openings, recorded
from teamback.store.queries.roster import athlete_named
from teamback.store.read_log import Opened, note_opened

EXPORT = "export"
"""How the log of who opened what names an export."""
_ALWAYS = dt.datetime(1970, 1, 1, tzinfo=dt.UTC), dt.datetime(9999, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Held:
    """What is held on an athlete, by kind in the order recorded; what became of it; who opened it."""

    athlete: int
    known_as: str
    at: dt.datetime
    kinds: dict[str, tuple[Kept[Event], ...]]
    fates: dict[int, Fate]
    readings: tuple[Opened, ...]

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return sum(map(len, self.kinds.values()))

    def became(self, seq: int) -> str:
        """Why an entry counts no longer; empty where it does."""
        return "" if seq not in self.fates else what_became(self.fates[seq])


def what_became(fate: Fate) -> str:
    """Who took an entry out of the count, how and when."""
    how = {"set_aside": "Set aside", "undone": "Undone with its batch"}.get(fate.kind, "Corrected")
    return f"{how} by {who(fate.by)}, {fate.at:%Y-%m-%d %H:%M} UTC"


def held(store: Store, scope: Scope, athlete: int) -> Held:
    """All that is held on an athlete, and a line in the log of readings that it was handed out."""
    if scope.role != "lead":
        raise Refusal("Only the lead clinician hands out everything that is held on a person.")
    named = athlete_named(store, scope, athlete)
    if named is None:
        raise Refusal(f"Nobody is known under the number {athlete}.")
    note_opened(store, scope, EXPORT, str(athlete))
    found: dict[str, tuple[Kept[Event], ...]] = {}
    for kind in KINDS.values():
        if "athlete" in columns(kind):
            found[kind.kind] = tuple(recorded(store, kind, scope, 0, EVERYTHING_KNOWN, athlete))
    numbers = {kept.seq for entries in found.values() for kept in entries}
    aside = recorded(store, SetAside, scope, 0, EVERYTHING_KNOWN)
    found[SetAside.kind] = tuple(kept for kept in aside if kept.replaces in numbers)
    readings = openings(store, scope, *_ALWAYS, athlete)
    return Held(
        athlete,
        named.event.known_as,
        store.now(),
        {kind: entries for kind, entries in found.items() if entries},
        fates(store, scope, sorted(numbers)),
        tuple(readings),
    )


def in_short(record: Held) -> str:
    """What is in it, in one sentence."""
    parts = ", ".join(f"{len(entries)} {kind_label(kind)}" for kind, entries in record.kinds.items())
    return f"{record.entries} entries ({parts}) and {len(record.readings)} readings."
