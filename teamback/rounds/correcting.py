"""A report that takes the place of an older one, without erasing what its author may not read."""

from dataclasses import fields, replace

from teamback.record.event import Event
from teamback.record.events import SetAside
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.reports_of_day import Person, Report, reports
from teamback.store import Store
from teamback.store.appending import Entry


def in_place_of(store: Store, scope: Scope, who: Person, typed: Report, old: Kept[Report] | None) -> Entry:
    """A report on its way into the journal, correcting an older one where there is one.

    Fields that its author may not read (a note, for performance staff) are carried over from the older one.
    """
    if old is None:
        return Entry(typed)
    unseen = [f.name for f in fields(typed) if not scope.may_read(f.metadata["audience"])]
    if not unseen:
        return Entry(typed, old.seq)
    that_day = reports(store, type(typed), PROGRAM, [who], old.event.day, old.event.day)
    whole = next((entry.event for entry in that_day if entry.seq == old.seq), old.event)
    return Entry(replace(typed, **{name: getattr(whole, name) for name in unseen}), old.seq)


def put_in_place_of(typed: Event, old: Kept[Event] | None) -> Entry:
    """An entry whose author may read every field of it, correcting an older one where there is one."""
    return Entry(typed, old.seq if old else None)


def set_aside(old: Kept[Event], reason: str) -> Entry:
    """The withdrawal of an entry: it stays in the journal and counts no longer."""
    return Entry(SetAside(day=old.event.day, whom=old.event.subject, reason=reason), old.seq)


def may_write(scope: Scope, kind: type[Event], name: str) -> bool:
    """Whether a form asks this person for a field: nobody writes what they could not read back."""
    return any(f.name == name and scope.may_read(f.metadata["audience"]) for f in fields(kind))
