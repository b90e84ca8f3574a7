"""What a correction may correct, and whom a batch is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from teamback.record.events import KINDS, SetAside
from teamback.record.refusal import Refusal
from teamback.store.appending import Entry
from teamback.store.engine import Execute
from teamback.store.live import EVERYTHING_KNOWN, LIVE

_FOR_GOOD = ("undone", "erased", "set_aside")
_FOUND = f"select t.seq, t.kind, t.subject, {LIVE} from journal t where t.seq = any($2::bigint[])"


@dataclass(frozen=True)
class Target:
    """An entry that a new one replaces or sets aside, and whether it still counts."""

    kind: str
    subject: str
    live: bool

    @property
    def about(self) -> str:
        """What its subject is: an athlete, a squad ..."""
        return KINDS[self.kind].about


Targets = dict[int, Target]


def targets_of(execute: Execute, entries: Sequence[Entry]) -> Targets:
    """The entries that a batch replaces or sets aside, by number."""
    numbers = [entry.replaces for entry in entries if entry.replaces is not None]
    rows = execute(_FOUND, [EVERYTHING_KNOWN, numbers]) if numbers else []
    return {int(seq): Target(kind, subject, live) for seq, kind, subject, live in rows}


def subjects_of(entries: Sequence[Entry], targets: Targets) -> set[tuple[str, str]]:
    """Whom a batch is about, as pairs (what the subject is, subject): an athlete 7 is no batch 7."""
    pairs = set()
    for entry in entries:
        old = targets.get(entry.replaces or 0)
        pairs.add((old.about, old.subject) if old else (entry.event.about, entry.event.subject))
    return pairs


def refuse_misfits(entries: Sequence[Entry], targets: Targets) -> None:
    """An entry is corrected once, by its own kind, about the same subject; or set aside."""
    replacing = [entry for entry in entries if entry.replaces is not None]
    if len({entry.replaces for entry in replacing}) != len(replacing):
        raise Refusal("Two corrections of one entry came in one batch. Keep one of them.")
    for entry in replacing:
        old = targets.get(entry.replaces or 0)
        if old is None or not old.live:
            raise Refusal("The entry to be corrected was already corrected or withdrawn. Look at it again.")
        if old.kind in _FOR_GOOD:
            raise Refusal(f"Entry {entry.replaces} itself withdraws others. Undo its batch instead.")
        if not isinstance(entry.event, SetAside) and old.kind != entry.event.kind:
            raise Refusal(f"Entry {entry.replaces} is of another kind ({old.kind}): this cannot correct it.")
        if old.subject != entry.event.subject:
            raise Refusal(f"Entry {entry.replaces} is about somebody else. Look at it again.")
