"""The tasks of a squad as cards, most urgent first: who, what, by whom, by when, and how far it is."""

import datetime as dt
from collections.abc import Sequence
from html import escape
from zoneinfo import ZoneInfo

import streamlit as st

from teamback.clinic.urgent.tasks import ACKNOWLEDGED, LATER, NOW, OPEN, OVERDUE, TODAY, URGENCIES, Task
from teamback.record.clinical_words import LEVELS, TASK_ACTS
from teamback.record.words import short_day
from teamback.rounds.urgent.tasks import SquadTask, SquadTasks

ALL, MINE, DONE = "All", "For my profession", "Closed in 14 days"
SECTIONS = {OVERDUE: "Overdue", NOW: "Now", TODAY: "Today", LATER: "Later"}
_MARKS = {OVERDUE: ("red", "▲"), NOW: ("red", "▲"), TODAY: ("amber", "◆"), LATER: ("info", "i")}
_STATES = {OPEN: "Not acknowledged"} | TASK_ACTS


def choose(found: SquadTasks, profession: str) -> tuple[str, Sequence[SquadTask]]:
    """The filter: everything open, what is for one's own profession, or what was closed lately."""
    lists = {
        ALL: found.open,
        MINE: [item for item in found.open if profession in item.task.owner],
        DONE: found.closed,
    }
    chosen = st.segmented_control(
        "Show",
        list(lists),
        default=ALL,
        required=True,
        format_func=lambda name: f"{name} {len(lists[name])}",
        label_visibility="collapsed",
        key="tasks_shown",
        wrap=True,
    )
    return chosen, lists[chosen]


def nothing(chosen: str) -> None:
    """An empty list says what to do."""
    st.info(_NOTHING[chosen], icon=":material/task_alt:")


_NOTHING = {
    ALL: "Nothing is open. Red flags, referrals and flare-ups in a case come here by themselves; "
    "to screen an athlete now, use the button above.",
    MINE: "Nothing is open for your profession. Choose All to see what others have to do.",
    DONE: "No task was closed in the last 14 days. A task closes with an outcome: open one to write it.",
}


def by_urgency(items: Sequence[SquadTask], today: dt.date) -> dict[str, list[SquadTask]]:
    """The tasks under their headings, most urgent first; headings without a task are left out."""
    parted = {u: [item for item in items if item.task.urgency(today) == u] for u in URGENCIES}
    return {SECTIONS[urgency]: found for urgency, found in parted.items() if found}


def card(item: SquadTask, today: dt.date, zone: str) -> tuple[str, ...]:
    """One task; gives what was pressed: acknowledged, acted or open, empty for nothing."""
    task, key = item.task, f"{item.task.rule}-{item.task.cause}"
    pressed = []
    with st.container(border=True, key=f"tb-task-{key}"):
        st.html(told(item, today, zone))
        if not task.is_open:
            return ()
        with st.container(horizontal=True, gap="small"):
            if task.state == OPEN:
                if st.button("Acknowledge", type="primary", key=f"ack-{key}", icon=":material/visibility:"):
                    pressed.append("acknowledged")
            elif task.state == ACKNOWLEDGED and st.button(
                "Acted on", key=f"act-{key}", icon=":material/done:"
            ):
                pressed.append("acted")
            if st.button("Close, refer or look", key=f"open-{key}", icon=":material/open_in_full:"):
                pressed.append("open")
    return tuple(pressed)


def told(item: SquadTask, today: dt.date, zone: str) -> str:
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
        f'<div class="tb-small">{escape(facts)}</div></div>'
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
        said.append(f"{TASK_ACTS[act.event.act].lower()} by {act.recorded_by} {on}")
    return said or [_STATES[OPEN].lower()]
