"""What has to be done, by whom, by when: the tasks of a squad, derived from the record."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from teamback.clinic.urgent.escalation import tasks
from teamback.clinic.urgent.tasks import Task, against
from teamback.record.clinical_words import SETS_OUT
from teamback.record.events import AlertSent, CalendarEntry, Referral, TaskAct
from teamback.record.kept import RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN, Scope
from teamback.rounds.squads import home_of, now_in, squad_named
from teamback.rounds.urgent.alerting import sent_about
from teamback.rounds.urgent.signs_read import basis, signs_of
from teamback.store import Store
from teamback.store.queries.calendar import planned
from teamback.store.queries.roster import roster

RECENT = dt.timedelta(days=14)
"""For so long a closed task can be looked at."""


@dataclass(frozen=True)
class SquadTask:
    """A task and the athlete whose it is."""

    who: RosterAthlete
    task: Task


@dataclass(frozen=True)
class SquadReferral(SquadTask):
    """A referral with its task: to whom, why, by when, and what came of it."""

    referral: Referral


@dataclass(frozen=True)
class SquadTasks:
    """The tasks of a squad's roster on a day: the open ones most urgent first, and those closed lately.

    `referrals` are open and done, the newest first; `appointments` are those of the day with the name of whom
    they are for; `alerts` are what left, or could not leave, about open red flags.
    """

    day: dt.date
    open: tuple[SquadTask, ...]
    closed: tuple[SquadTask, ...]
    referrals: tuple[SquadReferral, ...]
    appointments: tuple[tuple[str, CalendarEntry], ...]
    alerts: tuple[AlertSent, ...]

    def alerts_about(self, task: Task) -> tuple[AlertSent, ...]:
        """The alerts about one task, in the order of the attempts."""
        return tuple(one for one in self.alerts if (one.rule, one.cause) == (task.rule, task.cause))


def squad_tasks(store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope) -> SquadTasks:
    """The tasks of everybody on a squad's roster on a day; Refusal for whoever is not a clinician."""
    if scope.audience != CLINICIAN:
        raise Refusal("Tasks are read by the medical staff only.")
    named = squad_named(store, scope, squad)
    people = roster(store, scope, named.squad, day, known_at)
    by = basis(store, named, day, known_at)
    signs = signs_of(store, named, [who.athlete for who in people], by, known_at)
    found = [SquadTask(who, task) for who in people for task in tasks(signs[who.athlete], by)]
    closed = [item for item in found if (end := item.task.closing) and day - end.event.day <= RECENT]
    referred = {kept.seq: kept.event for one in signs.values() for kept in one.referrals}
    referrals = [
        SquadReferral(item.who, item.task, referred[item.task.cause])
        for item in found
        if item.task.rule == "REF"
    ]
    flags = [item.task.athlete for item in found if item.task.is_open and item.task.rule in SETS_OUT]
    return SquadTasks(
        day=day,
        open=tuple(sorted((item for item in found if item.task.is_open), key=lambda i: i.task.order(day))),
        closed=tuple(sorted(closed, key=lambda item: -_closed_at(item))),
        referrals=tuple(sorted(referrals, key=lambda item: (not item.task.is_open, -item.task.cause))),
        appointments=_appointments(store, scope, named.squad, people, day, known_at),
        alerts=tuple(kept.event for kept in sent_about(store, flags, day, known_at)) if flags else (),
    )


def _appointments(
    store: Store,
    scope: Scope,
    squad: str,
    people: Sequence[RosterAthlete],
    day: dt.date,
    known_at: int | None,
) -> tuple[tuple[str, CalendarEntry], ...]:
    """Those of the squad's athletes on a day, by time."""
    names = {who.athlete: who.known_as for who in people}
    plans = [kept.event for kept in planned(store, scope, squad, day, day, known_at)]
    return tuple((names.get(plan.athlete or 0, ""), plan) for plan in plans if plan.what == "appointment")


def refusals(store: Store, act: TaskAct, by: Scope) -> tuple[Refusal, ...]:
    """What refuses an act about a task, as the record stands now."""
    home = home_of(store, act.athlete)
    found: list[Task] = []
    if home is not None:
        judged_by = basis(store, home, max(act.day, now_in(store, home).date()), None)
        found = tasks(signs_of(store, home, [act.athlete], judged_by, None)[act.athlete], judged_by)
    meant = (task for task in found if (task.rule, task.cause) == (act.rule, act.cause))
    return against(act, next(meant, None), by)


def _closed_at(item: SquadTask) -> int:
    return item.task.closing.seq if item.task.closing else 0
