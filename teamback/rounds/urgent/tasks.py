"""What has to be done, by whom, by when: the tasks of a squad, derived from the record."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from teamback.clinic.urgent.escalation import Flare, Signs, tasks
from teamback.clinic.urgent.red_flags_file import in_force
from teamback.clinic.urgent.tasks import Task, against
from teamback.record.events import CaseClosed, CaseOpened, CheckIn, Referral, TaskAct
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN, PROGRAM, Scope
from teamback.rounds.facts import EPOCH
from teamback.rounds.squads import squad_named, today_at_home
from teamback.rounds.urgent.red_flags import read_signs
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.daily import daily_columns
from teamback.store.queries.roster import athlete_named, roster

RECENT = dt.timedelta(days=14)
"""For so long a closed task can be looked at."""


@dataclass(frozen=True)
class SquadTask:
    """A task and the athlete whose it is."""

    who: RosterAthlete
    task: Task


@dataclass(frozen=True)
class SquadTasks:
    """The tasks of a squad's roster on a day: the open ones most urgent first, and those closed lately."""

    day: dt.date
    open: tuple[SquadTask, ...]
    closed: tuple[SquadTask, ...]


def squad_tasks(store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope) -> SquadTasks:
    """The tasks of everybody on a squad's roster on a day; Refusal for whoever is not a clinician."""
    if scope.audience != CLINICIAN:
        raise Refusal("Tasks are read by the medical staff only.")
    people = roster(store, scope, squad_named(store, scope, squad).squad, day, known_at)
    numbers, homes = [who.athlete for who in people], [who.home for who in people]
    signs = _signs(store, numbers, homes, day, known_at)
    found = [SquadTask(who, task) for who in people for task in tasks(signs[who.athlete], in_force())]
    closed = [item for item in found if (end := item.task.closing) and day - end.event.day <= RECENT]
    return SquadTasks(
        day=day,
        open=tuple(sorted((item for item in found if item.task.is_open), key=lambda i: i.task.order(day))),
        closed=tuple(sorted(closed, key=lambda item: -_closed_at(item))),
    )


def open_tasks(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope
) -> tuple[SquadTask, ...]:
    """The open tasks of a squad, most urgent first."""
    return squad_tasks(store, squad, day, known_at, scope).open


def refusals(store: Store, act: TaskAct, by: Scope) -> tuple[Refusal, ...]:
    """What refuses an act about a task, as the record stands now."""
    named = athlete_named(store, by, act.athlete)
    homes = [named.event.home] if named else []
    today = max(act.day, today_at_home(store, act.athlete))
    found = tasks(_signs(store, [act.athlete], homes, today, None)[act.athlete], in_force())
    meant = (task for task in found if (task.rule, task.cause) == (act.rule, act.cause))
    return against(act, next(meant, None), by)


def _closed_at(item: SquadTask) -> int:
    return item.task.closing.seq if item.task.closing else 0


def _signs(
    store: Store, athletes: Sequence[int], homes: Sequence[str], day: dt.date, known_at: int | None
) -> dict[int, Signs]:
    """Everything that the rules of escalation read; the role was asked before."""
    asked = (PROGRAM, athletes, day, known_at)
    referrals = clinical_entries(store, Referral, *asked)
    opened = clinical_entries(store, CaseOpened, *asked)
    ended = clinical_entries(store, CaseClosed, *asked)
    flares = list(_flares(store, homes, opened, day, known_at))
    return {
        athlete: replace(
            signs,
            referrals=[kept for kept in referrals if kept.event.athlete == athlete],
            opened=[kept for kept in opened if kept.event.athlete == athlete],
            closed=[kept for kept in ended if kept.event.athlete == athlete],
            flares=[flare for number, flare in flares if number == athlete],
        )
        for athlete, signs in read_signs(store, athletes, homes, day, known_at).items()
    }


def _flares(
    store: Store,
    homes: Sequence[str],
    opened: Sequence[Kept[CaseOpened]],
    day: dt.date,
    known_at: int | None,
) -> Iterator[tuple[int, Flare]]:
    """The self-reported flare-ups since the first case was opened, in the order of the days."""
    if not opened:
        return
    since = min(kept.event.day for kept in opened)
    rows = daily_columns(store, CheckIn, ["flare"], PROGRAM, sorted(set(homes)), since, day, known_at)
    hit = np.flatnonzero(rows["flare"] == 1)
    for place in hit[np.lexsort((rows["seq"][hit], rows["day"][hit]))]:
        on = EPOCH + dt.timedelta(days=int(rows["day"][place]))
        yield int(rows["athlete"][place]), Flare(int(rows["seq"][place]), on)
