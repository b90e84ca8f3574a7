"""What the journal refuses of a batch, and of undoing one: the order in which the checks speak."""

import datetime as dt
from collections.abc import Sequence

from teamback.record.events import KINDS, AlertSent
from teamback.record.refusal import ChangedSince, Refusal
from teamback.record.scope import Scope
from teamback.store.appending import Entry
from teamback.store.engine import Execute
from teamback.store.integrity.authority import refuse_beyond
from teamback.store.integrity.corrections import refuse_misfits, subjects_of, targets_of
from teamback.store.integrity.fit import refuse_text, refuse_unfit
from teamback.store.integrity.standing import (
    homes_of,
    refuse_second_alert,
    refuse_second_check_in,
    refuse_unknown_cases,
    refuse_unknown_squads,
)

_ABOUT_THEM = "j.subject = any($2::text[]) and j.kind = any($3::text[])"
_CHANGED = f"""
select recorded_by, recorded_at from journal where seq in (
  select j.seq from journal j where j.seq > $1::bigint and {_ABOUT_THEM}
  union all
  select w.seq from journal w join journal j on j.seq = w.replaces
  where w.seq > $1::bigint and w.kind = 'set_aside' and {_ABOUT_THEM}
  union all
  select u.seq from undone u join journal j on j.batch = u.undone_batch
  where u.seq > $1::bigint and {_ABOUT_THEM}
) order by seq limit 1
"""
"""The first entry after $1 that adds to, sets aside or undoes anything about subjects $2, of kinds $3.

That an alert left changes nothing about an athlete: who acknowledges is not held up by it."""


def prepare(entries: Sequence[Entry], by: Scope, now: dt.datetime) -> None:
    """Raises the first sentence that speaks against a batch by itself: before anybody waits for the lock."""
    refuse_text(by.signature, "by")
    for entry in entries:
        if entry.content:
            refuse_unfit(entry, now)


def refuse(execute: Execute, entries: Sequence[Entry], by: Scope, seen: int | None) -> dict[int, str]:
    """Raises the first sentence that speaks against a batch beside what the journal holds.

    Runs inside the write transaction; returns the home squads of the athletes it is about.
    """
    targets = targets_of(execute, entries)
    refuse_beyond(execute, entries, targets, by)
    if seen is not None:
        _subjects_changed_since(execute, subjects_of(entries, targets), seen)
    refuse_misfits(entries, targets)
    homes = homes_of(execute, entries)
    refuse_unknown_squads(execute, entries)
    refuse_unknown_cases(execute, entries)
    refuse_second_check_in(execute, entries)
    refuse_second_alert(execute, entries)
    return homes


def refuse_undo(execute: Execute, batch: int) -> None:
    """A batch can be undone once; an undoing and an erasure cannot."""
    kinds = {kind for (kind,) in execute("select kind from journal where batch = $1::bigint", [batch])}
    if not kinds:
        raise Refusal(f"There is no batch {batch}. The import printed its number.")
    if execute("select 1 from undone where undone_batch = $1::bigint limit 1", [batch]):
        raise Refusal(f"Batch {batch} was undone before. Nothing was changed.")
    if "undone" in kinds:
        raise Refusal(f"Batch {batch} is itself an undoing. Import the file again instead.")
    if "erased" in kinds:
        raise Refusal(f"Batch {batch} is an erasure: what it deleted cannot come back.")


def refuse_changed_since(execute: Execute, entries: Sequence[Entry], seen: int) -> None:
    """Raises ChangedSince when somebody changed what these entries are about, after `seen`."""
    _subjects_changed_since(execute, subjects_of(entries, targets_of(execute, entries)), seen)


def _subjects_changed_since(execute: Execute, subjects: set[tuple[str, str]], seen: int) -> None:
    for about in sorted({about for about, _ in subjects}):
        kinds = [kind.kind for kind in KINDS.values() if kind.about == about and kind is not AlertSent]
        named = sorted(subject for what, subject in subjects if what == about)
        if found := execute(_CHANGED, [seen, named, kinds]):
            raise ChangedSince(*found[0])
