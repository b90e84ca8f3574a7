"""The panel of one task: how far it is, and what can be done about it."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from teamback.clinic.availability import missing
from teamback.clinic.urgent.tasks import Task, against, refer
from teamback.record.events import AlertSent, Availability, TaskAct
from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.urgent.tasks import SquadTask
from teamback.ui import availability_form
from teamback.ui.form import Form
from teamback.ui.save_bar import save_when_whole
from teamback.ui.urgent import task_card, task_forms


@dataclass(frozen=True)
class Writing:
    """Who writes, on which day of the squad and in which zone.

    `screen` draws the warning signs of an athlete, `to_hold` gives the decision that a task proposes.
    """

    scope: Scope
    today: dt.date
    zone: str
    screen: Callable[[RosterAthlete, Form], None]
    to_hold: Callable[[int], Availability]

    def act(self, task: Task, what: str, **said: str | None) -> TaskAct:
        """What this person does about a task."""
        return TaskAct(
            day=self.today, athlete=task.athlete, rule=task.rule, cause=task.cause, act=what, **said
        )


def form_of(task: Task) -> str:
    """The name of a task's form."""
    return f"task-{task.rule}-{task.cause}"


def panel(
    item: SquadTask, alerts: Sequence[AlertSent], by: Writing, form: Form, links: Callable[[int], None]
) -> None:
    """One task, and what is written about it."""
    task = item.task
    st.html(task_card.told(item, alerts, by.today, by.zone))
    links(task.athlete)
    form.say_who_was_first()
    what = task_forms.choose(task.rule, by.scope.decides_availability(), form.key)
    if what == task_forms.ASK_AGAIN:
        by.screen(item.who, form)
    elif what == task_forms.HOLD:
        _hold(task, form, by)
    elif what == task_forms.REFER:
        _refer(task, form, by)
    else:
        _end(task, form, what == task_forms.CLOSE, by)


def _refer(task: Task, form: Form, by: Writing) -> None:
    typed = task_forms.referral(form.key, task.athlete, by.today)
    if save_when_whole("Refer on", refer(typed, by.today), f"{form.key}-save"):
        form.keep([typed, by.act(task, "acted", note="Referred on")], "Referral saved")


def _hold(task: Task, form: Form, by: Writing) -> None:
    """What the rule proposes, as a decision on availability that a doctor or physio confirms or changes."""
    st.caption("Proposed, not set: confirm it, or change it first.")
    typed = availability_form.ask(task.athlete, by.to_hold(task.athlete), by.today, form.key)
    if save_when_whole("Confirm and save", missing(typed, by.scope, by.today), f"{form.key}-save"):
        form.keep([typed, by.act(task, "acted", note="Held until reviewed")], "Decision saved")


def _end(task: Task, form: Form, closing: bool, by: Writing) -> None:
    if closing:
        ending = by.act(task, "closed", outcome=task_forms.outcome(form.key))
    else:
        ending = by.act(task, "acted", note=task_forms.note(form.key))
    label = "Close with this outcome" if closing else "Save"
    if save_when_whole(label, against(ending, task, by.scope), f"{form.key}-save"):
        form.keep([ending], "Saved")
