"""A season in small, written once through every function that writes: the same on whichever engine."""

from dataclasses import replace
from typing import Any

from teamback.record.account import Account
from teamback.record.events import (
    KINDS,
    AlertSent,
    AthleteNamed,
    Availability,
    CalendarEntry,
    CaseOpened,
    CheckIn,
    Erased,
    Imported,
    Joined,
    Left,
    LimitsInForce,
    RemovalRequested,
    RestDay,
    SeasonPhase,
    Session,
    SetAside,
    SheetAcknowledged,
    SquadNamed,
    Undone,
)
from teamback.record.scope import PROGRAM
from teamback.store import Store, accounts
from teamback.store.access_log import note
from teamback.store.appending import Entry
from teamback.store.backup_file import tables
from teamback.store.erase import erase
from teamback.store.read_log import note_opened
from tests.squads import (
    COACH,
    DAY,
    DOCTOR,
    LEAD,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    decided,
    mornings,
    oneself,
    rest_days,
    sessions,
)
from tests.store.filled import filled

KARI, OLA, LI, GONE, BOJE = 1, 2, 3, 4, 5
"""Kari's record has every field filled; Ola moves to the second squad, Li is corrected, set aside and undone;
GONE is erased; Boje is of the second squad alone."""

_RANDOM = {"salt", "digest", "chain"}
_OF_THE_CLUB = (SquadNamed, Joined, Left, LimitsInForce, Imported, Undone, SetAside, Erased)
_TOLD_APART = (
    AlertSent,
    AthleteNamed,
    CalendarEntry,
    SeasonPhase,
    SheetAcknowledged,
    CheckIn,
    Session,
    RestDay,
    Availability,
    CaseOpened,
    RemovalRequested,
)
CLINICAL = [kind for kind in KINDS.values() if kind not in (*_OF_THE_CLUB, *_TOLD_APART)]
"""The kinds that are filled once for one athlete, and mean nothing to the season besides."""


def play(store: Store, clock: Clock, erasing: bool = True) -> None:
    """Writes the season: two squads, all kinds of events, corrections, an undone import, an erasure."""
    assert a_squad(store, "Kari Ola Li Gone") == [KARI, OLA, LI, GONE]
    assert a_squad(store, "Boje", "second") == [BOJE]
    store.keep([LimitsInForce(day=MONDAY, version="1", text="low_back_rise = 2")], PROGRAM)
    _fill_every_field(store)
    clock.later(hours=1)
    _come_and_go(store)
    clock.later(hours=1)
    _correct(store)
    _undo_an_import(store)
    _sign_in(store)
    note_opened(store, PHYSIO, "story", str(KARI))
    note_opened(store, oneself(OLA), "story", str(OLA))
    store.keep(mornings(GONE, low_back_now="1 2 3", note="Gone is gone"), PHYSIO)
    clock.later(hours=1)
    if erasing:
        assert erase(store, GONE, LEAD, "they asked for it") == 5


def _fill_every_field(store: Store) -> None:
    named = filled(AthleteNamed, athlete=KARI, home="first")
    store.keep([filled(SquadNamed, squad="first"), named], LEAD)
    daily = [filled(kind, athlete=KARI) for kind in (CheckIn, Session, RestDay)]
    store.keep([*daily, filled(CalendarEntry, squad="first", athlete=KARI)], PHYSIO)
    store.keep([filled(SeasonPhase, squad="first")], PHYSIO)
    store.keep([filled(SheetAcknowledged, squad="first")], COACH)
    store.keep([filled(CaseOpened, athlete=KARI)], DOCTOR)
    store.keep([filled(kind, athlete=KARI) for kind in CLINICAL], DOCTOR)
    store.keep([filled(AlertSent, athlete=KARI)], PROGRAM)
    store.keep([filled(RemovalRequested, athlete=KARI)], LEAD)
    store.keep([decided(KARI, "out", MONDAY - 3 * DAY)], PHYSIO)
    store.keep([decided(KARI, "modified", restrictions=("contact", "rotation"), reason="injury")], DOCTOR)
    store.keep(mornings(KARI, MONDAY - DAY, low_back_now="2 ? . 4", flare="n y . ?"), oneself(KARI))


