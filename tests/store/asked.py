"""Every question of teamback.store.queries, asked once: what runs on both engines and for every role."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from teamback.record.event import Event
from teamback.record.events import (
    KINDS,
    Availability,
    CaseOpened,
    CheckIn,
    Erased,
    InstrumentTotal,
    ManoeuvreScore,
    Note,
    PainEntry,
    RestDay,
    Session,
    StageChange,
    TestResult,
)
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.queries import (
    accounts,
    audit,
    calendar,
    clinical,
    coach_sheet,
    corrections,
    daily,
    entries,
    history,
    intake,
    roster,
    status,
    tablet,
)
from tests.squads import DAY, MONDAY

# What an erased person's entries stand under is drawn by lot, with their salts.
_ALL_BUT_ERASED = [kind for kind in KINDS.values() if kind is not Erased]
SINCE, UNTIL = MONDAY - 60 * DAY, MONDAY


@dataclass(frozen=True)
class Ask:
    """Who asks what about whom, and what was known."""

    store: Store
    scope: Scope
    squad: str
    athletes: Sequence[int]
    known_at: int | None = None

    @property
    def who(self) -> tuple[Store, Scope]:
        """The first two arguments of nearly every query."""
        return self.store, self.scope

    @property
    def days(self) -> tuple[Any, Any, int | None]:
        """The last three arguments of those about days."""
        return SINCE, UNTIL, self.known_at


def answer(query: str, ask: Ask) -> Any:
    """What a query says, or its refusal as a sentence."""
    try:
        return ASKED[query](ask)
    except Refusal as refusal:
        return refusal.sentence


def columns_of(ask: Ask, kind: type[Event], fields: Sequence[str]) -> dict[str, list[Any]]:
    """Arrays as lists, rows in the order recorded, null as None."""
    found = daily.daily_columns(ask.store, kind, fields, ask.scope, [ask.squad], *ask.days)
    order = np.argsort(found["seq"])
    return {name: [_plain(value) for value in column[order]] for name, column in found.items()}


def _plain(value: Any) -> Any:
    return None if value is None or value != value else value


def _fields(kind: type[Event], ask: Ask) -> list[str]:
    return [name for name in entries.readable(kind, ask.scope) if name not in ("day", "athlete")]


def _each(kinds: Iterable[type[Event]], query: Callable[[type[Event]], Any]) -> list[Any]:
    """What is said of each kind: some may be refused to somebody who reads the others."""
    return [_said(query, kind) for kind in kinds]


def _said(query: Callable[[type[Event]], Any], kind: type[Event]) -> Any:
    try:
        return query(kind)
    except Refusal as refusal:
        return refusal.sentence


def _whole(ask: Ask, kind: type[Event]) -> Any:
    return (ask.store, kind, ask.scope, "true", [], ask.known_at)


def _up_to(ask: Ask, kind: type[Event]) -> Any:
    return (ask.store, kind, ask.scope, ask.athletes, UNTIL, ask.known_at, [ask.squad])


CLINICAL_KINDS = (TestResult, InstrumentTotal, CaseOpened, StageChange, Note)
"""With a home squad and without, about an athlete and about a case, for staff and for clinicians alone; every
kind there is goes through `entries.kept`, which selects as these do."""
ASKED: dict[str, Callable[[Ask], Any]] = {
    "accounts.access_lines": lambda a: accounts.access_lines(*a.who, 5),
    "accounts.account_in_session": lambda a: accounts.account_in_session(a.store, 1, "one", "evening"),
    "accounts.account_named": lambda a: accounts.account_named(a.store, "anna"),
    "accounts.account_of_identity": lambda a: accounts.account_of_identity(a.store, "at|7"),
    "accounts.accounts": lambda a: accounts.accounts(*a.who),
    "accounts.check_in_account": lambda a: [
        found[1] for n in a.athletes if (found := accounts.check_in_account(a.store, n))
    ],
    "accounts.link_until": lambda a: [accounts.link_until(a.store, n) for n in range(1, 9)],
    "accounts.has_accounts": lambda a: accounts.has_accounts(a.store),
    "audit.entries_numbered": lambda a: audit.entries_numbered(a.store, CheckIn, a.scope, range(1, 99)),
    "audit.erasures": lambda a: [kept.event.entries for kept in audit.erasures(*a.who)],
    "audit.fates": lambda a: audit.fates(*a.who, range(1, a.store.head())),
    "audit.in_batches": lambda a: audit.in_batches(*a.who, range(1, a.store.head())),
    "audit.kinds_of": lambda a: audit.kinds_of(*a.who, range(1, a.store.head())),
    "audit.last_contact": lambda a: [audit.last_contact(*a.who, n, UNTIL) for n in a.athletes],
    "audit.openings": lambda a: [
        audit.openings(*a.who, a.store.clock() - DAY, a.store.clock() + DAY, n) for n in (None, *a.athletes)
    ],
    "audit.removals_asked_for": lambda a: audit.removals_asked_for(*a.who),
    "audit.recorded": lambda a: [audit.recorded(a.store, CheckIn, a.scope, 0, 99, n) for n in a.athletes],
    "calendar.calendar": lambda a: calendar.calendar(*a.who, a.squad, *a.days),
    "calendar.planned": lambda a: calendar.planned(*a.who, a.squad, *a.days),
    "calendar.squad_days_off": lambda a: calendar.squad_days_off(
        *a.who, a.squad, SINCE, UNTIL + DAY, a.known_at
    ),
    "calendar.season_phases": lambda a: calendar.season_phases(*a.who, a.squad, a.known_at),
    "clinical.clinical_entries": lambda a: _each(
        CLINICAL_KINDS, lambda kind: clinical.clinical_entries(*_up_to(a, kind))
    ),
    "clinical.clinical_numbered": lambda a: _each(
        CLINICAL_KINDS, lambda kind: clinical.clinical_numbered(*_up_to(a, kind))
    ),
    "clinical.confirmed_screens": lambda a: clinical.confirmed_screens(*a.who, [a.squad], a.known_at),
    "coach_sheet.acknowledged": lambda a: coach_sheet.acknowledged(*a.who, a.squad, MONDAY, a.known_at),
    "coach_sheet.coach_lines": lambda a: coach_sheet.coach_lines(*a.who, a.squad, MONDAY, a.known_at),
    "coach_sheet.then_and_now": lambda a: coach_sheet.then_and_now(
        *a.who, a.squad, (MONDAY, a.store.head() // 2), (MONDAY, a.known_at)
    ),
    "corrections.corrections": lambda a: [
        [corrections.corrections(a.store, CheckIn, a.scope, n, [a.squad], *a.days) for n in a.athletes],
        [corrections.corrections(a.store, Session, a.scope, n, [a.squad], *a.days) for n in a.athletes],
    ],
    "daily.daily_columns": lambda a: [
        columns_of(a, kind, _fields(kind, a)) for kind in (CheckIn, Session, RestDay)
    ],
    "daily.daily_entries": lambda a: [
        daily.daily_entries(a.store, CheckIn, a.scope, a.athletes, [a.squad], *a.days),
        daily.daily_entries(a.store, Session, a.scope, a.athletes, [a.squad], *a.days),
        daily.daily_entries(a.store, RestDay, a.scope, a.athletes, [a.squad], *a.days),
        daily.daily_entries(a.store, PainEntry, a.scope, a.athletes, [a.squad], *a.days),
        daily.daily_entries(a.store, ManoeuvreScore, a.scope, a.athletes, [a.squad], *a.days),
    ],
    "entries.as_recorded": lambda a: _each(
        CLINICAL_KINDS, lambda kind: entries.as_recorded(a.store, entries.numbered(*_whole(a, kind)))
    ),
    "entries.kept": lambda a: _each(_ALL_BUT_ERASED, lambda kind: entries.kept(*_whole(a, kind))),
    "entries.latest": lambda a: entries.latest(
        a.store, Availability, a.scope, "t.day <= $2::date", [UNTIL], a.known_at
    ),
    "entries.numbered": lambda a: _each(CLINICAL_KINDS, lambda kind: entries.numbered(*_whole(a, kind))),
    "history.entered_late": lambda a: history.entered_late(a.store, range(1, a.store.head() + 1)),
    "history.imports": lambda a: history.imports(*a.who),
    "history.known_at_the_end_of": lambda a: history.known_at_the_end_of(a.store, a.store.clock()),
    "history.last_change": lambda a: history.last_change(a.store, a.known_at),
    "history.limits_in_force": lambda a: history.limits_in_force(a.store, a.known_at),
    "history.recorded_by": lambda a: [
        history.recorded_by(a.store, a.scope, n) for n in range(1, a.store.head() + 1)
    ],
    "intake.athletes_known_as": lambda a: intake.athletes_known_as(*a.who, ["MARK athlete.external_ids"]),
    "intake.squad_moves": lambda a: intake.squad_moves(*a.who, a.squad),
    "intake.withdrawn": lambda a: intake.withdrawn(
        a.store, CheckIn, a.scope, [str(n) for n in a.athletes], SINCE, UNTIL
    ),
    "roster.athlete_named": lambda a: [roster.athlete_named(*a.who, n, a.known_at) for n in a.athletes],
    "roster.athletes_named": lambda a: roster.athletes_named(*a.who, list(a.athletes), a.known_at),
    "roster.memberships": lambda a: [roster.memberships(*a.who, n, a.known_at) for n in a.athletes],
    "roster.moves_of": lambda a: roster.moves_of(*a.who, list(a.athletes), a.known_at),
    "roster.namesakes": lambda a: roster.namesakes(*a.who, ["KARI", "Ola"]),
    "roster.roster": lambda a: [roster.roster(*a.who, a.squad, day, a.known_at) for day in (SINCE, UNTIL)],
    "roster.squads": lambda a: roster.squads(*a.who, a.known_at),
    "status.availability_history": lambda a: status.availability_history(
        *a.who, a.athletes, MONDAY, a.known_at
    ),
    "tablet.names_on_tablet": lambda a: tablet.names_on_tablet(*a.who, a.squad, MONDAY),
    "tablet.squads_of_tablet": lambda a: tablet.squads_of_tablet(*a.who),
    "status.availability_numbered": lambda a: status.availability_numbered(
        *a.who, a.athletes, MONDAY, a.known_at
    ),
    "status.availability_on": lambda a: status.availability_on(*a.who, a.athletes, MONDAY, a.known_at),
}
"""By module and function: the whole of what can be asked; `test_engines` sees to it that none is missing."""
OF_EACH_KIND = (
    "entries.kept",
    "entries.numbered",
    "entries.as_recorded",
    "clinical.clinical_entries",
    "clinical.clinical_numbered",
)
"""Answered with an answer, or a refusal, for each of several kinds."""
