"""The tasks of a squad, most urgent first: which are shown, and what was pressed on their cards."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from teamback.clinic.urgent.tasks import LATER, NOW, OVERDUE, TODAY, URGENCIES
from teamback.record.events import TaskAct
from teamback.rounds.urgent.tasks import SquadTask, SquadTasks
from teamback.ui.urgent import task_beside, task_card
from teamback.ui.urgent.task_panel import Writing, form_of

ALL, MINE, REFERRALS, DONE = "All", "For my profession", "Referrals", "Closed in 14 days"
SECTIONS = {OVERDUE: "Overdue", NOW: "Now", TODAY: "Today", LATER: "Later"}
SCREEN, INFLAMMATORY = "screen", "inflammatory"


def head(found: SquadTasks, profession: str, saved: int) -> tuple[str, Sequence[SquadTask], str | None]:
    """The filter, what it leaves, and the screen that was asked for outside a task."""
    asked = None
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        chosen, items = choose(found, profession)
        with st.container(horizontal=True, width="content"):
            if st.button("Screen an athlete", icon=":material/checklist:", key=f"{SCREEN}-{saved}"):
                asked = SCREEN
            if st.button("Inflammatory pain", icon=":material/quiz:", key=f"{INFLAMMATORY}-{saved}"):
                asked = INFLAMMATORY
    return chosen, items, asked


def listed(
    chosen: str, items: Sequence[SquadTask], found: SquadTasks, by: Writing
) -> tuple[str | None, TaskAct | None]:
    """The cards; gives the form that is to be opened, and what was done by one press."""
    if not items:
        nothing(chosen)
        return None, None
    if chosen == REFERRALS:
        task_beside.referrals(found.referrals, by.today)
        return None, None
    opened, act = None, None
    for heading, part in parts(chosen, items, by.today).items():
        if heading:
            st.markdown(f"**{heading} ({len(part)})**")
        for item in part:
            pressed = task_card.card(item, found.alerts_about(item.task), by.today, by.zone)
            if pressed == task_card.OPENED:
                opened = form_of(item.task)
            elif pressed:
                act = by.act(item.task, pressed)
    return opened, act


def choose(found: SquadTasks, profession: str) -> tuple[str, Sequence[SquadTask]]:
    """The filter: everything open, what is for one's own profession, or what was closed lately."""
    lists: dict[str, Sequence[SquadTask]] = {
        ALL: found.open,
        MINE: [item for item in found.open if profession in item.task.owner],
        REFERRALS: found.referrals,
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
    REFERRALS: "Nobody was referred in the last year. A referral is written in a case, or from a task.",
    MINE: "Nothing is open for your profession. Choose All to see what others have to do.",
    DONE: "No task was closed in the last 14 days. A task closes with an outcome: open one to write it.",
}


def parts(chosen: str, items: Sequence[SquadTask], today: dt.date) -> dict[str, list[SquadTask]]:
    """The tasks under their headings, most urgent first; those that are closed stand under none."""
    if chosen == DONE:
        return {"": list(items)}
    parted = {u: [item for item in items if item.task.urgency(today) == u] for u in URGENCIES}
    return {SECTIONS[urgency]: found for urgency, found in parted.items() if found}
