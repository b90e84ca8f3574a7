"""The four questions about the last 7 days (OSTRC), on the club's day of the week; the first may end them."""

import streamlit as st

from teamback.clinic.assessment.ostrc import ANSWERS
from teamback.clinic.low_back import weekly_question
from teamback.record.events import InstrumentTotal
from teamback.rounds.check_ins.this_morning import OSTRC
from teamback.ui.ostrc_words import QUESTIONS
from teamback.ui.score_buttons import IGNORE, RERUN, one_word


def ask(key: str, was: InstrumentTotal | None) -> dict[str, float | None]:
    """The answers of the moment; what is not asked stays unanswered."""
    st.markdown("**Your last 7 days** :small[any health problem, not only your back]")
    answers: dict[str, float | None] = {"q1": _one("q1", key, was, RERUN)}
    if weekly_question.follows(answers["q1"]):
        answers |= {name: _one(name, key, was, IGNORE) for name in weekly_question.QUESTIONS[1:]}
    return answers


def in_words(total: InstrumentTotal) -> str:
    """The first answer, and the severity where it is known."""
    words = dict(zip(ANSWERS[OSTRC][0], QUESTIONS["q1"][1], strict=True))
    said = words.get(total.q1 or 0, "") if total.q1 is not None else "not answered"
    return f"{said} (severity {total.total:g} of 100)" if total.total is not None else said


def _one(name: str, key: str, was: InstrumentTotal | None, then: str) -> float | None:
    question, words = QUESTIONS[name]
    scores = ANSWERS[OSTRC][int(name[1]) - 1]
    options = {f"{score:g}": word for score, word in zip(scores, words, strict=True)}
    before = getattr(was, name) if was else None
    answer = one_word(question, options, f"{name}-{key}", None if before is None else f"{before:g}", then)
    return None if answer is None else float(answer)
