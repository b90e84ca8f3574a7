"""Who may record what: the store's own last line, behind what pages and access refuse already."""

from collections.abc import Sequence

from teamback.record.clinical_words import SETS_OUT
from teamback.record.event import Event, must_fields
from teamback.record.events import (
    AlertSent,
    AthleteNamed,
    Availability,
    CheckIn,
    EducationRead,
    InstrumentTotal,
    ManoeuvreScore,
    Medication,
    Observation,
    PainEntry,
    RedFlagScreen,
    RemovalRequested,
    RestDay,
    Session,
    SessionExercise,
    SheetAcknowledged,
    StageChange,
)
from teamback.record.refusal import Refusal
from teamback.record.scope import COACH, PROGRAM, SELF, Scope
from teamback.store.appending import Entry
from teamback.store.engine import Execute
from teamback.store.integrity.corrections import Targets, subjects_of
from teamback.store.reach import athletes_served

MAY_REMOVE = ("lead", "admin")
"""The roles that erase a person, make them anonymous, or ask for it."""

_ONES_OWN = (
    CheckIn,
    Session,
    RestDay,
    Observation,
    SessionExercise,
    InstrumentTotal,
    RedFlagScreen,
    PainEntry,
    ManoeuvreScore,
    EducationRead,
)


def refuse_beyond(execute: Execute, entries: Sequence[Entry], targets: Targets, by: Scope) -> None:
    """Raises when somebody records what is not theirs to record."""
    for entry in entries:
        if entry.by is not None:
            _not_by_itself(entry, entries)
            continue
        _not_about_oneself(entry, by)
        _not_ones_to_decide(entry, targets, by)
        _not_ones_to_record(entry.event, by)
    if by.squads is not None:
        _about_another_squad(execute, entries, targets, by, by.squads)


def _not_about_oneself(entry: Entry, by: Scope) -> None:
    if by.audience != SELF:
        return
    if not isinstance(entry.event, _ONES_OWN) or entry.event.athlete != by.athlete:
        raise Refusal(
            "Athletes record their own check-ins, sessions, rest days and journal, and nothing else."
        )
    if isinstance(entry.event, RedFlagScreen) and entry.replaces is not None:
        raise Refusal("An answer to a warning sign is not taken back: answer again, the staff reviews both.")


def _not_by_itself(entry: Entry, entries: Sequence[Entry]) -> None:
    """One thing alone is recorded in the program's name: Out until reviewed, with the answer behind it."""
    event = entry.event
    raised = {
        screen.event.athlete
        for screen in entries
        if isinstance(screen.event, RedFlagScreen)
        and screen.event.confirmed
        and SETS_OUT & set(screen.event.raised)
    }
    if not (entry.by == PROGRAM and _until_reviewed(event) and getattr(event, "athlete", None) in raised):
        raise Refusal("Nothing but a confirmed red flag changes availability by itself.")


def _until_reviewed(event: Event) -> bool:
    return isinstance(event, Availability) and event.training == "out" and event.until_reviewed


def _not_ones_to_record(event: Event, by: Scope) -> None:
    """Nobody records what they could not read back; a doctor alone writes medication."""
    if not all(by.may_read(audience) for audience in must_fields(event).values()):
        raise Refusal(f"Your role does not record entries of this kind ({event.kind.replace('_', ' ')}).")
    if isinstance(event, AlertSent) and by != PROGRAM:
        raise Refusal("Alerts are written down by the program that sends them.")
    if isinstance(event, SheetAcknowledged) and by.audience != COACH:
        raise Refusal("A coach acknowledges the training sheet: nobody else reads it in their place.")
    if isinstance(event, Medication) and by.profession != "doctor":
        raise Refusal("Medication is written by a doctor.")
    if isinstance(event, RemovalRequested) and by.role not in MAY_REMOVE:
        raise Refusal("Only the lead clinician or an administrator asks that a person be removed.")


def _not_ones_to_decide(entry: Entry, targets: Targets, by: Scope) -> None:
    """Only a named doctor or physio changes availability, and the stage of a case."""
    event, old = entry.event, targets.get(entry.replaces or 0)
    kinds = {event.kind, old.kind if old else event.kind}
    if StageChange.kind in kinds and not by.decides_availability():
        raise Refusal("Only a named doctor or physio of the medical staff moves a case.")
    if Availability.kind not in kinds:
        return
    if not by.decides_availability():
        raise Refusal("Only a named doctor or physio of the medical staff changes availability.")


def _about_another_squad(
    execute: Execute, entries: Sequence[Entry], targets: Targets, by: Scope, squads: frozenset[str]
) -> None:
    subjects = subjects_of(entries, targets)
    added = [e.event for e in entries if isinstance(e.event, AthleteNamed) and by.serves(e.event.home)]
    served = {str(athlete) for athlete in athletes_served(execute, squads)}
    athletes = {subject for about, subject in subjects if about == "athlete"}
    athletes |= {str(e.event.athlete) for e in entries if e.event.about == "case_id"}  # type: ignore[attr-defined]
    if athletes - served - {event.subject for event in added}:
        raise Refusal("You do not work with this athlete's squad.")
    if {subject for about, subject in subjects if about == "squad"} - squads:
        raise Refusal("You do not work with this squad.")
