"""The form in which an athlete moves, and the squads they have been on."""

import datetime as dt
from collections.abc import Sequence
from html import escape

import streamlit as st

from teamback.record.events import SquadNamed
from teamback.record.words import short_day
from teamback.rounds import moving
from teamback.rounds.moving import ALSO, BACK, LEAVE, MOVE, Moving
from teamback.rounds.people import Person
from teamback.ui.beside import Beside
from teamback.ui.form import Form

_WHAT = {
    MOVE: "Move to another squad",
    ALSO: "Be on another squad too",
    LEAVE: "Leave this squad",
    BACK: "Come back to this squad",
}
_REASONS = ["Transfer", "On loan to another club", "End of contract", "End of loan", "Retired"]


def write(form: Form, who: Person, others: Sequence[SquadNamed]) -> None:
    """Where the athlete has been, and the form of the next move."""
    beside = Beside()
    _stays(who, form.today)
    typed = _ask(form.key, moving.choices(who, others), others, form.today, beside)
    if form.save(beside, moving.refusals(typed, who, form.today)):
        form.keep(moving.events(typed, who, others), f"{who.known_as}: saved.", beside)


def _stays(who: Person, today: dt.date) -> None:
    """Every squad the athlete has been on, oldest first."""
    lines = []
    for stay in who.stays:
        until = f" until {short_day(stay.until, today)}" if stay.until else ", still here"
        lines.append(f"<li><b>{escape(stay.name)}</b> from {short_day(stay.since, today)}{until}</li>")
    st.html(f'<ul class="tb-stays">{"".join(lines)}</ul>')


def _ask(
    key: str, choices: Sequence[str], others: Sequence[SquadNamed], today: dt.date, beside: Beside
) -> Moving:
    """What is typed at the moment; `others` are the squads to go to."""
    what: str | None = choices[0]
    if len(choices) > 1:
        what = st.radio("What happens", choices, index=None, format_func=_WHAT.__getitem__, key=f"{key}-what")
        beside.field("what")
    else:
        st.markdown(f"**{_WHAT[choices[0]]}**")
    to = _other_squad(key, others, beside) if what in (MOVE, ALSO) else None
    day = st.date_input(
        "Last day here is the day before" if what == LEAVE else "From",
        value=today,
        max_value=today,
        min_value=today - dt.timedelta(days=3660),
        format="DD/MM/YYYY",
        key=f"{key}-day",
        width=220,
    )
    beside.field("day")
    loan = what in (MOVE, ALSO, BACK) and st.checkbox("On loan", key=f"{key}-loan", help=_LOAN_HELP)
    reason = _reason(key, beside) if what == LEAVE else None
    return Moving(what=what, day=day, to=to, loan=loan, reason=reason)


def _other_squad(key: str, others: Sequence[SquadNamed], beside: Beside) -> str | None:
    names = {squad.squad: squad.name for squad in others}
    chosen = st.selectbox(
        "Squad",
        list(names),
        index=0 if len(names) == 1 else None,
        format_func=names.__getitem__,
        placeholder="Choose a squad",
        key=f"{key}-to",
        width=260,
    )
    beside.field("to")
    return chosen


def _reason(key: str, beside: Beside) -> str | None:
    reason = st.selectbox(
        "Reason",
        _REASONS,
        index=None,
        accept_new_options=True,
        placeholder="Choose or type a reason",
        key=f"{key}-reason",
        width=260,
    )
    beside.field("reason")
    return reason.strip() or None if reason else None


_LOAN_HELP = "There for a time: the table says so, and coming back is one move."
