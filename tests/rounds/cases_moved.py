"""A case in which everything but what is left out stands ready for a move, in a store that many may share."""

from dataclasses import replace
from itertools import count

from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.event import Event
from teamback.record.events import StageChange
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.rounds.return_to_sport.stage_moves import first_stage
from teamback.store import Store
from tests.cases import opening, reviewed
from tests.rounds.gate_scenes import Her
from tests.rounds.good_record import DAYS, REFERENCE, everything
from tests.squads import DAY, DOCTOR, MONDAY, PHYSIO, a_squad

_names = count(1)
Left = tuple[type[Event], ...]


def ready(
    store: Store, stage: int = 2, pathway: str = "low_back", left_out: Left = (), test: str = ""
) -> Her:
    """An athlete whose case may move on but for the kinds of entries, or the one test, that are left out."""
    (athlete,) = a_squad(store, f"a{next(_names)}")
    lines = all_pathways()[pathway]
    opened = opening(
        athlete,
        pathway,
        stage,
        MONDAY - DAYS * DAY,
        onset=MONDAY - DAYS * DAY,
        side="right",
        reference_load=REFERENCE,
        diagnosed_on=MONDAY - 90 * DAY,
    )
    her = Her(athlete, opened[0].case_id)
    found = [event for event in everything(her, lines, lines[stage]) if not isinstance(event, left_out)]
    store.keep(opened, DOCTOR)
    store.keep([event for event in found if not test or getattr(event, "test", "") != test], PHYSIO)
    return her


def now(store: Store, her: Her) -> CaseReview:
    """The review of her case at this moment."""
    return reviewed(store, her.case, her.athlete)


def began(store: Store, her: Her, stage: int, ago: int, what: str = "hold") -> None:
    """The stage is counted from a day on: written straight into the record."""
    case = now(store, her).case.case
    lines = all_pathways()[case.pathway]
    change: StageChange = first_stage(case, lines, stage, "counted from here")
    counted = replace(
        change, day=MONDAY - ago * DAY, decision=what, from_stage=stage, counted_anew=what == "hold"
    )
    store.keep([counted], DOCTOR)
