"""Up to which stage of the library an athlete may be given exercises: the most limiting open case decides."""

from collections.abc import Iterable
from dataclasses import dataclass

from teamback.clinic.exercise.exercises import LAST_STAGE

SAME_STAGES = ("low_back", "low_back_bone_stress")
"""Pathways whose stages are those of the library."""

_BY_TRAINING = {"full": 7, "modified": 5, "rehab": 3, "out": 0}


@dataclass(frozen=True)
class OpenCase:
    """An open case as far as exercises go: its pathway, its present stage and what that is called."""

    pathway: str
    stage: int
    stage_name: str


def stage_allowed(cases: Iterable[OpenCase], training: str) -> int:
    """The last stage without a case; with cases the lowest.

    Where a pathway has other stages than the library, the availability for training (`training`) stands in
    for them (house rule): Full 7, Modified 5, Rehab 3, Out 0, and 0 where nothing is decided.
    """
    return min((_of(case, training) for case in cases), default=LAST_STAGE)


def _of(case: OpenCase, training: str) -> int:
    return case.stage if case.pathway in SAME_STAGES else _BY_TRAINING.get(training, 0)
