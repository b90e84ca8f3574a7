"""The panel of one task: how far it is, and what can be done about it."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from teamback.clinic.availability import missing
from teamback.clinic.urgent.tasks import Task, against, refer
from teamback.record.event import Event
from teamback.record.events import AlertSent, Availability, TaskAct
from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.urgent.tasks import SquadTask
from teamback.ui import availability_form
from teamback.ui.urgent import task_card, task_forms

Keep = Callable[[str, Sequence[Event], str], None]


@dataclass(frozen=True)
class Writing:
    """Who writes, on which day of the squad and in which zone, and how what was written is kept.

    `keep` takes the form's name, the entries and a word of confirmation; `screen` draws the warning signs of
    an athlete, `to_hold` gives the decision that a task proposes.
    """

    scope: Scope
    today: dt.date
    zone: str
    keep: Keep
    screen: Callable[[RosterAthlete, str], None]
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
    item: SquadTask, alerts: Sequence[AlertSent], by: Writing, first: str | None, links: Callable[[int], None]
) -> None:
    """One task; `first` names who was first where somebody changed it meanwhile."""
    task, form = item.task, form_of(item.task)
    st.html(task_card.told(item, alerts, by.today, by.zone))
    links(task.athlete)
    if first:
        st.error(first, icon=":material/group:")
    what = task_forms.choose(task.rule, by.scope.decides_availability(), form)
    if what == task_forms.ASK_AGAIN:
        by.screen(item.who, form)
    elif what == task_forms.HOLD:
        _hold(task, form, by)
    elif what == task_forms.REFER:
        _refer(task, form, by)
    else:
        _end(task, form, what == task_forms.CLOSE, by)


def _refer(task: Task, form: str, by: Writing) -> None:
    typed = task_forms.referral(form, task.athlete, by.today)
    if task_forms.save("Refer on", refer(typed, by.today), form):
        by.keep(form, [typed, by.act(task, "acted", note="Referred on")], "Referral saved")


def _hold(task: Task, form: str, by: Writing) -> None:
    """What the rule proposes, as a decision on availability that a doctor or physio confirms or changes."""
    st.caption("Proposed, not set: confirm it, or change it first.")
    typed = availability_form.ask(task.athlete, by.to_hold(task.athlete), by.today, form)
    if task_forms.save("Confirm and save", missing(typed, by.scope, by.today), form):
        by.keep(form, [typed, by.act(task, "acted", note="Held until reviewed")], "Decision saved")


def _end(task: Task, form: str, closing: bool, by: Writing) -> None:
    if closing:
        ending = by.act(task, "closed", outcome=task_forms.outcome(form))
    else:
        ending = by.act(task, "acted", note=task_forms.note(form))
    label = "Close with this outcome" if closing else "Save"
    if task_forms.save(label, against(ending, task, by.scope), form):
        by.keep(form, [ending], "Saved")
