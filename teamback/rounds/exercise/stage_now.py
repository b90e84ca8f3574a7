"""The stage that an athlete's open cases stand at, as far as it decides which exercises may be planned."""

import datetime as dt
from dataclasses import dataclass

from teamback.clinic.exercise.exercises import LAST_STAGE
from teamback.clinic.exercise.stage_allowed import SAME_STAGES, OpenCase, stage_allowed
from teamback.record.scope import PROGRAM
from teamback.record.words import TRAINING
from teamback.rounds.cases import open_cases
from teamback.store import Store
from teamback.store.queries.status import availability_on


@dataclass(frozen=True)
class StageNow:
    """The last stage of the library that may be planned, and where that comes from, in words."""

    allowed: int
    says: str
    has_case: bool


def stage_now(store: Store, athlete: int, day: dt.date, known_at: int | None = None) -> StageNow:
    """Read in the program's name: who may see a plan may see its stage, though not the case behind it."""
    there = open_cases(store, PROGRAM, [athlete], day, known_at)
    cases = [OpenCase(case.case.pathway, case.stage, case.stage_name) for case in there]
    if not cases:
        return StageNow(LAST_STAGE, "No open case: exercises of every stage may be planned.", False)
    decided = availability_on(store, PROGRAM, [athlete], day, known_at).get(athlete)
    training = decided.event.training if decided else "not_decided"
    allowed = stage_allowed(cases, training)
    leading = min(cases, key=lambda case: stage_allowed([case], training))
    said = f"Stage {leading.stage}, {leading.stage_name}" if leading.stage_name else "A case without a stage"
    if leading.pathway not in SAME_STAGES:
        said += f"; {TRAINING[training]} for training"
    return StageNow(allowed, f"{said}: exercises up to stage {allowed} of the library.", True)
