"""Who may record what: the store's own last line, behind what pages and access refuse already."""

from collections.abc import Sequence

from teamback.record.events import AthleteNamed, Availability, CheckIn, RestDay, Session
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, SELF, Scope
from teamback.store.appending import Entry
from teamback.store.engine import Execute
from teamback.store.integrity.corrections import Targets, subjects_of
from teamback.store.reach import athletes_served

_ONES_OWN = (CheckIn, Session, RestDay)


def refuse_beyond(execute: Execute, entries: Sequence[Entry], targets: Targets, by: Scope) -> None:
    """Raises when somebody records what is not theirs to record."""
    for entry in entries:
        _not_about_oneself(entry, by)
        _not_ones_to_decide(entry, targets, by)
    if by.squads is not None:
        _about_another_squad(execute, entries, targets, by, by.squads)


def _not_about_oneself(entry: Entry, by: Scope) -> None:
    if by.audience != SELF:
        return
    if not isinstance(entry.event, _ONES_OWN) or entry.event.athlete != by.athlete:
        raise Refusal("Athletes record their own check-ins, sessions and rest days, and nothing else.")


def _not_ones_to_decide(entry: Entry, targets: Targets, by: Scope) -> None:
    """Only a named doctor or physio changes availability; a red flag alone sets Out until reviewed."""
    event, old = entry.event, targets.get(entry.replaces or 0)
    if not isinstance(event, Availability) and not (old and old.kind == Availability.kind):
        return
    red_flag = isinstance(event, Availability) and event.training == "out" and event.until_reviewed
    if not (by.decides_availability() or (by == PROGRAM and red_flag)):
        raise Refusal("Only a named doctor or physio of the medical staff changes availability.")


def _about_another_squad(
    execute: Execute, entries: Sequence[Entry], targets: Targets, by: Scope, squads: frozenset[str]
) -> None:
    subjects = subjects_of(entries, targets)
    added = [e.event for e in entries if isinstance(e.event, AthleteNamed) and by.serves(e.event.home)]
    served = {str(athlete) for athlete in athletes_served(execute, squads)}
    athletes = {subject for about, subject in subjects if about == "athlete"}
    if athletes - served - {event.subject for event in added}:
        raise Refusal("You do not work with this athlete's squad.")
    if {subject for about, subject in subjects if about == "squad"} - squads:
        raise Refusal("You do not work with this squad.")
