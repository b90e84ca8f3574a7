"""What a season came to for an athlete and for a squad: back, time lost, availability, injuries, work."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from teamback.clinic.exercise.exercises import library
from teamback.clinic.surveillance.rates import Rates, rates
from teamback.clinic.surveillance.time_loss import (
    AWAY_ELSEWHERE,
    FULL,
    UNDECIDED,
    CaseSpan,
    by_day,
    counted_days,
    lost_by_case,
    standing,
    stretches,
)
from teamback.measures.grid import Bools
from teamback.record.events import SquadNamed
from teamback.record.kept import RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.cases import CaseNow
from teamback.rounds.exercise.kept_up import kept_up
from teamback.rounds.limits_now import limits_at
from teamback.rounds.season.season_rows import SeasonRows, of_athlete, people_between, read_season
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.queries.roster import roster

LOW_BACK = "L"
GROUPS: dict[str, tuple[str, str | None, bool]] = {
    "injuries": ("injury", None, False),
    "time_loss": ("injury", None, True),
    "back_injuries": ("injury", LOW_BACK, False),
    "back_complaints": ("complaint", LOW_BACK, False),
}
"""The groups of cases that are counted: their kind, the region, and whether only those with time loss."""
_NO_EXPOSURE = "rehab"


@dataclass(frozen=True)
class CaseLoss:
    """One case and the days lost by it up to the last day; `going_on`: they are not over yet."""

    athlete: RosterAthlete
    number: int
    nature: str
    region: str
    relation: str | None
    onset: dt.date
    days_lost: int
    going_on: bool


@dataclass(frozen=True)
class Season:
    """What was counted from a first day to a last, of one athlete or of several together.

    `mornings` are those on which back pain was answered. `hours_*` leave out rehab; sessions without minutes
    are counted apart. `full_days` of `decided_days`: days away for personal reasons or other duty, and days
    without a decision, are in neither. `cases` are those that began in the period.
    """

    days: int
    mornings: int
    low_back_days: int
    time_loss_days: int
    low_back_loss_days: int
    no_case_days: int
    full_days: int
    decided_days: int
    away_days: int
    undecided_days: int
    sessions: int
    without_minutes: int
    hours_training: float
    hours_match: float
    planned: int
    done: int
    cases: tuple[CaseLoss, ...]

    @property
    def hours(self) -> float:
        """Exposure: training and match."""
        return self.hours_training + self.hours_match

    @property
    def availability(self) -> float | None:
        """The share of days fully available, in percent of those decided."""
        return 100 * self.full_days / self.decided_days if self.decided_days else None

    @property
    def adherence(self) -> float | None:
        """Exercises done of those planned, in percent."""
        return 100 * self.done / self.planned if self.planned else None

    def group(self, name: str) -> tuple[CaseLoss, ...]:
        """The cases of one of GROUPS."""
        nature, region, time_loss = GROUPS[name]
        return tuple(
            case
            for case in self.cases
            if case.nature == nature
            and region in (None, case.region)
            and (case.days_lost > 0 or not time_loss)
        )

    def rates(self, cases: Sequence[CaseLoss]) -> Rates:
        """Incidence and burden of some of the cases for every 1000 hours."""
        return rates([case.days_lost for case in cases], self.hours)


@dataclass(frozen=True)
class AthleteSeason:
    """One athlete's season."""

    athlete: RosterAthlete
    season: Season


@dataclass(frozen=True)
class SquadSeason:
    """A squad's season: each athlete who was on it for a day or more, by name, and all together."""

    squad: SquadNamed
    first: dt.date
    last: dt.date
    rows: tuple[AthleteSeason, ...]
    whole: Season


def squad_season(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, first: dt.date
) -> SquadSeason:
    """The season of a squad from a first day to the day in view."""
    named = squad_named(store, scope, squad)
    people = people_between(store, scope, named.squad, first, day, known_at)
    read, pain = read_season(store, people, first, day, known_at), _pain_day(store, known_at)
    rows = tuple(AthleteSeason(person, _season(read, person, named.squad, pain)) for person in people)
    return SquadSeason(named, first, day, rows, together([row.season for row in rows]))


def athlete_season(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, athlete: int, first: dt.date
) -> Season:
    """The season of one athlete; Refusal when they are not on the squad's roster that day."""
    named = squad_named(store, scope, squad)
    found = [p for p in roster(store, scope, named.squad, day, known_at) if p.athlete == athlete]
    if not found:
        raise Refusal("This athlete is not on this squad on that day. Choose another squad or day.")
    read = read_season(store, found, first, day, known_at)
    return _season(read, found[0], named.squad, _pain_day(store, known_at))


