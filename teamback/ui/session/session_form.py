"""One athlete's session: short on the athlete's phone, everything at the desk."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import streamlit as st

from teamback.clinic.exercise.warm_ups import PARTS
from teamback.record.events import CalendarEntry, Session
from teamback.record.words import ACTIVITIES, CALENDAR, PARTICIPATION, SESSION_TYPES, SITES
from teamback.ui.beside import Beside
from teamback.ui.check_ins.check_in_words import ends
from teamback.ui.score_buttons import RERUN, one_word, zero_to_ten
from teamback.ui.session import routine_form
from teamback.ui.session.session_words import EQUIPMENT, FOOTWEAR, QUESTIONS, RPE, SURFACES


def ask(key: str, was: Session | None, short: bool, with_note: bool, beside: Beside) -> dict[str, Any]:
    """What is typed at the moment; `was` is the session being corrected. Unanswered is None or empty."""

    def before(name: str) -> Any:
        return getattr(was, name) if was else None

    answers: dict[str, Any] = {}
    answers["type"] = one_word(QUESTIONS["type"], SESSION_TYPES, f"type-{key}", before("type"))
    beside.field("type")
    answers["minutes"] = _minutes("minutes", key, before("minutes"), step=5.0)
    beside.field("minutes")
    answers["rpe"] = zero_to_ten(QUESTIONS["rpe"], RPE, f"rpe-{key}", before("rpe"))
    for name in ("pain_during", "pain_after"):
        answers[name] = zero_to_ten(QUESTIONS[name], ends(name), f"{name}-{key}", before(name), then=RERUN)
    if answers["pain_during"] or answers["pain_after"]:
        answers["pain_site"] = one_word(QUESTIONS["pain_site"], SITES, f"site-{key}", before("pain_site"))
    with st.expander("More about it (optional)", expanded=not short):
        answers |= _more(key, was, beside)
        if with_note:
            answers["note"] = _text("note", key, before("note"))
    return answers


def from_the_plan(plans: Sequence[CalendarEntry], key: str) -> None:
    """A button for each planned training or match, which fills in type, start and minutes."""
    with st.container(horizontal=True):
        for n, plan in enumerate(plans):
            label = f"Fill in from the plan: {in_words(plan)}"
            place = {
                "type": f"tb-word-type-{key}",
                "start": f"tb-start-{key}",
                "minutes": f"tb-minutes-{key}",
            }
            st.button(
                label,
                icon=":material/event_available:",
                key=f"tb-plan-{n}-{key}",
                on_click=fill,
                args=(plan, place),
            )


def fill(plan: CalendarEntry, place: dict[str, str]) -> None:
    """Puts what is planned into the widgets that have these keys."""
    st.session_state[place["type"]] = plan.what
    st.session_state[place["start"]] = dt.time.fromisoformat(plan.start) if plan.start else None
    st.session_state[place["minutes"]] = plan.planned_minutes


def in_words(plan: CalendarEntry) -> str:
    """A planned training or match in a few words."""
    said = " ".join(filter(None, (CALENDAR[plan.what], plan.start)))
    return f"{said}, {plan.planned_minutes:g} min" if plan.planned_minutes is not None else said


def _more(key: str, was: Session | None, beside: Beside) -> dict[str, Any]:
    def before(name: str) -> Any:
        return getattr(was, name) if was else None

    answers: dict[str, Any] = {}
    start = st.time_input(
        QUESTIONS["start"],
        dt.time.fromisoformat(before("start")) if before("start") else None,
        key=f"tb-start-{key}",
        on_change="ignore",
        step=dt.timedelta(minutes=5),
        width=160,
    )
    answers["start"] = f"{start:%H:%M}" if start else None
    beside.field("start")
    answers["participation"] = one_word(
        QUESTIONS["participation"], PARTICIPATION, f"part-{key}", before("participation")
    )
    beside.field("participation")
    for name in ("pain_before", "function_after"):
        answers[name] = zero_to_ten(QUESTIONS[name], ends(name), f"{name}-{key}", before(name))
    answers["activities"] = tuple(
        st.pills(
            QUESTIONS["activities"],
            list(ACTIVITIES),
            selection_mode="multi",
            default=[name for name in before("activities") or () if name in ACTIVITIES],
            format_func=ACTIVITIES.__getitem__,
            key=f"tb-activities-{key}",
            on_change="ignore",
        )
    )
    with st.container(horizontal=True):
        answers["surface"] = _one_of("surface", SURFACES, key, before("surface"))
        answers["footwear"] = _one_of("footwear", FOOTWEAR, key, before("footwear"))
        answers["equipment"] = _one_of("equipment", EQUIPMENT, key, before("equipment"))
    for name in PARTS:
        answers |= routine_form.ask(name, key, was, beside)
    return answers


def _minutes(name: str, key: str, value: Any, step: float) -> float | None:
    typed: float | None = st.number_input(
        QUESTIONS[name],
        value=value,
        step=step,
        format="%g",
        key=f"tb-{name}-{key}",
        on_change="ignore",
        placeholder="Minutes",
    )
    return typed


def _one_of(name: str, words: Sequence[str], key: str, value: str | None) -> str | None:
    """One of the usual words or another that is typed."""
    options = [*words, *([value] if value and value not in words else [])]
    return st.selectbox(
        QUESTIONS[name],
        options,
        index=options.index(value) if value else None,
        key=f"tb-{name}-{key}",
        accept_new_options=True,
        placeholder="Choose or type",
        on_change="ignore",
        width=220,
    )


def _text(name: str, key: str, value: str | None) -> str | None:
    text = st.text_area(
        QUESTIONS[name], value or "", height=80, max_chars=1000, key=f"tb-{name}-{key}", on_change="ignore"
    )
    return text.strip() or None
