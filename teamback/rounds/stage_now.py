"""The stage that an athlete's open cases stand at, as far as it decides which exercises may be planned."""

import datetime as dt
from dataclasses import dataclass

from teamback.clinic.exercises import LAST_STAGE
from teamback.clinic.stage_allowed import SAME_STAGES, OpenCase, stage_allowed
from teamback.record.events import CaseClosed, CaseOpened, CaseUpdated, StageChange
from teamback.record.scope import PROGRAM
from teamback.record.words import TRAINING
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.status import availability_on


@dataclass(frozen=True)
class StageNow:
    """The last stage of the library that may be planned, and where that comes from, in words."""

    allowed: int
    says: str
    has_case: bool


def stage_now(store: Store, athlete: int, day: dt.date, known_at: int | None = None) -> StageNow:
    """Read in the program's name: who may see a plan may see its stage, though not the case behind it."""
    cases = open_cases(store, athlete, day, known_at)
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


def open_cases(store: Store, athlete: int, day: dt.date, known_at: int | None = None) -> list[OpenCase]:
    """The cases open on a day with their pathway and stage; one without a stage yet stands at the first."""
    asked = (PROGRAM, [athlete], day, known_at)
    closed = {item.event.case_id for item in clinical_entries(store, CaseClosed, *asked)}
    updated = clinical_entries(store, CaseUpdated, *asked)
    pathways = {item.event.case_id: item.event.pathway for item in updated if item.event.pathway}
    stages = {item.event.case_id: item.event for item in clinical_entries(store, StageChange, *asked)}
    found = []
    for item in clinical_entries(store, CaseOpened, *asked):
        case, change = item.event, stages.get(item.event.case_id)
        if case.case_id not in closed:
            pathway = pathways.get(case.case_id, case.pathway)
            found.append(
                OpenCase(pathway, change.to_stage if change else 0, change.stage_name if change else "")
            )
    return found
