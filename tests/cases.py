"""Cases for tests, as short as one tells them on the ward.

number = a_case(store, kari, "low_back", 2, day=MONDAY - 10 * DAY, side="right")
screened(store, kari)                      # a red-flag screen, every item answered no
measured(store, kari, "side_bridge", right=52, left=60)
review = reviewed(store, number, kari)     # what stands between her and the next stage
"""

import datetime as dt
from itertools import count
from typing import Any

from teamback.clinic.assessment.battery import battery
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.clinic.urgent.red_flags_file import in_force
from teamback.record.events import CaseOpened, RedFlagScreen, StageChange, TestResult
from teamback.record.scope import Scope
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.rounds.return_to_sport.stage_moves import first_stage, review_now
from teamback.store import Store
from tests.squads import DOCTOR, MONDAY

_numbers = count(7001)


def opening(
    athlete: int, pathway: str = "low_back", stage: int = 0, day: dt.date = MONDAY, **known: Any
) -> list[CaseOpened | StageChange]:
    """The events that open a case and enter its first stage."""
    lines = all_pathways()[pathway]
    said = {"nature": "injury", "region": lines.regions[0], "onset": day} | known
    case = CaseOpened(day=day, case_id=next(_numbers), athlete=athlete, pathway=pathway, **said)
    return [case, first_stage(case, lines, stage, "as found")]


def a_case(
    store: Store, athlete: int, pathway: str = "low_back", stage: int = 0, day: dt.date = MONDAY, **known: Any
) -> int:
    """Opens a case at a stage on a day; returns its number."""
    events = opening(athlete, pathway, stage, day, **known)
    store.keep(events, DOCTOR)
    return events[0].case_id


def screened(store: Store, athlete: int, day: dt.date = MONDAY) -> None:
    """A red-flag screen in which every item was answered no."""
    items = tuple(item.key for item in in_force().items)
    store.keep([RedFlagScreen(day=day, athlete=athlete, no=items)], DOCTOR)


def measured(store: Store, athlete: int, test: str, day: dt.date = MONDAY, **values: Any) -> list[int]:
    """Results of a test: `value=`, or `left=` and `right=`; `pain=` during it. Returns their numbers."""
    pain = values.pop("pain", None)
    unit = battery()[test].unit
    results = [
        TestResult(
            day=day,
            athlete=athlete,
            test=test,
            value=float(value),
            unit=unit,
            side=None if side == "value" else side,
            pain_during=pain,
        )
        for side, value in values.items()
    ]
    return list(store.keep(results, DOCTOR))


def reviewed(store: Store, number: int, athlete: int, by: Scope = DOCTOR) -> CaseReview:
    """The review of a case at this moment."""
    return review_now(store, by, athlete, number)[0]


def said(review: CaseReview) -> dict[str, str]:
    """What became of each criterion: its id and its verdict."""
    return {verdict.criterion: verdict.verdict for verdict in review.verdicts}
