"""The whole check-in as one form: the questions of every morning, then what the morning brings with it."""

from dataclasses import replace
from typing import Any

import streamlit as st

from teamback.clinic.low_back import weekly_question
from teamback.clinic.urgent.red_flags import Answers
from teamback.record.events import CheckIn
from teamback.rounds.check_ins.kept_together import Typed
from teamback.rounds.check_ins.this_morning import ThisMorning
from teamback.ui.beside import Beside
from teamback.ui.check_ins import about_the_back, check_in, weekly, your_day
from teamback.ui.urgent import red_flag_form


def ask(
    key: str, was: CheckIn | None, asked: ThisMorning, staff: bool, with_note: bool, beside: Beside
) -> Typed:
    """What is answered at the moment; `was` is the check-in being corrected."""
    besides = asked.besides
    pains = check_in.pain_at(key, besides.sites, {s: kept.event.value for s, kept in besides.pains.items()})
    answers = check_in.ask(key, was, beside)
    signs, urgent, back = None, False, None
    if answers["low_back_now"]:
        signs, urgent = _signs(key, besides.signs, staff)
        journal = asked.journal.event if asked.journal else None
        more, back = about_the_back.ask(key, was, journal, with_note, beside)
        answers |= more
    week: dict[str, Any] | None = None
    if asked.weekly:
        week = weekly.ask(key, asked.week.event if asked.week else None)
    return Typed(answers, pains, signs, urgent, back, week)


def with_the_day(typed: Typed, key: str, was: CheckIn | None, asked: ThisMorning) -> Typed:
    """With what may be said about the day; drawn after Save, so that Save is the next stop of the keyboard.

    The style of the page shows it above Save.
    """
    return replace(typed, answers={**typed.answers, **your_day.ask(key, was, asked.plan)})


def lacking(typed: Typed, asked: ThisMorning) -> list[str]:
    """What was asked and has no answer, as it is named before Save goes on without it."""
    week = weekly_question.unanswered(typed.week) if typed.week is not None else None
    return [
        *check_in.unanswered(dict(typed.answers)),
        *check_in.unanswered_besides(typed.pains, typed.signs, asked.besides),
        *([week] if week else []),
    ]


def _signs(key: str, may_ask: bool, staff: bool) -> tuple[Answers | None, bool]:
    """The warning signs, and whether one was confirmed a moment ago."""
    if not may_ask:
        st.caption("New warning signs are asked by the medical staff.")
        return None, False
    signs = red_flag_form.ask(key, staff)
    return signs, red_flag_form.confirm(key, signs)