def together(seasons: Sequence[Season]) -> Season:
    """Several seasons as one: every count is a sum."""
    counted = [name for name in Season.__annotations__ if name != "cases"]
    sums = {name: sum(getattr(season, name) for season in seasons) for name in counted}
    return Season(**sums, cases=tuple(case for season in seasons for case in season.cases))


def _pain_day(store: Store, known_at: int | None) -> float:
    return limits_at(store, known_at)["referral_pain"].value


def _season(read: SeasonRows, person: RosterAthlete, squad: str, pain_from: float) -> Season:
    on = read.on_squad(person, squad)
    mornings, _ = of_athlete(read.check_ins, person.athlete, read.first, on)
    pain = read.check_ins["low_back_now"][mornings]
    return Season(
        days=int(on.sum()),
        mornings=int((~np.isnan(pain)).sum()),
        low_back_days=int((pain >= pain_from).sum()),
        **_availability(read, person.athlete, on),
        **_exposure(read, person.athlete, on),
        **_adherence(read, person.athlete),
        **_time_loss(read, person, on),
    )


def _availability(read: SeasonRows, athlete: int, on: Bools) -> dict[str, Any]:
    there = by_day(read.decisions[athlete], read.first, read.last)
    found = [standing(decision) for (_, decision), here in zip(there, on, strict=True) if here]
    away, undecided = found.count(AWAY_ELSEWHERE), found.count(UNDECIDED)
    return {
        "full_days": found.count(FULL),
        "decided_days": len(found) - away - undecided,
        "away_days": away,
        "undecided_days": undecided,
    }


def _exposure(read: SeasonRows, athlete: int, on: Bools) -> dict[str, Any]:
    """Hours of training and match apart; rehab is no exposure, and without minutes nothing is known."""
    rows, _ = of_athlete(read.sessions, athlete, read.first, on)
    kind, part = read.sessions["type"][rows], read.sessions["participation"][rows]
    minutes = read.sessions["minutes"][rows]
    took_part = (minutes != 0) & (part != "none")
    counts = took_part & (kind != _NO_EXPOSURE) & (part != _NO_EXPOSURE)
    match = kind == "match"
    return {
        "sessions": int(took_part.sum()),
        "without_minutes": int((counts & np.isnan(minutes)).sum()),
        "hours_training": float(np.nansum(minutes[counts & ~match])) / 60,
        "hours_match": float(np.nansum(minutes[counts & match])) / 60,
    }


def _adherence(read: SeasonRows, athlete: int) -> dict[str, Any]:
    days = (read.last - read.first).days + 1
    found = kept_up(read.programmes[athlete], read.exercises[athlete], library(), read.last, window=days)
    plans = [one for one in found if one.of_a_programme]
    return {"planned": sum(one.planned for one in plans), "done": sum(one.done for one in plans)}


def _time_loss(read: SeasonRows, person: RosterAthlete, on: Bools) -> dict[str, Any]:
    """Days lost by case; those of the period are counted on days on the squad alone."""
    cases = [case for case in read.cases[person.athlete] if not _mistaken(case)]
    spans = [
        CaseSpan(
            case.number, case.case.nature, case.case.onset, case.closed.event.day if case.closed else None
        )
        for case in cases
    ]
    earliest = min([read.first, *(span.onset for span in spans)])
    lost = lost_by_case(read.decisions[person.athlete], spans, earliest, read.last)
    counted = {number: counted_days(days) for number, days in lost.items() if number is not None}
    loose = [day for stretch in stretches(lost.get(None, ())) for day in counted_days(stretch)]
    backs = {case.number for case in cases if case.case.region == LOW_BACK}

    def inside(days: Sequence[dt.date]) -> int:
        return sum(day >= read.first and bool(on[(day - read.first).days]) for day in days)

    return {
        "time_loss_days": sum(inside(days) for days in counted.values()) + inside(loose),
        "low_back_loss_days": sum(inside(days) for number, days in counted.items() if number in backs),
        "no_case_days": inside(loose),
        "cases": tuple(
            CaseLoss(
                athlete=person,
                number=case.number,
                nature=case.case.nature,
                region=case.case.region,
                relation=case.case.relation,
                onset=case.case.onset,
                days_lost=len(counted.get(case.number, ())),
                going_on=lost.get(case.number, ())[-1:] == (read.last,),
            )
            for case in cases
            if case.case.onset >= read.first and on[(case.case.onset - read.first).days]
        ),
    }


def _mistaken(case: CaseNow) -> bool:
    return case.closed is not None and case.closed.event.outcome == "mistaken"
