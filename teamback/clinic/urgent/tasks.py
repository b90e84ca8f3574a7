"""A task: what has to be done, by whom, by when; derived from the record, closed only with an outcome."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from teamback.record.clinical_words import LEVELS, REFERRED_TO, SETS_OUT
from teamback.record.events import Referral, TaskAct
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN, Scope
from teamback.record.words import short_day, who

OPEN, ACKNOWLEDGED, ACTED, CLOSED = "open", "acknowledged", "acted", "closed"
OVERDUE, NOW, TODAY, LATER = "overdue", "now", "today", "later"
URGENCIES = (NOW, OVERDUE, TODAY, LATER)
"""In the order in which they are worked off."""


@dataclass(frozen=True)
class Task:
    """One task of one athlete: the rule that asks for it, and the entry (`cause`, its number) that opened it.

    `owner` are the professions that are to act; `now` says that the day it is due is too late.
    """

    athlete: int
    rule: str
    cause: int
    says: str
    level: str
    owner: tuple[str, ...]
    since: dt.date
    due: dt.date
    now: bool = False
    acts: tuple[Kept[TaskAct], ...] = ()

    @property
    def state(self) -> str:
        """How far it is: open, acknowledged, acted on, or closed."""
        done = {act.event.act for act in self.acts}
        return next((state for state in (CLOSED, ACTED, ACKNOWLEDGED) if state in done), OPEN)

    @property
    def is_open(self) -> bool:
        """Whether nobody has closed it yet."""
        return self.state != CLOSED

    @property
    def closing(self) -> Kept[TaskAct] | None:
        """The act that closed it, with its outcome."""
        return next((act for act in self.acts if act.event.act == CLOSED), None)

    @property
    def unheard(self) -> bool:
        """Whether it is a red flag of ES1 to ES4 that nobody has acknowledged."""
        return self.rule in SETS_OUT and not self.acts

    def urgency(self, today: dt.date) -> str:
        """Overdue, now, today or later."""
        if self.due < today:
            return OVERDUE
        if self.now:
            return NOW
        return TODAY if self.due == today else LATER

    def order(self, today: dt.date) -> tuple[int, int, dt.date, int]:
        """The place of a task in a list: by urgency, then level, then due date."""
        return URGENCIES.index(self.urgency(today)), list(LEVELS).index(self.level), self.due, self.cause


def against(act: TaskAct, task: Task | None, by: Scope) -> tuple[Refusal, ...]:
    """Everything that refuses an act about a task; empty means it may be saved."""
    return (*_who(act, by), *_still_there(act, task), *_outcome(act))


def _who(act: TaskAct, by: Scope) -> Iterator[Refusal]:
    if by.audience != CLINICIAN or not by.person.strip():
        yield Refusal("Only the medical staff acts on tasks.")
    elif act.act == CLOSED and act.rule in SETS_OUT and not by.decides_availability():
        yield Refusal("Only a named doctor or physio closes a red flag.")


def _still_there(act: TaskAct, task: Task | None) -> Iterator[Refusal]:
    if task is None:
        yield Refusal("This task is not there any more: look at the list again.")
        return
    if task.closing:
        yield Refusal(f"{who(task.closing.recorded_by)} closed this task: look at the outcome.")
    elif act.act == ACKNOWLEDGED and task.acts:
        yield Refusal(f"{who(task.acts[0].recorded_by)} was first: this task is acknowledged.")


def _outcome(act: TaskAct) -> Iterator[Refusal]:
    if act.act == CLOSED and not (act.outcome or "").strip():
        yield Refusal("Write what came of it: a task closes only with an outcome.", "outcome")


def refer(typed: Referral, today: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses a referral as typed."""
    return tuple(_referral(typed, today))


def _referral(typed: Referral, today: dt.date) -> Iterator[Refusal]:
    if typed.to_role not in REFERRED_TO:
        yield Refusal("Choose to whom the athlete is sent.", "to_role")
    if not typed.reason.strip():
        yield Refusal("Write why the athlete is sent on.", "reason")
    if typed.due == dt.date.min:
        yield Refusal("Choose by when.", "due")
    elif typed.due < today:
        yield Refusal(f"{short_day(typed.due, today)} has passed: choose today or later.", "due")
