"""The week of an athlete on one sheet, on the screen and on paper; and what of it was done."""

import datetime as dt
from collections.abc import Sequence
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.clinic.exercise.maintenance import without_lines
from teamback.clinic.exercise.programmes import HOME, MAINTENANCE, lines_of
from teamback.record.clinical_words import COMPENSATIONS, PILLARS, PURPOSES, QUALITY
from teamback.record.events import Programme, SessionExercise
from teamback.record.exercise_words import WEEKDAYS
from teamback.record.kept import Kept
from teamback.record.programme import ProgrammeLine
from teamback.record.words import how_many, short_day, who
from teamback.rounds.exercise.kept_up import HOW_COUNTED, KeptUp
from teamback.rounds.exercise.programme import AthletePlan, exercises
from teamback.ui.exercise import plan_today
from teamback.ui.exercise.plan_words import days, dose, title_of, words

_IF_IT_HURTS = "<p>If it hurts: pause that exercise, take a gentler one, and write it down.</p>"


def page(plan: AthletePlan, squad: str) -> None:
    """The week on paper, how much of it was done, and the log."""
    kept_up(plan.kept_up)
    without_pillar(plan)
    draw(plan, squad)
    if not plan.programmes:
        plan_today.nothing_due(has_plan=False)
    log(plan.entries, plan.day)


def without_pillar(plan: AthletePlan) -> None:
    """A maintenance plan that does not stand on all three pillars says so."""
    now = plan.programmes.get(MAINTENANCE)
    missing = without_lines(lines_of(now.event)) if now else ()
    if missing:
        names = " and ".join(PILLARS[pillar].lower() for pillar in missing)
        st.warning(f"The maintenance plan has no exercise for {names}.", icon=":material/foundation:")


def draw(plan: AthletePlan, squad: str) -> None:
    """The sheet; printing the page gives it alone."""
    if not plan.programmes:
        return
    about = f"{escape(squad)} · {short_day(plan.day)} {plan.day.year} · {escape(plan.stage.says)}"
    sections = "".join(_section(kept, plan.day) for kept in plan.programmes.values())
    st.html(
        f'<article class="tb-plan"><header><h2>{escape(plan.person.known_as)}: plan</h2>'
        f"<p>{about}</p></header>{sections}{_IF_IT_HURTS}</article>"
    )
    st.caption("Printing this page (Ctrl+P) gives the plan alone, on one A4.")


def _section(kept: Kept[Programme], day: dt.date) -> str:
    event = kept.event
    rows = "".join(_row(line, event.purpose) for line in lines_of(event))
    week = "" if event.purpose == HOME else "".join(f"<th>{name}</th>" for name in WEEKDAYS)
    since = f"since {short_day(event.day, day)}, {escape(who(kept.recorded_by))}"
    if event.purpose == MAINTENANCE and event.next_check_in:
        since += f" · next check-in with a clinician {short_day(event.next_check_in, day)}"
    note = f"<p>{escape(event.note)}</p>" if event.note else ""
    return (
        f'<section><h3>{PURPOSES[event.purpose]} <span class="tb-small">{since}</span></h3>{note}'
        f"<table><tr><th>Exercise</th><th>How much</th>{week}</tr>{rows}</table></section>"
    )


def _row(line: ProgrammeLine, purpose: str) -> str:
    known = exercises().get(line.exercise)
    cue = f"<small>{escape(' '.join(known.cues))}</small>" if known else ""
    on = set(line.days) or set(range(len(WEEKDAYS)))
    marks = "" if purpose == HOME else "".join(f"<td>{'●' if d in on else ''}</td>" for d in range(7))
    days_in_words = "" if purpose == HOME else f'<span class="tb-days">{days(line)}</span>'
    how = ", ".join(part for part in (dose(line), line.tempo or "", line.note or "") if part)
    title = f"<b>{escape(title_of(line.exercise))}</b>"
    return f"<tr><td>{title}{cue}</td><td>{escape(how)}{days_in_words}</td>{marks}</tr>"


def kept_up(figures: Sequence[KeptUp]) -> None:
    """Done of planned by programme and pillar, with the streak and the numbers behind it."""
    if not figures:
        return
    boxes = "".join(_box(one) for one in figures)
    st.html(f'<div class="tb-kept-up">{boxes}</div>')
    st.caption(HOW_COUNTED)


def _box(one: KeptUp) -> str:
    share = "–" if one.percent is None else f"{one.percent:.0f} %"
    running = f"{how_many(one.streak, 'day')} running"
    said = f"{one.done} of {one.planned} done · {running}" if one.planned else "nothing counted yet"
    paused = f" · {one.paused} paused" if one.paused else ""
    return f"<div><span>{escape(one.title)}</span><b>{share}</b><small>{said}{paused}</small></div>"


def log(entries: Sequence[Kept[SessionExercise]], day: dt.date) -> None:
    """What was entered, newest first."""
    if not entries:
        st.caption("Nothing has been entered yet.")
        return
    st.markdown(f"**Done log: {len(entries)}**")
    newest = list(reversed(entries))
    events = [kept.event for kept in newest]
    columns: dict[str, Any] = {
        "Day": [short_day(event.day, day) for event in events],
        "Exercise": [title_of(event.exercise) for event in events],
        "Plan": [PURPOSES.get(event.programme or "", "–") for event in events],
        "Dose": [dose(event) or "–" for event in events],
        "Quality": [QUALITY.get(event.quality or "", "–") for event in events],
        "Seen": [words(event.compensations, COMPENSATIONS) or "–" for event in events],
        "Pain (0-10)": pa.array([event.paused_for_pain for event in events], pa.float64()),
        "Instead": [title_of(event.substitute) if event.substitute else "–" for event in events],
        "Entered by": [who(kept.recorded_by) for kept in newest],
    }
    numbers = {"Pain (0-10)": st.column_config.NumberColumn(format="%g")}
    st.dataframe(
        pa.table(columns), hide_index=True, column_config=numbers, placeholder="–", key="tb-plan-log"
    )
