"""The phases of a squad's season: listed in one line each, and the form of one with its weekly band."""

import datetime as dt
from collections.abc import Callable, Sequence

import streamlit as st

from teamback.clinic.season.phases import phase_on
from teamback.record.events import SeasonPhase
from teamback.record.kept import Kept
from teamback.record.pain_words import SEASON_PHASES
from teamback.record.refusal import Refusal
from teamback.record.words import short_day, who
from teamback.rounds.correcting import put_in_place_of
from teamback.rounds.season.phases import set_aside
from teamback.ui.beside import Beside
from teamback.ui.form import Form
from teamback.ui.plain import as_typed
from teamback.ui.return_to_sport.case_fields import date, words

NEW = 0
"""Asked for where no phase of the list is."""
Asked = tuple[str, int]
Check = Callable[[SeasonPhase, int | None], Sequence[Refusal]]


def in_words(phase: SeasonPhase, beside: dt.date) -> str:
    """A phase with its days and its band."""
    name = SEASON_PHASES.get(phase.phase, phase.phase)
    said = [f"{name}: {phase.name}" if phase.name else name]
    said.append(f"{short_day(phase.day, beside)} to {short_day(phase.last_day, beside)}")
    return " · ".join([*said, *([band_in_words(phase)] if band_in_words(phase) else [])])


def band_in_words(phase: SeasonPhase) -> str:
    """The planned weekly load of an athlete; empty where none is planned."""
    low, high = phase.load_from, phase.load_to
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f"up to {high:,.0f} AU a week" if low is None else f"from {low:,.0f} AU a week"
    return f"{low:,.0f} to {high:,.0f} AU a week"


def listed(phases: Sequence[Kept[SeasonPhase]], today: dt.date, key: str) -> Asked | None:
    """The phases, each a button; gives the one that is to be opened, or a new one."""
    now = phase_on([kept.event for kept in phases], today)
    named = f"now {in_words(now, today)}" if now else "none today" if phases else "none yet"
    asked: Asked | None = None
    with (
        st.expander(f"Season phases: {as_typed(named)}", icon=":material/date_range:"),
        st.container(horizontal=True, gap="xsmall"),
    ):
        for kept in phases:
            label = as_typed(in_words(kept.event, today))
            if st.button(label, key=f"{key}-phase-{kept.seq}", wrap=True):
                asked = ("phase", kept.seq)
        if st.button("Add a phase", icon=":material/add:", key=f"{key}-phase-new"):
            asked = ("phase", NEW)
    return asked


def draw(was: Kept[SeasonPhase] | None, squad: str, form: Form, check: Check) -> None:
    """The form of a new phase, or of one that is corrected or set aside."""
    beside = Beside()
    typed = _ask(was.event if was else None, squad, form, beside)
    refusals = _not_said(typed) or check(typed, was.seq if was else None)
    saying = f"{SEASON_PHASES.get(typed.phase, 'Phase')} saved."
    form.offer(beside, [put_in_place_of(typed, was)], refusals, saying)
    if was:
        st.caption(f"Entered by {as_typed(who(was.recorded_by))}")
        _out(was, form)


def _ask(was: SeasonPhase | None, squad: str, form: Form, beside: Beside) -> SeasonPhase:
    key = form.key
    phase = words("Phase", SEASON_PHASES, f"{key}-what", beside, "phase", was.phase if was else None)
    with st.container(horizontal=True, vertical_alignment="top"):
        first = date("First day", f"{key}-first", beside, "day", None, was.day if was else None)
        last = date("Last day", f"{key}-last", beside, "last_day", None, was.last_day if was else None)
    with st.container(horizontal=True, vertical_alignment="top"):
        low = _load("Weekly load from (AU)", was.load_from if was else None, f"{key}-from")
        high = _load("to (AU)", was.load_to if was else None, f"{key}-to")
    beside.field("load_from")
    beside.field("load_to")
    st.caption("Of one athlete in one week. Without a band weeks are not held against one.")
    name = st.text_input("Name", value=(was and was.name) or "", max_chars=60, key=f"{key}-name").strip()
    return SeasonPhase(
        day=first or dt.date.min,
        squad=squad,
        phase=phase or "",
        last_day=last or dt.date.min,
        name=name or None,
        load_from=low,
        load_to=high,
    )


def _load(label: str, value: float | None, key: str) -> float | None:
    return st.number_input(label, value=value, step=50.0, format="%g", placeholder="none", key=key, width=190)


def _not_said(typed: SeasonPhase) -> list[Refusal]:
    said = {"day": (typed.day, "first"), "last_day": (typed.last_day, "last")}
    found = [] if typed.phase else [Refusal("Choose which phase it is.", "phase")]
    return found + [
        Refusal(f"Choose the {which} day.", field)
        for field, (day, which) in said.items()
        if day == dt.date.min
    ]


def _out(was: Kept[SeasonPhase], form: Form) -> None:
    """The phase is set aside, with a reason that stays in the record."""
    with st.expander("Set it aside"):
        reason = st.text_input("Reason", max_chars=200, key=f"{form.key}-reason").strip()
        why_not = None if reason else "Say why: the phase stays in the record, with the reason."
        if st.button(
            "Set aside",
            icon=":material/event_busy:",
            disabled=bool(why_not),
            help=why_not,
            key=f"{form.key}-out",
        ):
            form.keep([set_aside(was, form.today, reason)], "Phase set aside.")
