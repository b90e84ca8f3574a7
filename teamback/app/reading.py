"""What pages read, once for a version of the record."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import streamlit as st

from teamback.app.here import Here
from teamback.record.kept import RosterAthlete
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.board import SquadDay
from teamback.rounds.coach_sheet import CoachSheet
from teamback.rounds.coach_sheet import coach_sheet as read_coach_sheet
from teamback.rounds.squad_day import squad_day
from teamback.rounds.urgent.red_flags import Alarm
from teamback.rounds.urgent.red_flags import alarms as read_alarms
from teamback.rounds.urgent.to_oneself import ToOneself
from teamback.rounds.urgent.to_oneself import to_oneself as read_to_oneself
from teamback.store import Store
from teamback.store.queries.roster import roster
from teamback.store.queries.roster import squads as squads_of

T = TypeVar("T")


def once(here: Here, read: Callable[..., T], *about: object) -> T:
    """What a page shows of the squad in view, read once for a version of the record and a quarter of an hour.

    `read` is a round: it takes store, squad, day, known_at and scope, then what else it is about.
    """
    now = here.store.clock()
    quarter = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    asked = (here.squad.squad, here.day, here.known_at, here.scope, *about)
    version = (read.__module__, read.__name__, here.store.place, here.seen, quarter)
    found: T = _once(here.store, read, version, asked)
    return found


@st.cache_resource(max_entries=128, show_spinner=False)
def _once(
    _store: Store, _read: Callable[..., Any], version: tuple[object, ...], asked: tuple[Any, ...]
) -> Any:
    return _read(_store, *asked)


def alarms(store: Store, scope: Scope) -> tuple[Alarm, ...]:
    """The red flags that nobody has acknowledged, of all squads of a clinician; read once for a version."""
    version = (read_alarms.__module__, read_alarms.__name__, store.place, store.head())
    found: tuple[Alarm, ...] = _once(store, read_alarms, version, (scope,))
    return found


def to_oneself(store: Store, scope: Scope) -> ToOneself:
    """What the athlete who is here has to be told on every page; read once for a version and a day."""
    version = (read_to_oneself.__module__, "oneself", store.place, store.head(), store.clock().date())
    found: ToOneself = _once(store, read_to_oneself, version, (scope,))
    return found


def board(here: Here) -> SquadDay:
    """The morning board in view."""
    return once(here, squad_day)


def coach_sheet(here: Here) -> CoachSheet:
    """The training sheet of the squad in view."""
    return once(here, read_coach_sheet)


def people_to_view_as(store: Store) -> list[RosterAthlete]:
    """Every athlete on a roster today, by name: whom an account, or the demo's chooser, can be for."""
    return _people(store, store.place, store.head(), store.clock().date())


@st.cache_resource(max_entries=4, show_spinner=False)
def _people(_store: Store, place: str, seen: int, day: dt.date) -> list[RosterAthlete]:
    squads = squads_of(_store, PROGRAM)
    found = {person.athlete: person for s in squads for person in roster(_store, PROGRAM, s.squad, day)}
    return sorted(found.values(), key=lambda person: person.known_as)


def squads_by_name(store: Store) -> dict[str, str]:
    """The squads there are: key and name, for whoever says which of them an account serves."""
    return {squad.squad: squad.name for squad in squads_of(store, PROGRAM)}


def time_zone(store: Store) -> dt.tzinfo:
    """The time in which a page that is of no squad tells when something happened: the first squad's."""
    return next((ZoneInfo(squad.time_zone) for squad in squads_of(store, PROGRAM)), dt.UTC)
