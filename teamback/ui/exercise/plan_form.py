"""What surrounds a plan's lines: the view, what it is held against, the next check-in, an entry."""

import datetime as dt

import streamlit as st

from teamback.clinic.exercise.programmes import MAINTENANCE
from teamback.clinic.response import Response
from teamback.record.clinical_words import PURPOSES
from teamback.record.events import Programme, SessionExercise
from teamback.record.flag import GREEN
from teamback.rounds.exercise.programme import DueToday
from teamback.ui.beside import Beside
from teamback.ui.exercise.plan_today import Entered
from teamback.ui.plain import as_typed

TODAY, SHEET, UPKEEP = "today", "sheet", "upkeep"
PAUSE_NOT_ANSWERED = "Tap how much it hurt, and what you did instead."


def choose_view(staff: bool, today: bool) -> str:
    """The day, the sheet, or, for staff on the present day, one of the plans."""
    views = {TODAY: "Today" if today else "That day", SHEET: "Week and log"}
    if staff and today:
        views |= {**PURPOSES, UPKEEP: "Self-management and changes"}
    if st.session_state.get("plan-view") not in views:
        st.session_state.pop("plan-view", None)
    view: str = st.segmented_control(
        "View",
        list(views),
        default=TODAY,
        required=True,
        format_func=views.__getitem__,
        key="plan-view",
        label_visibility="collapsed",
        wrap=True,
    )
    return view


def held_against(last: Response | None, stage: str) -> None:
    """Stage, and whether a line may get harder: one variable, after a session that the back took well."""
    st.markdown(f":material/stairs: {as_typed(stage)}")
    if last is None:
        said = "No session of the last 60 days: nothing in this plan may get harder yet."
    elif last.level == GREEN:
        said = f"Last session settled ({last.says}): one thing of a line may get harder."
    else:
        said = f"Last session: {last.says}. Nothing may get harder before one has settled."
    st.markdown(f":material/trending_up: {as_typed(said)} :small[House rule]")


def more(purpose: str, now: Programme | None, key: str, beside: Beside) -> tuple[dt.date | None, str | None]:
    """The next check-in with a clinician, for a maintenance plan, and a note to the athlete."""
    check_on = None
    if purpose == MAINTENANCE:
        check_on = st.date_input(
            "Next check-in with a clinician",
            value=now.next_check_in if now else None,
            format="DD/MM/YYYY",
            key=f"tb-next-{key}",
            width=230,
        )
        beside.field("next_check_in")
    note = st.text_input(
        "Note to the athlete", value=(now and now.note) or "", max_chars=200, key=f"tb-plan-note-{key}"
    )
    return check_on, note.strip() or None


def as_entry(day: dt.date, athlete: int, item: DueToday, entered: Entered) -> SessionExercise:
    """What was typed on a card; the planned dose is kept only where it was done as planned."""
    line = item.line
    amounts = ("sets", "reps", "hold_s", "load_kg", "minutes", "side")
    dose = {name: getattr(line, name) for name in amounts} if entered.as_planned else {}
    return SessionExercise(
        day=day,
        athlete=athlete,
        exercise=line.exercise,
        programme=item.purpose,
        quality=entered.quality,
        compensations=entered.compensations,
        paused_for_pain=entered.paused_for_pain,
        substitute=entered.substitute,
        **dose,
    )
