"""One task as a card: who, what, by whom, by when, how far it is, and which alerts left."""

import datetime as dt
from collections.abc import Sequence
from html import escape
from zoneinfo import ZoneInfo

import streamlit as st

from teamback.clinic.urgent.tasks import ACKNOWLEDGED, ACTED, LATER, NOW, OPEN, OVERDUE, TODAY, Task
from teamback.record.clinical_words import LEVELS, TASK_ACTS
from teamback.record.events import AlertSent
from teamback.record.words import short_day, who
from teamback.rounds.urgent.tasks import SquadTask
from teamback.ui.urgent import task_beside

OPENED = "open"
_MARKS = {OVERDUE: ("red", "▲"), NOW: ("red", "▲"), TODAY: ("amber", "◆"), LATER: ("info", "i")}
_STATES = {OPEN: "Not acknowledged"} | TASK_ACTS


def card(item: SquadTask, alerts: Sequence[AlertSent], today: dt.date, zone: str) -> str | None:
    """One task; gives what was pressed: acknowledged, acted or OPENED, None for nothing."""
    task, key = item.task, f"{item.task.rule}-{item.task.cause}"
    with st.container(border=True, key=f"tb-task-{key}"):
        st.html(told(item, alerts, today, zone))
        if not task.is_open:
            return None
        with st.container(horizontal=True, gap="small"):
            pressed = _one_press(task, key)
            if st.button("Close, refer or look", key=f"open-{key}", icon=":material/open_in_full:"):
                return OPENED
    return pressed


def _one_press(task: Task, key: str) -> str | None:
    """What is done by one press, as far as the task is."""
    if task.state == OPEN and st.button(
        "Acknowledge", type="primary", key=f"ack-{key}", icon=":material/visibility:"
    ):
        return ACKNOWLEDGED
    if task.state == ACKNOWLEDGED and st.button("Acted on", key=f"act-{key}", icon=":material/done:"):
        return ACTED
    return None


def told(item: SquadTask, alerts: Sequence[AlertSent], today: dt.date, zone: str) -> str:
    """A task in words: urgency and level, athlete, sentence, owner, due, and who did what."""
    task = item.task
    colour, sign = _MARKS[task.urgency(today)]
    mark = f'<span class="tb-flag tb-{colour}"><i aria-hidden="true">{sign}</i>{escape(_level(task))}</span>'
    if not task.is_open:
        mark = f'<span class="tb-small">{escape(_level(task))}</span>'
    facts = " · ".join([f"For {' or '.join(task.owner)}", _due(task, today), *_acts(task, today, zone)])
    outcome = task.closing.event.outcome if task.closing else None
    ended = f"<div><b>Outcome:</b> {escape(outcome)}</div>" if outcome else ""
    return (
        f'<div class="tb-task">{mark} <b>{escape(item.who.known_as)}</b><div>{escape(task.says)}</div>{ended}'
        f'<div class="tb-small">{escape(facts)}</div>{task_beside.alerts(alerts, today, zone)}</div>'
    )


def _level(task: Task) -> str:
    return LEVELS[task.level]


def _due(task: Task, today: dt.date) -> str:
    if not task.is_open:
        return f"from {short_day(task.since, today)}"
    urgency = task.urgency(today)
    if urgency == OVERDUE:
        return f"overdue since {short_day(task.due, today)}"
    return {NOW: "due now", TODAY: "due today"}.get(urgency, f"due {short_day(task.due, today)}")


def _acts(task: Task, today: dt.date, zone: str) -> list[str]:
    """Each act with who and when; that nobody has acknowledged is said as well."""
    said = []
    for act in task.acts:
        at = act.recorded_at.astimezone(ZoneInfo(zone))
        on = f"{at:%H:%M}" if at.date() == today else f"{short_day(at.date(), today)} {at:%H:%M}"
        said.append(f"{TASK_ACTS[act.event.act].lower()} by {who(act.recorded_by)} {on}")
    return said or [_STATES[OPEN].lower()]
