"""What one athlete is to do, and what of it was done."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from teamback.clinic.exercise.exercises import Library, library
from teamback.clinic.exercise.programmes import lines_of
from teamback.record.clinical_words import PURPOSES
from teamback.record.events import AtHand, CheckIn, Programme, SessionExercise
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.programme import ProgrammeLine
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.exercise.kept_up import KeptUp, due, in_force, kept_up
from teamback.rounds.exercise.last_response import LastResponse, last_response
from teamback.rounds.exercise.stage_now import StageNow, stage_now
from teamback.rounds.reports_of_day import reports
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.roster import roster

_FLARE_DAYS = dt.timedelta(days=7)


@dataclass(frozen=True)
class DueToday:
    """One line that stands on the day in view, of which programme, and what was entered for it."""

    purpose: str
    line: ProgrammeLine
    entry: Kept[SessionExercise] | None


@dataclass(frozen=True)
class AthletePlan:
    """The plan of one athlete on a day. `versions` are all programmes up to it, oldest first.

    `flare`: the newest answer about it, of the last seven days, is yes. `last` is empty for an athlete.
    """

    person: RosterAthlete
    day: dt.date
    versions: tuple[Kept[Programme], ...]
    entries: tuple[Kept[SessionExercise], ...]
    at_hand: Kept[AtHand] | None
    stage: StageNow
    last: LastResponse
    flare: bool
    kept_up: tuple[KeptUp, ...]

    @property
    def programmes(self) -> Mapping[str, Kept[Programme]]:
        """The newest programme of each purpose."""
        newest = {kept.event.purpose: kept for kept in self.versions}
        return {purpose: newest[purpose] for purpose in PURPOSES if purpose in newest}

    @property
    def equipment(self) -> tuple[str, ...]:
        """What is at hand; nothing said is bodyweight alone."""
        return self.at_hand.event.equipment if self.at_hand else ()

    @property
    def due(self) -> tuple[DueToday, ...]:
        """What stands on the day in view, the programmes in their order."""
        return tuple(
            DueToday(purpose, line, self._entry(purpose, line.exercise))
            for purpose, kept in self.programmes.items()
            for line in due(lines_of(kept.event), self.day)
        )

    def _entry(self, purpose: str, exercise: str) -> Kept[SessionExercise] | None:
        of_it = [
            kept
            for kept in self.entries
            if kept.event.day == self.day
            and kept.event.exercise == exercise
            and kept.event.programme in (None, purpose)
        ]
        return of_it[-1] if of_it else None


def athlete_plan(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, athlete: int
) -> AthletePlan:
    """The plan of an athlete of a squad; Refusal when they are not on its roster that day."""
    found = [person for person in roster(store, scope, squad, day, known_at) if person.athlete == athlete]
    if not found:
        raise Refusal("This athlete is not on this squad on that day. Choose another squad or day.")
    person = found[0]
    asked = (scope, [athlete], day, known_at)
    versions = clinical_entries(store, Programme, *asked)
    entries = clinical_entries(store, SessionExercise, *asked, homes=[person.home])
    at_hand = clinical_entries(store, AtHand, *asked)
    last = (
        last_response(store, scope, squad, person, day, known_at) if scope.athlete is None else LastResponse()
    )
    return AthletePlan(
        person=person,
        day=day,
        versions=tuple(versions),
        entries=tuple(entries),
        at_hand=at_hand[-1] if at_hand else None,
        stage=stage_now(store, athlete, day, known_at),
        last=last,
        flare=_flare(store, scope, person, day),
        kept_up=kept_up([kept.event for kept in versions], [kept.event for kept in entries], library(), day),
    )


def held_against(versions: Sequence[Kept[Programme]], purpose: str, last: LastResponse) -> Programme | None:
    """The programme under which the last session was done: what gets harder is held against it.

    Without a session, the first one of its purpose; None where there is none yet.
    """
    events = [kept.event for kept in versions if kept.event.purpose == purpose]
    if last.day is None:
        return events[0] if events else None
    return in_force(events, purpose, last.day)


def exercises() -> Library:
    """The exercise library."""
    return library()


def _flare(store: Store, scope: Scope, person: RosterAthlete, day: dt.date) -> bool:
    """The newest answer of the last seven days; a back without pain has no flare."""
    for kept in reversed(reports(store, CheckIn, scope, [person], day - _FLARE_DAYS, day)):
        if kept.event.flare is not None:
            return kept.event.flare
        if kept.event.low_back_now == 0:
            return False
    return False
