"""What the check-in asks only when the back hurts: where on the body map, what brings it on, what eases."""

from typing import Any

import streamlit as st

from teamback.record.events import CheckIn, PainEntry
from teamback.record.pain_words import EASING_FACTORS, POSITION_TRIGGERS, PRECEDING_ACTIVITIES
from teamback.ui.beside import Beside
from teamback.ui.body import body_map
from teamback.ui.check_ins.check_in_words import JOURNAL, QUESTIONS, ends
from teamback.ui.score_buttons import one_word, yes_or_no, zero_to_ten

WORDS = {
    "position_trigger": POSITION_TRIGGERS,
    "preceding_activity": PRECEDING_ACTIVITIES,
    "easing_factor": EASING_FACTORS,
}


def ask(
    key: str, was: CheckIn | None, journal: PainEntry | None, with_note: bool, beside: Beside
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The answers for the check-in, and those for the journal; `journal` is what was said there before."""

    def before(name: str) -> Any:
        return getattr(was, name) if was else None

    st.markdown("**About your back** :small[all optional]")
    back = body_map.ask(QUESTIONS["side"], key, journal, low_back=True)
    beside.field("area")
    back["position_trigger"] = journal_word("position_trigger", key, journal)
    answers: dict[str, Any] = {}
    for name in ("spread_to_leg", "flare"):
        answers[name] = yes_or_no(QUESTIONS[name], f"{name}-{key}", before(name))
    worst = ends("low_back_worst")
    question = QUESTIONS["low_back_worst"]
    answers["low_back_worst"] = zero_to_ten(question, worst, f"worst-{key}", before("low_back_worst"))
    beside.field("low_back_worst")
    for name in ("preceding_activity", "easing_factor"):
        back[name] = journal_word(name, key, journal)
    answers["morning_stiffness"] = _stiffness(key, before("morning_stiffness"))
    trust = ends("confidence")
    answers["confidence"] = zero_to_ten(QUESTIONS["confidence"], trust, f"trust-{key}", before("confidence"))
    if with_note:
        answers["note"] = note(key, before("note"))
    return answers, back


def journal_word(name: str, key: str, was: PainEntry | None) -> str | None:
    """One of the journal's words: what brought it on, what came before, what eases it."""
    return one_word(JOURNAL[name], WORDS[name], f"{name}-{key}", getattr(was, name) if was else None)


def note(key: str, value: str | None) -> str | None:
    """A few words of one's own."""
    text = st.text_area(
        QUESTIONS["note"],
        value or "",
        height=80,
        max_chars=1000,
        key=f"tb-note-{key}",
        on_change="ignore",
    )
    return text.strip() or None


def _stiffness(key: str, value: float | None) -> float | None:
    typed: float | None = st.number_input(
        QUESTIONS["morning_stiffness"],
        0.0,
        1440.0,
        value,
        step=5.0,
        format="%g",
        key=f"tb-stiff-{key}",
        on_change="ignore",
        placeholder="Minutes",
    )
    return typed
