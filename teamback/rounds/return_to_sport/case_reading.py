"""Reads what the criteria of several cases need, in one go for all their athletes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from teamback.clinic.assessment import results
from teamback.clinic.assessment.battery import battery
from teamback.clinic.limits import Limits
from teamback.clinic.return_to_sport.pathway import Pathway
from teamback.measures.wellness import usual_before, z_score
from teamback.record.event import Event
from teamback.record.events import (
    Assessment,
    CriterionWaived,
    InstrumentTotal,
    Programme,
    RiskAssessed,
    SignedOff,
    SquadNamed,
    TestResult,
)
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.cases import CaseNow
from teamback.rounds.facts import Facts, read_facts
from teamback.rounds.last_sessions import LastSessions
from teamback.rounds.return_to_sport.case_record import (
    CaseRecord,
    at_site,
    mornings_seen,
    sessions_seen,
    worst_of_days,
)
from teamback.rounds.squads import looked_at
from teamback.rounds.urgent.red_flags import Standing, open_red_flags
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.status import availability_history

_BEFORE = dt.timedelta(days=43)
"""Four reference weeks before onset, and a flare's window before the case began."""


@dataclass(frozen=True)
class Looked:
    """Which squad is looked at, when: the day, the moment in its own time, whether it is the present."""

    squad: SquadNamed
    day: dt.date
    moment: dt.datetime
    present: bool
    known_at: int | None = None

    def local(self, at: dt.datetime | None) -> dt.datetime | None:
        """A moment of the journal in the squad's own time."""
        return at and at.astimezone(ZoneInfo(self.squad.time_zone)).replace(tzinfo=None)


def looking_at(store: Store, squad: SquadNamed, day: dt.date, known_at: int | None = None) -> Looked:
    """A squad on a day: a past one is looked at as at ten in the morning."""
    return Looked(squad, day, *looked_at(store, squad, day), known_at)


@dataclass(frozen=True)
class _Athlete:
    """What is read about an athlete besides the daily facts."""

    kept: Mapping[type[Event], Sequence[Kept[Any]]]
    decisions: Sequence[Kept[Any]]
    flags: Standing


def case_records(
    store: Store,
    scope: Scope,
    people: Sequence[RosterAthlete],
    cases: Sequence[CaseNow],
    pathways: Mapping[str, Pathway],
    limits: Limits,
    looked: Looked,
) -> dict[int, CaseRecord]:
    """The record of each case, by the case's number; `people` are the athletes of these cases."""
    if not cases:
        return {}
    began = min(min(case.began, case.case.onset) for case in cases)
    first = min(began, looked.day - dt.timedelta(days=28)) - _BEFORE
    facts = read_facts(store, scope, looked.squad.squad, people, first, looked.day, looked.known_at)
    asked = (scope, sorted({p.home for p in people}), first, looked.day, looked.known_at)
    about = _about(store, scope, people, looked)
    z = _wellness(facts, limits)
    place = {person.athlete: row for row, person in enumerate(people)}
    sites: dict[str, tuple[Facts, LastSessions]] = {}
    found = {}
    for case in cases:
        if case.case.region not in sites:
            there = at_site(store, facts, case.case.region, asked)
            sites[case.case.region] = (there, LastSessions(there, limits, looked.moment, looked.present))
        there, past = sites[case.case.region]
        row, own = place[case.athlete], about[case.athlete]
        found[case.number] = CaseRecord(
            case=case,
            pathway=pathways[case.case.pathway],
            day=looked.day,
            moment=looked.moment,
            limits=limits,
            first=first,
            pain=there.pain[row],
            worst=worst_of_days(there, past)[row],
            load=facts.load[row],
            mornings=mornings_seen(there, facts, row, case.began),
            sessions=sessions_seen(there, past, row, case.began),
            wellness_z=z[row],
            readings=results.readings(own.kept[TestResult], battery()),
            totals=tuple(own.kept[InstrumentTotal]),
            assessments=tuple(own.kept[Assessment]),
            programmes=tuple(own.kept[Programme]),
            risks=_of_case(own.kept[RiskAssessed], case),
            sign_offs=_of_case(own.kept[SignedOff], case),
            decisions=tuple(own.decisions),
            waived=_of_case(own.kept[CriterionWaived], case),
            red_flags=own.flags,
            screened_at=_screened(own.flags, looked),
        )
    return found


_KINDS = (TestResult, InstrumentTotal, Assessment, Programme, RiskAssessed, SignedOff, CriterionWaived)


def _about(
    store: Store, scope: Scope, people: Sequence[RosterAthlete], looked: Looked
) -> dict[int, _Athlete]:
    athletes, homes = [p.athlete for p in people], [p.home for p in people]
    by_kind: dict[type[Event], dict[int, list[Kept[Any]]]] = {}
    for kind in _KINDS:
        entries = clinical_entries(store, kind, scope, athletes, looked.day, looked.known_at, homes)
        by_kind[kind] = _by_athlete(entries)
    decided = availability_history(store, scope, athletes, looked.day, looked.known_at)
    decisions = _by_athlete(decided)
    flags = open_red_flags(store, scope, athletes, homes, looked.day, looked.known_at)
    return {
        athlete: _Athlete(
            {kind: by_kind[kind].get(athlete, []) for kind in _KINDS},
            decisions.get(athlete, []),
            flags[athlete],
        )
        for athlete in athletes
    }


def _by_athlete(entries: Sequence[Kept[Any]]) -> dict[int, list[Kept[Any]]]:
    found: dict[int, list[Kept[Any]]] = defaultdict(list)
    for entry in entries:
        found[entry.event.athlete].append(entry)
    return found


def _of_case(entries: Sequence[Kept[Any]], case: CaseNow) -> tuple[Kept[Any], ...]:
    return tuple(entry for entry in entries if entry.event.case_id == case.number)


def _screened(flags: Standing, looked: Looked) -> dt.datetime | None:
    """When the last complete screen was answered; one entered on a later day counts from its day's start."""
    at, on = looked.local(flags.screened_at), flags.screened_on
    return dt.datetime.combine(on, dt.time()) if at and on and at.date() > on else at


def _wellness(facts: Facts, limits: Limits) -> np.ndarray:
    usual = usual_before(
        facts.wellness,
        days=int(limits["wellness_window_days"].value),
        at_least=int(limits["wellness_scores_needed"].value),
    )
    floor = limits["wellness_sd_floor"].value
    return z_score(facts.wellness, usual.mean, usual.sd, sd_floor=floor)
