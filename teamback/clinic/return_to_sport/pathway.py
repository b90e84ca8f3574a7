"""A pathway: the stages of a way back to sport, and what has to hold before the next one."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

NOW, SESSIONS, CHECK_INS, DAYS = "now", "sessions", "check-ins", "days"
SIGN_OFF = "consultant_sign_off"
OF_STAGE = {"min_days": "days", "load_ceiling": "%", "sessions": "sessions"}
"""Figures of a stage that a criterion may be held against, by name."""


@dataclass(frozen=True)
class Window:
    """Which entries count: the last so many sessions, check-ins or days, or what stands now.

    Whatever the window, nothing before the case began counts; `in_stage`: nothing before the stage began.
    """

    of: str = NOW
    last: int = 0
    in_stage: bool = False


@dataclass(frozen=True)
class Comparison:
    """How a value is held against a threshold: at_least, at_most, below, equals, between, of_own_best.

    `high` is the upper end of between; `value` may name a figure of the stage (OF_STAGE). of_own_best: the
    value as a percentage of the athlete's own best, at least.
    """

    how: str
    value: float | str
    high: float | None = None


@dataclass(frozen=True)
class Criterion:
    """One thing that has to hold: a named measure, a comparison, a window; or any one of several.

    `kind` is objective, clinician (judged by one) or advisory (shown, never in the way).
    """

    id: str
    says: str
    source: str
    status: str
    kind: str = "objective"
    measure: str = ""
    compare: Comparison | None = None
    window: Window = Window()
    any_of: tuple["Criterion", ...] = ()
    from_stage: int | None = None
    to_stage: int | None = None
    from_case_day: int | None = None

    def asked_at(self, stage: int, case_day: int) -> bool:
        """Whether it is among the criteria at a stage, on a day of the case (the day it began is day 1)."""
        early = self.from_stage is not None and stage < self.from_stage
        late = self.to_stage is not None and stage > self.to_stage
        return not (early or late or (self.from_case_day is not None and case_day < self.from_case_day))

    def parts(self) -> Iterator["Criterion"]:
        """Itself, or each of its alternatives."""
        yield from self.any_of or (self,)


@dataclass(frozen=True)
class Stage:
    """One stage: what it is for, what may and may not be done, and what has to hold before it is left.

    `availability` is what is proposed for training. `load_ceiling` is in percent of the reference week, None
    without one; `rpe_ceiling` is advice. `sessions` and `min_days` are counted in the stage.
    """

    number: int
    name: str
    bern_phase: str
    availability: str
    aim: str
    allowed: str
    not_allowed: str
    min_days: int
    sessions: int
    signed_by: tuple[str, ...]
    source: str
    status: str
    exercises: tuple[str, ...] = ()
    load_ceiling: float | None = None
    rpe_ceiling: float | None = None
    may_be_passed: bool = True
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True)
class Pathway:
    """One way back, as its file says it; `draft` until a clinician has reviewed it."""

    key: str
    title: str
    regions: tuple[str, ...]
    natures: tuple[str, ...]
    source: str
    status: str
    checked_by: str
    next_review: dt.date
    stages: tuple[Stage, ...]
    draft: bool = False
    needs_reference_load: bool = True

    def __getitem__(self, number: int) -> Stage:
        return self.stages[number]

    @property
    def last(self) -> Stage:
        """The stage from which a case is cleared."""
        return self.stages[-1]

    @property
    def last_entry(self) -> Stage:
        """The last stage at which a case may be opened: none behind a sign-off that somebody else gives."""
        signed = (s for s in self.stages if any(c.measure == SIGN_OFF for c in s.criteria))
        return next(signed, self.last)

    def overdue(self, today: dt.date) -> bool:
        """Whether its review date has passed."""
        return self.next_review < today

    def criteria_between(self, stage: int, to_stage: int, case_day: int) -> tuple[Criterion, ...]:
        """What has to hold to go from a stage to a later one, each criterion once.

        What is counted in a stage is asked of the present stage only, all others of every stage passed.
        """
        found: dict[str, Criterion] = {}
        for passed in self.stages[stage:to_stage]:
            for criterion in passed.criteria:
                in_stage = any(part.window.in_stage for part in criterion.parts())
                if in_stage and passed.number != stage:
                    continue
                if criterion.asked_at(passed.number, case_day):
                    found.setdefault(criterion.id, criterion)
        return tuple(found.values())

    def next_stages(self, stage: int) -> tuple[int, ...]:
        """The stages within reach of one move: the next, and those behind stages that may be passed."""
        reach = []
        for number in range(stage + 1, len(self.stages)):
            reach.append(number)
            if not self.stages[number].may_be_passed:
                break
        return tuple(reach)
