"""How a person goes: erased, or made anonymous, after the years a record is kept, or before by two people."""

import datetime as dt
from dataclasses import dataclass

from teamback.clinic.retention import Rules, kept_until, second_person, why_kept
from teamback.record.events import AthleteNamed, RemovalRequested, SetAside
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.squads import today_at_home
from teamback.store import Store
from teamback.store.anonymise import anonymise
from teamback.store.appending import Entry
from teamback.store.erase import erase, refuse_naming
from teamback.store.queries.audit import last_contact, removals_asked_for
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.roster import athlete_named, moves_of

ERASE, ANONYMISE = "erase", "anonymise"
_REMOVES = ("lead", "admin")


@dataclass(frozen=True)
class Removal:
    """How it stands with the removal of one person.

    `why_kept` is the sentence that refuses it to one person alone, None when the period is over; `asked` is
    the request that another person may carry out.
    """

    athlete: int
    known_as: str
    last_contact: dt.date | None
    until: dt.date | None
    why_kept: str | None
    asked: Kept[RemovalRequested] | None
    on_a_squad: bool

    def refusal(self, how: str, me: str) -> str | None:
        """The sentence that refuses the removal to this person now."""
        if self.why_kept is None:
            return None
        asked = self.asked
        return second_person(
            asked.recorded_by if asked else None, asked.event.how if asked else None, how, me
        )


def removal(store: Store, scope: Scope, athlete: int, rules: Rules) -> Removal:
    """How it stands with the removal of a person, for whoever may remove people."""
    _only_who_removes(scope)
    named = _named(store, scope, athlete)
    if named is None:
        raise Refusal(f"Nobody is known under the number {athlete}.")
    today = today_at_home(store, athlete)
    here = any({move.squad: move.here for move in moves_of(store, PROGRAM, [athlete])[athlete]}.values())
    last = today if here else last_contact(store, PROGRAM, athlete, today)
    until = kept_until(last, named.event.date_of_birth, rules)
    asked = clinical_entries(store, RemovalRequested, PROGRAM, [athlete], today)
    return Removal(
        athlete,
        named.event.known_as,
        last,
        until,
        why_kept(until, today),
        asked[-1] if asked else None,
        here,
    )


def open_removals(store: Store, scope: Scope, rules: Rules) -> list[Removal]:
    """How it stands with each removal that somebody asked for, for whoever may carry it out."""
    if scope.role not in _REMOVES:
        return []
    asked = dict.fromkeys(kept.event.athlete for kept in removals_asked_for(store, PROGRAM))
    return [removal(store, scope, athlete, rules) for athlete in asked if _named(store, scope, athlete)]


def ask(store: Store, scope: Scope, athlete: int, how: str, reason: str) -> None:
    """Writes down that somebody asks for a removal: another person has to carry it out."""
    _only_who_removes(scope)
    _refuse_reason(store, athlete, reason)
    asked = RemovalRequested(day=today_at_home(store, athlete), athlete=athlete, how=how, reason=reason)
    store.keep([asked], scope)


def withdraw(store: Store, scope: Scope, asked: Kept[RemovalRequested]) -> None:
    """Takes a request back."""
    _only_who_removes(scope)
    aside = SetAside(day=asked.event.day, whom=asked.event.subject, reason="The request was taken back.")
    store.keep([Entry(aside, asked.seq)], scope)


def carry_out(store: Store, scope: Scope, athlete: int, how: str, reason: str, rules: Rules) -> None:
    """Removes a person for good; Refusal while the record has to be kept and nobody else asked for it."""
    now = removal(store, scope, athlete, rules)
    if refusal := now.refusal(how, scope.signature):
        raise Refusal(f"{now.why_kept} {refusal}")
    _refuse_reason(store, athlete, reason)
    asked_by = now.asked.recorded_by if now.why_kept and now.asked else None
    if how == ANONYMISE:
        anonymise(store, athlete, scope, reason, asked_by)
    else:
        erase(store, athlete, scope, reason, asked_by=asked_by)


def settle(store: Store, scope: Scope, stands: Removal, taken_back: bool, rules: Rules) -> None:
    """Does what was asked for, or takes the request back."""
    if stands.asked is None:
        raise Refusal("Nobody asks for this any more.")
    if taken_back:
        return withdraw(store, scope, stands.asked)
    asked = stands.asked.event
    carry_out(store, scope, stands.athlete, asked.how, asked.reason, rules)


def _named(store: Store, scope: Scope, athlete: int) -> Kept[AthleteNamed] | None:
    """Who it is, for a lead of their own squads; an administrator has none, and looks after all."""
    return athlete_named(store, PROGRAM if scope.audience is None else scope, athlete)


def _only_who_removes(scope: Scope) -> None:
    if scope.role not in _REMOVES:
        raise Refusal("Only the lead clinician or an administrator removes a person.")


def _refuse_reason(store: Store, athlete: int, reason: str) -> None:
    if not reason.strip():
        raise Refusal("Say why: the reason stays in the journal.", "reason")
    store.engine.snapshot(lambda read: refuse_naming(read, athlete, reason))
