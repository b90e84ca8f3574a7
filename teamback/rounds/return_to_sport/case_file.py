"""What the medical staff keeps about an athlete's cases: each case, its review, what was written."""

import datetime as dt
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from teamback.clinic.return_to_sport.pathway import Pathway
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.measures.window import WEEK
from teamback.record.event import Event
from teamback.record.events import (
    Assessment,
    Availability,
    CaseOpened,
    CriterionWaived,
    InflammatoryScreen,
    Medication,
    Note,
    RedFlagScreen,
    Referral,
    RiskAssessed,
    SignedOff,
    SquadNamed,
    StageChange,
    StageReview,
    Treatment,
)
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN, Scope
from teamback.rounds.cases import CaseNow, cases_of
from teamback.rounds.facts import read_facts
from teamback.rounds.limits_now import limits_at
from teamback.rounds.people import age_on
from teamback.rounds.return_to_sport.case_course import week_before
from teamback.rounds.return_to_sport.case_reading import looking_at
from teamback.rounds.return_to_sport.case_review import CaseReview, review_cases
from teamback.rounds.return_to_sport.stage_moves import first_stage
from teamback.rounds.squads import squad_named
from teamback.rounds.urgent.red_flags import Standing, open_red_flags
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.roster import athlete_named, roster
from teamback.store.queries.status import availability_on

E = TypeVar("E", bound=Event)
WRITTEN = (
    *(Assessment, StageReview, RiskAssessed, SignedOff, CriterionWaived),
    *(Note, Treatment, Medication, Referral, RedFlagScreen, InflammatoryScreen),
)
"""The kinds of entries that a case page lists."""


@dataclass(frozen=True)
class CaseFile:
    """One athlete's cases, open ones first, each group newest first; `reviews` are those of the open ones.

    `written` holds the entries of WRITTEN, newest first.
    """

    squad: SquadNamed
    person: RosterAthlete
    day: dt.date
    cases: tuple[CaseNow, ...]
    reviews: Mapping[int, CaseReview]
    decision: Kept[Availability] | None
    red_flags: Standing
    written: Mapping[type[Event], tuple[Kept[Event], ...]]
    age: int | None = None

    def of(self, kind: type[E], case: int) -> list[Kept[E]]:
        """The entries of a kind about a case, newest first."""
        found = self.written.get(kind, ())
        return [kept for kept in found if getattr(kept.event, "case_id", None) == case]  # type: ignore[misc]

    @property
    def open_reviews(self) -> list[CaseReview]:
        """The reviews of the open cases."""
        return list(self.reviews.values())


def case_file(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, athlete: int
) -> CaseFile:
    """The case file of an athlete of a squad; Refusal for whoever is not of the medical staff."""
    if scope.audience != CLINICIAN:
        raise Refusal("Cases are read by the medical staff only.")
    named = squad_named(store, scope, squad)
    person = _on_the_roster(store, scope, named, day, known_at, athlete)
    cases = cases_of(store, scope, [athlete], day, known_at)
    pathways = all_pathways()
    known = [case for case in cases if case.open and case.case.pathway in pathways]
    looked = looking_at(store, named, day, known_at)
    reviews = review_cases(store, scope, [person], known, pathways, limits_at(store, known_at), looked)
    asked = (scope, [athlete], day, known_at, [person.home])
    return CaseFile(
        squad=named,
        person=person,
        day=day,
        cases=tuple(sorted(cases, key=lambda case: (not case.open, -case.opened.seq))),
        reviews={review.case.number: review for review in reviews},
        decision=availability_on(store, scope, [athlete], day, known_at).get(athlete),
        red_flags=open_red_flags(store, scope, [athlete], [person.home], day, known_at)[athlete],
        written={kind: tuple(reversed(clinical_entries(store, kind, *asked))) for kind in WRITTEN},
        age=_age(store, scope, athlete, day, known_at),
    )


def _age(store: Store, scope: Scope, athlete: int, day: dt.date, known_at: int | None) -> int | None:
    named = athlete_named(store, scope, athlete, known_at)
    return age_on(named.event, day) if named else None


def _on_the_roster(
    store: Store, scope: Scope, squad: SquadNamed, day: dt.date, known_at: int | None, athlete: int
) -> RosterAthlete:
    people = roster(store, scope, squad.squad, day, known_at)
    person = next((one for one in people if one.athlete == athlete), None)
    if person is None:
        raise Refusal("This athlete is not on the squad's roster on this day.")
    return person


def week_before_onset(store: Store, scope: Scope, file: CaseFile, onset: dt.date) -> float | None:
    """The load of an ordinary week before a case began, AU; None where fewer than 21 days are known."""
    first, last = onset - dt.timedelta(days=4 * WEEK), onset - dt.timedelta(days=1)
    facts = read_facts(store, scope, file.squad.squad, [file.person], first, last)
    return week_before(facts.load[0], limits_at(store, None))


def new_case(typed: CaseOpened, pathway: Pathway | None, stage: int, reason: str) -> list[Event]:
    """What opens a case under a number of its own: the case, and the stage it enters."""
    case = replace(typed, case_id=secrets.randbits(52))
    entered: Sequence[StageChange] = [first_stage(case, pathway, stage, reason)] if pathway else []
    return [case, *entered]
