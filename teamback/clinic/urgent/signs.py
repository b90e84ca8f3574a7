"""What the rules of escalation read about one athlete, and how a task is made of what they find."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from teamback.clinic.limits import Limits
from teamback.clinic.urgent.red_flags import RedFlags
from teamback.clinic.urgent.tasks import CLOSED, Task
from teamback.record.events import (
    CaseClosed,
    CaseOpened,
    InflammatoryScreen,
    InstrumentTotal,
    PainEntry,
    RedFlagScreen,
    Referral,
    TaskAct,
)
from teamback.record.kept import Kept, Numbered

CLINICIANS = ("doctor", "physio")


@dataclass(frozen=True)
class Flare:
    """A flare-up that the athlete reported: the number of the check-in, and its day."""

    seq: int
    day: dt.date


@dataclass(frozen=True)
class Scored:
    """A pain score: the number of its entry, its day, the score, and where it was given, in words."""

    seq: int
    day: dt.date
    value: float
    where: str = ""


@dataclass(frozen=True)
class SessionSign:
    """How pain went with one session: points from before to its worst, and whether its response was red."""

    seq: int
    day: dt.date
    rise: float | None
    red: bool


@dataclass(frozen=True)
class Heard:
    """The last check-in of an athlete: its number, and the moment it was given."""

    seq: int
    at: dt.datetime


@dataclass(frozen=True)
class Signs:
    """What the rules read about one athlete up to a day, each oldest first; a later rule adds its own.

    `pains` are the worst score of each day on which the low back hurt enough for the referral clock, `severe`
    the scores that ask for contact the same day, `sessions` those that were scored, `triggers` the entries of
    the pain journal about the low back with an extension trigger. `overhead` says that the athlete's sport
    loads the back in extension. `late` says of entries made after their day how many days after it.
    """

    athlete: int
    screens: Sequence[Kept[RedFlagScreen]] = ()
    acts: Sequence[Kept[TaskAct]] = ()
    referrals: Sequence[Kept[Referral]] = ()
    flares: Sequence[Flare] = ()
    opened: Sequence[Kept[CaseOpened]] = ()
    closed: Sequence[Kept[CaseClosed]] = ()
    inflammatory: Sequence[Kept[InflammatoryScreen]] = ()
    totals: Sequence[Kept[InstrumentTotal]] = ()
    pains: Sequence[Scored] = ()
    severe: Sequence[Scored] = ()
    sessions: Sequence[SessionSign] = ()
    triggers: Sequence[Numbered[PainEntry]] = ()
    heard: Heard | None = None
    born: dt.date | None = None
    overhead: bool = False
    late: Mapping[int, int] = field(default_factory=dict)

    def timely(self, seq: int, days: float) -> bool:
        """Whether an entry was made within so many days: what comes later is history, and opens no task."""
        return self.late.get(seq, 0) <= days

    def about(self, rule: str, cause: int) -> tuple[Kept[TaskAct], ...]:
        """What people did about one task."""
        return tuple(act for act in self.acts if (act.event.rule, act.event.cause) == (rule, cause))

    def closing(self, rule: str, cause: int) -> int | None:
        """The number of the entry that closed a task; None while it is open."""
        return next((act.seq for act in self.about(rule, cause) if act.event.act == CLOSED), None)

    def spells(self, rule: str) -> "Iterator[Spell]":
        """The spells of a rule, each ended by the closing of its task; the last one is still open."""
        acts = sorted((act for act in self.acts if act.event.rule == rule), key=lambda act: act.seq)
        after, since = None, 0
        for place, act in enumerate(acts, start=1):
            if act.event.act == CLOSED:
                yield Spell(after, act, tuple(acts[since:place]))
                after, since = act, place
        yield Spell(after, None, tuple(acts[since:]))


@dataclass(frozen=True)
class Spell:
    """What lies between two closings of a rule: after a closing only what is new can open a task again."""

    after: Kept[TaskAct] | None
    until: Kept[TaskAct] | None
    acts: tuple[Kept[TaskAct], ...]

    def entered(self, seq: int) -> bool:
        """Whether an entry was made in this spell."""
        return (self.after is None or seq > self.after.seq) and (self.until is None or seq < self.until.seq)

    def on_day(self, day: dt.date) -> bool:
        """Whether a day lies in this spell: that of a closing still belongs to what was closed."""
        begun = self.after is None or day > self.after.event.day
        return begun and (self.until is None or day <= self.until.event.day)


@dataclass(frozen=True)
class Basis:
    """What the rules judge by: the warning signs and limits in force, and the moment looked at (aware)."""

    flags: RedFlags
    limits: Limits
    now: dt.datetime

    @property
    def day(self) -> dt.date:
        """The day looked at, where the squad is."""
        return self.now.date()

    @property
    def history_after(self) -> float:
        """So many days after its day an entry is history."""
        return self.limits["history_after_days"].value


Rule = Callable[[Signs, Basis], Iterator[Task]]


@dataclass(frozen=True)
class Asks:
    """What a rule asks for: the sentence, how urgent, of whom, by when."""

    says: str
    level: str
    owner: tuple[str, ...]
    due: dt.date
    now: bool = False


def task(
    rule: str,
    cause: int,
    since: dt.date,
    signs: Signs,
    asks: Asks,
    acts: tuple[Kept[TaskAct], ...] | None = None,
) -> Task:
    """A task; what people did about it is found by its cause, unless its spell gives it."""
    done = signs.about(rule, cause) if acts is None else acts
    return Task(
        signs.athlete, rule, cause, asks.says, asks.level, asks.owner, since, asks.due, asks.now, done
    )


def next_working_day(day: dt.date, days: float = 1) -> dt.date:
    """The day, from Monday to Friday, that is so many working days after a day."""
    for _ in range(int(days)):
        day += dt.timedelta(days=1)
        while day.weekday() > 4:
            day += dt.timedelta(days=1)
    return day
