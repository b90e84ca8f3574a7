"""Screens for red flags, as short as one tells them; an item that is not named was answered no."""

import datetime as dt
from typing import Any

from teamback.clinic.urgent.red_flags_file import in_force
from teamback.clinic.urgent.tasks import Task
from teamback.record.events import RedFlagScreen, TaskAct
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.keeping import keep
from teamback.rounds.urgent.red_flags import Standing, open_red_flags
from teamback.rounds.urgent.tasks import SquadTasks, squad_tasks
from teamback.store import Store
from teamback.store.queries.status import availability_on
from tests.squads import DOCTOR, MONDAY, PHYSIO, oneself

ITEMS = {
    "ES1": ["bladder", "bowel", "saddle", "sexual_function", "both_legs"],
    "ES2": ["one_leg"],
    "ES3": ["trauma", "sudden_central", "deformity"],
    "ES4": ["fever", "infection"],
    "ES5": ["weight_loss", "night_pain"],
}
"""Which item speaks to which rule, as the table's triggers name them."""
BY_ITSELF = ["ES1", "ES2", "ES3", "ES4"]
OUT = ("out", "not_available", True, PROGRAM.signature)
STILL_FULL = ("full", "available", False, DOCTOR.signature)


def screen(
    athlete: int,
    yes: str = "",
    unknown: str = "",
    confirmed: bool = False,
    day: dt.date = MONDAY,
    **said: Any,
) -> RedFlagScreen:
    """A screen in which these items (parted by blanks) were answered yes or unknown, all others no."""
    named = {*yes.split(), *unknown.split()}
    no = tuple(item.key for item in in_force().items if item.key not in named)
    answers = {"yes": tuple(yes.split()), "unknown": tuple(unknown.split()), "no": no}
    return RedFlagScreen(day=day, athlete=athlete, confirmed=confirmed, **answers | said)


def answered(store: Store, athlete: int, *args: Any, by: Scope | None = None, **said: Any) -> int:
    """Keeps a screen as the athlete's own; gives its number."""
    return keep(store, [screen(athlete, *args, **said)], by or oneself(athlete), None).start


def tasks_of(store: Store, day: dt.date = MONDAY, known_at: int | None = None) -> SquadTasks:
    """The tasks of the first squad, as a physio sees them."""
    return squad_tasks(store, "first", day, known_at, PHYSIO)


def the_task(store: Store, day: dt.date = MONDAY) -> Task:
    """The one open task."""
    (found,) = tasks_of(store, day).open
    return found.task


def act(task: Task, what: str, day: dt.date = MONDAY, **said: Any) -> TaskAct:
    """What somebody does about a task."""
    return TaskAct(day=day, athlete=task.athlete, rule=task.rule, cause=task.cause, act=what, **said)


def training(store: Store, athlete: int, day: dt.date = MONDAY) -> tuple[str, str, bool, str]:
    kept = availability_on(store, PHYSIO, [athlete], day)[athlete]
    event = kept.event
    return event.training, event.match, event.until_reviewed, kept.recorded_by


def standing(
    store: Store, athlete: int, scope: Scope = PHYSIO, day: dt.date = MONDAY, known_at: int | None = None
) -> Standing:
    return open_red_flags(store, scope, [athlete], ["first"], day, known_at)[athlete]
