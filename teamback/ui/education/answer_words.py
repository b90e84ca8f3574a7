"""What changed because of a report, in words; and the one line in which staff says so."""

import datetime as dt
from collections.abc import Sequence
from html import escape

import streamlit as st

from teamback.clinic.answers import LONGEST, refusals
from teamback.record.events import Answer, CheckIn
from teamback.record.words import RESTRICTIONS, TRAINING, set_by_itself, short_day, who
from teamback.rounds.since_last_report import Answered
from teamback.ui.form import Form
from teamback.ui.plain import as_typed
from teamback.ui.save_bar import save_when_whole


def tell(answer: Answered, today: dt.date) -> None:
    """To the athlete: the line that was written, and what was decided about training."""
    report = _report(answer.report_of, answer.pain, today)
    lines = []
    if answer.said:
        lines.append(f"Because of {report}: {as_typed(answer.said)} ({as_typed(who(answer.said_by or ''))})")
    if answer.decision and set_by_itself(answer.decided_by or ""):
        training = TRAINING[answer.decision.training]
        lines.append(
            f"A warning sign that you confirmed set your training to {training}, "
            "until a clinician has seen you."
        )
    elif answer.decision:
        limits = ", ".join(RESTRICTIONS[name].lower() for name in answer.decision.restrictions)
        without = f", without {limits}" if limits else ""
        training = f"your training was set to {TRAINING[answer.decision.training]}{without}"
        by = as_typed(who(answer.decided_by or ""))
        lines.append(f"After {report}, {training} ({by}).")
    st.info("  \n".join(lines), icon=":material/update:")


def listed(answers: Sequence[Answered], today: dt.date) -> None:
    """Every answer, newest first."""
    if not answers:
        return
    lines = "".join(
        f"<li>{escape(answer.said or '')} "
        f'<span class="tb-small">to {escape(_report(answer.report_of, answer.pain, today, whose="the"))}, '
        f"{escape(who(answer.said_by or ''))}</span></li>"
        for answer in answers
    )
    st.html(f'<b>What changed because of reports</b><ul class="tb-changes">{lines}</ul>')


def answer(form: Form, athlete: int, report: CheckIn | None) -> None:
    """One line to the athlete about the last report: what changes because of it."""
    with st.expander("Answer the athlete's report", key=f"answering-{athlete}"):
        if report is None:
            st.caption("No check-in in the last 7 days: there is no report to answer.")
            return
        form.say_who_was_first()
        typed = _ask(report, form.today)
        if save_when_whole("Tell the athlete", refusals(typed, form.today), f"tell-{athlete}"):
            form.keep([typed], "The athlete will read it")


def _ask(report: CheckIn, today: dt.date) -> Answer:
    """One line about a report, as it is typed."""
    said = st.text_input(
        f"To {_report(report.day, report.low_back_now, today, whose='the')}",
        max_chars=LONGEST,
        placeholder="What changes because of it",
        key=f"answer-{report.athlete}",
        help="The athlete reads it in check-in and story. Write no diagnosis that was not told.",
    )
    return Answer(day=today, athlete=report.athlete, report_of=report.day, said=said.strip())


def _report(day: dt.date, pain: float | None, today: dt.date, whose: str = "your") -> str:
    back = f"back pain of {pain:g} of 10" if pain else "report"
    return f"{whose} {back} on {short_day(day, today)}"
