"""The check-in: seven questions and Save when all is well, a few more only when the back hurts."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from teamback.clinic.urgent.red_flags import Answers
from teamback.record.events import CheckIn
from teamback.record.scales import WELLNESS_ITEMS
from teamback.record.words import SITES, short_day
from teamback.rounds.urgent.morning_report import Asked
from teamback.ui.beside import Beside
from teamback.ui.check_ins.check_in_words import EVERY_MORNING, IN_SHORT, QUESTIONS, ends, five_words
from teamback.ui.form import Form
from teamback.ui.score_buttons import RERUN, one_of_five, zero_to_ten

WIDTH = 600
"""Pixels: a phone is filled, and on a desk the buttons stay within one glance."""
URGENT = (
    "Nobody may be reading this right now. If it is urgent, call your medical staff or the emergency number."
)
_HOURS = (4.0, 5.0, 5.5, 6.0, 6.5, 7.0, 7.5, 8.0, 8.5, 9.0, 10.0)
_OTHER = -1.0


def ask(key: str, was: CheckIn | None, beside: Beside) -> dict[str, Any]:
    """What is answered at the moment; `was` is the check-in being corrected. Unanswered is None."""
    answers: dict[str, Any] = {}
    question = QUESTIONS["low_back_now"]
    pain = was.low_back_now if was else None
    answers["low_back_now"] = zero_to_ten(question, ends("low_back_now"), f"now-{key}", pain, then=RERUN)
    beside.field("low_back_now")
    for item in WELLNESS_ITEMS:
        value = getattr(was, item) if was else None
        answers[item] = one_of_five(QUESTIONS[item], five_words(item), f"{item}-{key}", value)
    answers["sleep_h"] = _hours(f"sleep-{key}", was.sleep_h if was else None)
    return answers


def pain_at(key: str, sites: Sequence[str], before: Mapping[str, float]) -> dict[str, float | None]:
    """The pain of this morning where a case is open, away from the low back."""
    return {
        site: zero_to_ten(
            f"Pain at the {SITES[site].lower()} this morning",
            ends("morning_pain"),
            f"{site}-{key}",
            before.get(site),
        )
        for site in sites
    }


def is_open(key: str) -> bool:
    """Whether the form stood on the page a moment ago: somebody may be in the midst of it."""
    return f"tb-tens-now-{key}" in st.session_state


def unanswered(answers: dict[str, Any]) -> list[str]:
    """The questions of every morning that have no answer, as they are named."""
    return [IN_SHORT[name].lower() for name in EVERY_MORNING if answers[name] is None]


def unanswered_besides(pains: Mapping[str, float | None], signs: Answers | None, extra: Asked) -> list[str]:
    """What else was asked and has no answer: pain at the site of a case, and the warning signs."""
    lacking = [f"pain at the {SITES[site].lower()}" for site, value in pains.items() if value is None]
    if signs and signs.open and (signs.begun or extra.screen is None):
        lacking.append("some warning signs" if signs.begun else "new warning signs")
    return lacking


def save(form: Form, missing: Sequence[str], beside: Beside) -> bool:
    """The bar with Save: what is not answered is named once, and never taken for a zero."""
    says = f"You have not answered: {', '.join(missing)}."
    anyway = "Save without it" if len(missing) == 1 else "Save without them"
    return form.save(beside, asking=missing, words=(says, anyway))


def hello(known_as: str, day: dt.date) -> None:
    """Who is answering, and about which morning."""
    st.text(f"{known_as}, {short_day(day)}")


def urgent() -> None:
    """What the last line of the athlete's screen says plainly."""
    st.caption(URGENT)


def _hours(key: str, value: float | None) -> float | None:
    known = value if value is None or value in _HOURS else _OTHER
    chosen = st.segmented_control(
        QUESTIONS["sleep_h"],
        [*_HOURS, _OTHER],
        default=known,
        required=True,
        format_func=_hour_word,
        key=f"tb-hours-{key}",
        width="stretch",
    )
    if chosen != _OTHER:
        return chosen
    start = value if known == _OTHER else None
    return st.number_input(
        "Hours", 0.0, 24.0, start, step=0.5, format="%g", key=f"tb-other-{key}", placeholder="Hours slept"
    )


def _hour_word(hours: float) -> str:
    if hours == _OTHER:
        return "Other"
    return f"{int(hours)}½" if hours % 1 else f"{int(hours)}"
