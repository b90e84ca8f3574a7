"""Questionnaires: four questions about the last week in our own words, and totals of the others."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from teamback.clinic.assessment.instrument_scores import in_words, odi_percent
from teamback.clinic.assessment.instruments import INSTRUMENTS, ODI_SECTIONS, Instrument
from teamback.clinic.assessment.ostrc import ANSWERS, severity
from teamback.record.events import InstrumentTotal
from teamback.record.kept import Kept
from teamback.record.words import short_day, who
from teamback.rounds.diary import Line
from teamback.ui import diary_words
from teamback.ui.beside import Beside
from teamback.ui.ostrc_words import QUESTIONS
from teamback.ui.plain import as_typed
from teamback.ui.score_buttons import one_word

_ASKED = [key for key in INSTRUMENTS if key != "ostrc_v1"]


def choose() -> Instrument:
    """Which questionnaire is entered."""
    key: str = st.selectbox(
        "Questionnaire",
        _ASKED,
        format_func=lambda key: INSTRUMENTS[key].title,
        key="tb-instrument",
        width=420,
    )
    return INSTRUMENTS[key]


def ask(one: Instrument, key: str, beside: Beside, was: InstrumentTotal | None = None) -> dict[str, Any]:
    """What is typed at the moment, as fields of a total; what is not answered is None."""
    st.caption(as_typed(f"{one.licence} Source: {one.source} ({one.status})."))
    if one.key in ANSWERS:
        return _four_questions(one, key, beside, was)
    if one.key == "odi":
        return _odi(one, key, beside, was)
    label = f"{one.total}, {one.low:g} to {one.high:g}"
    typed: dict[str, Any] = {"total": _number(label, f"total-{key}", was.total if was else None)}
    beside.field("total")
    if one.key == "start_back":
        distress = was.distress if was else None
        typed["distress"] = _number("Distress subscale, 0 to 5", f"distress-{key}", distress)
        beside.field("distress")
    return typed


def totals(
    lines: Sequence[Line[InstrumentTotal]], day: Any, offer: Callable[[Kept[InstrumentTotal]], None]
) -> None:
    """What was answered before, newest first, with what it means and its buttons."""
    for line in lines:
        if line.counts:
            with st.container(border=True, horizontal=True, vertical_alignment="center"):
                st.markdown(_said(line, day), width="stretch")
                with st.container(horizontal=True, width="content"):
                    offer(line.entry)
    diary_words.corrections(lines, day)


def _four_questions(one: Instrument, key: str, beside: Beside, was: InstrumentTotal | None) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for (name, (question, words)), scores in zip(QUESTIONS.items(), ANSWERS[one.key], strict=False):
        options = {f"{score:g}": word for score, word in zip(scores, words, strict=False)}
        before = getattr(was, name) if was else None
        known = None if before is None else f"{before:g}"
        answer = one_word(question, options, f"{name}-{key}", known)
        typed[name] = None if answer is None else float(answer)
        beside.field(name)
    typed["total"] = severity(typed["q1"], typed["q2"], typed["q3"], typed["q4"])
    return typed


def _odi(one: Instrument, key: str, beside: Beside, was: InstrumentTotal | None) -> dict[str, Any]:
    """The raw sum and the sections answered; what is kept is the percentage."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        before = was.sections_answered if was else None
        sections = _number(f"Sections answered, 1 to {ODI_SECTIONS}", f"sections-{key}", before)
        raw = None
        if was and was.total is not None and was.sections_answered:
            raw = was.total * 5 * was.sections_answered / 100
        total = _number(f"{one.total}, 0 to {5 * ODI_SECTIONS}", f"total-{key}", raw)
    beside.field("sections_answered")
    beside.field("total")
    usable = sections is not None and sections >= 1 and total is not None
    return {
        "total": odi_percent(total, int(sections)) if usable and total is not None and sections else None,
        "sections_answered": None if sections is None else int(sections),
    }


def _number(label: str, key: str, value: float | None) -> float | None:
    typed: float | None = st.number_input(
        label,
        value=None if value is None else float(value),
        step=1.0,
        format="%g",
        key=f"tb-{key}",
        on_change="ignore",
        placeholder="–",
        width=260,
    )
    return typed


def _said(line: Line[InstrumentTotal], day: Any) -> str:
    event = line.entry.event
    one = INSTRUMENTS.get(event.instrument)
    title = one.title if one else event.instrument
    total = (
        "total not known" if event.total is None else f"{round(event.total, 1):g} {one.unit if one else ''}"
    )
    meaning = in_words(event)
    by = f"Entered by {who(line.entry.recorded_by)}"
    said = f"{title}: {total.strip()}{f', {meaning}' if meaning else ''}"
    return f"**{short_day(event.day, day)}** {as_typed(said)}  \n:gray[{as_typed(by)}]"
