"""Everything that the rules of escalation read about some athletes: one select a kind, for all of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from teamback.clinic.urgent.red_flags_file import in_force
from teamback.clinic.urgent.signs import Basis, Signs
from teamback.record.events import (
    AthleteNamed,
    CaseClosed,
    CaseOpened,
    InflammatoryScreen,
    InstrumentTotal,
    Referral,
    SquadNamed,
)
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM
from teamback.rounds.limits_now import limits_at
from teamback.rounds.squads import looked_at
from teamback.rounds.urgent.pain_evidence import Evidence, Read, evidence
from teamback.rounds.urgent.red_flags import read_signs
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.history import entered_late
from teamback.store.queries.roster import athletes_named

K = TypeVar("K", bound=Kept[Any])
EXTENSION_SPORTS = ("cricket", "gymnastics")
"""Sports that load the back in extension, whatever the position: bowling and gymnastics."""


def basis(store: Store, squad: SquadNamed, day: dt.date, known_at: int | None) -> Basis:
    """What the rules judge by on a day of a squad."""
    moment, _ = looked_at(store, squad, day)
    return Basis(in_force(), limits_at(store, known_at), moment.replace(tzinfo=ZoneInfo(squad.time_zone)))


def signs_of(
    store: Store, squad: SquadNamed, athletes: Sequence[int], by: Basis, known_at: int | None
) -> dict[int, Signs]:
    """What was written down about these athletes up to the day of `by`; the role was asked before."""
    named = {n: kept.event for n, kept in athletes_named(store, PROGRAM, list(athletes), known_at).items()}
    homes = [who.home for who in named.values()]
    asked = (PROGRAM, athletes, by.day, known_at)
    totals = clinical_entries(store, InstrumentTotal, *asked, homes)
    told = evidence(Read(store, athletes, homes, by.day, known_at), by.limits, squad.time_zone)
    late = entered_late(store, [*(n for one in told.values() for n in one.entries), *(t.seq for t in totals)])
    referrals = _by_athlete(clinical_entries(store, Referral, *asked))
    opened = _by_athlete(clinical_entries(store, CaseOpened, *asked))
    closed = _by_athlete(clinical_entries(store, CaseClosed, *asked))
    screens = _by_athlete(clinical_entries(store, InflammatoryScreen, *asked))
    answered = _by_athlete(totals)
    return {
        athlete: replace(
            _with(signs, told.get(athlete, Evidence())),
            referrals=referrals[athlete],
            opened=opened[athlete],
            closed=closed[athlete],
            inflammatory=screens[athlete],
            totals=answered[athlete],
            born=named[athlete].date_of_birth if athlete in named else None,
            overhead=_sport(named.get(athlete), squad) in EXTENSION_SPORTS,
            late=late,
        )
        for athlete, signs in read_signs(store, athletes, homes, by.day, known_at).items()
    }


def _with(signs: Signs, told: Evidence) -> Signs:
    return replace(
        signs,
        pains=told.pains,
        severe=told.severe,
        sessions=told.sessions,
        triggers=told.triggers,
        flares=told.flares,
        heard=told.heard,
    )


def _by_athlete(found: Iterable[K]) -> Mapping[int, list[K]]:
    sorted_out: dict[int, list[K]] = defaultdict(list)
    for kept in found:
        sorted_out[kept.event.athlete].append(kept)
    return sorted_out


def _sport(who: AthleteNamed | None, squad: SquadNamed) -> str:
    return (who and who.sport) or squad.sport