def _come_and_go(store: Store) -> None:
    went = [Left(day=MONDAY, athlete=OLA, squad="first", reason="moved up")]
    came = [Joined(day=MONDAY, athlete=OLA, squad="second", loan=True)]
    store.keep([*went, *came], LEAD)
    store.keep(sessions(OLA, minutes="90 . 60", rpe="5 . ?", start="10:00"), S_AND_C)
    store.keep(rest_days(OLA, MONDAY - 7 * DAY), S_AND_C)
    days = [
        CalendarEntry(day=MONDAY, squad="first", what="match", start="18:00", place="home"),
        CalendarEntry(day=MONDAY, squad="first", what="appointment", start="11:00", athlete=OLA),
        CalendarEntry(day=MONDAY + DAY, squad="first", what="day_off"),
        CalendarEntry(day=MONDAY, squad="second", what="training", planned_minutes=75, planned_load=300),
    ]
    store.keep(days, S_AND_C)
    store.keep(mornings(BOJE, low_back_now="0 0 1"), PHYSIO)


def _correct(store: Store) -> None:
    wrong = store.keep(mornings(LI, low_back_now="7 7 7 7"), PHYSIO)
    right = mornings(LI, low_back_now="1 . 2 3")
    (middle,) = store.keep([Entry(right[-1], wrong[-1])], PHYSIO)
    store.keep([Entry(right[-2], wrong[-2]), Entry(right[-1], middle)], DOCTOR)
    store.keep([Entry(SetAside(day=MONDAY, whom=str(LI), reason="somebody else's"), wrong[0])], PHYSIO)
    store.undo(middle, PHYSIO, "the wrong form")


def _undo_an_import(store: Store) -> None:
    file = Imported(day=MONDAY, squad="second", source="gps.csv", preset="teamback", row_count=2)
    batch = store.keep([file, *sessions(BOJE, minutes="60 70")], S_AND_C)
    store.undo(batch[0], S_AND_C, "wrong file")
    store.keep([file, *sessions(BOJE, minutes="61 71")], S_AND_C)


def _sign_in(store: Store) -> None:
    one = {"generation": "one", "made_at": store.now()}
    lead = accounts.add(store, Account("anna", "Anna Vik", "doctor", "lead", **one), "hash", None, first=True)
    coach = Account("carl", "Carl Moe", "coach", "coach", frozenset({"second"}), identity="at|7", **one)
    accounts.add(store, replace(coach, from_claims=True), None, LEAD)
    for athlete, name in ((GONE, "gone"), (KARI, "kari")):
        new = Account(name, name.capitalize(), "athlete", "athlete", athlete=athlete, **one)
        accounts.add(store, new, "hash", LEAD)
    accounts.change(store, 2, lambda was: replace(was, disabled=True), "disabled", LEAD)
    note(store, "failed", about="192.0.2.7")
    note(store, "signed_in", lead.number)
    link = Account("check-in", "check-in", "athlete", "phone", athlete=KARI, **one)
    number = accounts.add(store, link, "hash", LEAD).number
    accounts.change(store, number, lambda was: was, "link_made", LEAD, about="1800000000")
    note(store, "signed_out", lead.number, about="morning")


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every table of a store, row by row, without what is drawn by lot."""
    rows = {}
    for table, columns in tables().items():
        names = ", ".join(name for name in columns if name not in _RANDOM)
        found = store.engine.read(f"select {names} from {table} order by 1, 2")
        rows[table] = [tuple(_without_lot(value) for value in row) for row in found]
    return rows


def _without_lot(value: Any) -> Any:
    return "erased" if str(value).startswith("erased ") else value


def moments(store: Store) -> list[int]:
    """Nothing, everything, and some states in between."""
    head = store.head()
    return [0, head // 3, head // 2, head - 12, head]
