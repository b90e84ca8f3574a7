"""The form in which a clinician decides availability: it gives what was typed and decides nothing."""

import datetime as dt

import streamlit as st

from teamback.clinic.availability import missing, names_a_diagnosis
from teamback.record.events import Availability
from teamback.record.scope import Scope
from teamback.record.words import MATCH, REASONS, RESTRICTIONS, TRAINING
from teamback.ui.form import Form
from teamback.ui.save_bar import save_when_whole

_TRAINING = [word for word in TRAINING if word != "not_decided"]


def decide(form: Form, athlete: int, now: Availability | None, scope: Scope, red_flag_open: bool) -> None:
    """A decision by itself, saved only when nothing speaks against it; `now` is the one in force."""
    with st.expander("Set availability", key=f"deciding-{athlete}"):
        form.say_who_was_first()
        typed = ask(athlete, now, form.today)
        refusals = missing(typed, scope, form.today, red_flag_open)
        if save_when_whole("Save decision", refusals, f"save-{athlete}"):
            form.keep([typed], "Decision saved")


def ask(athlete: int, now: Availability | None, today: dt.date, form: str = "availability") -> Availability:
    """What is typed at the moment, starting from the decision in force, or from one that is proposed."""
    key = f"{form}-{athlete}-"
    training = st.segmented_control(
        "Training",
        _TRAINING,
        default=now.training if now else None,
        format_func=TRAINING.__getitem__,
        key=f"{key}training",
    )
    match = st.segmented_control(
        "Match",
        list(MATCH),
        default=now.match if now else None,
        format_func=MATCH.__getitem__,
        key=f"{key}match",
    )
    restrictions = st.pills(
        "Must not do",
        list(RESTRICTIONS),
        selection_mode="multi",
        default=list(now.restrictions) if now else [],
        format_func=RESTRICTIONS.__getitem__,
        key=f"{key}restrictions",
    )
    with st.container(horizontal=True):
        cap = st.number_input(
            "Minutes cap",
            min_value=0,
            max_value=300,
            step=5,
            value=int(now.minutes_cap) if now and now.minutes_cap else None,
            placeholder="none",
            key=f"{key}cap",
            width=130,
        )
        review = st.date_input(
            "Review on",
            value=now.review_on if now else None,
            format="DD/MM/YYYY",
            key=f"{key}review",
            width=170,
        )
        reason = st.selectbox(
            "Reason",
            list(REASONS),
            index=list(REASONS).index(now.reason) if now and now.reason else None,
            format_func=REASONS.__getitem__,
            key=f"{key}reason",
            placeholder="Choose",
            width=190,
        )
    can_do = st.text_input("Can do", value=(now and now.can_do) or "", max_chars=200, key=f"{key}can")
    to_coach = st.text_input(
        "Text to coach",
        value=(now and now.text_to_coach) or "",
        max_chars=200,
        key=f"{key}coach",
        placeholder="What matters for training; no diagnosis",
    )
    if word := names_a_diagnosis(to_coach):
        st.caption(f":orange[:material/warning: “{word}” names a diagnosis: the coach reads this text.]")
    talk = st.checkbox(
        "Coach talks to me before practice",
        value=bool(now and now.talk_first),
        key=f"{key}talk",
        help="The name stands on top of the coach's sheet, without a reason.",
    )
    note = st.text_area("Clinical note (clinicians only)", max_chars=2000, key=f"{key}note", height=80)
    until = st.checkbox(
        "Until reviewed", value=bool(now and now.until_reviewed), key=f"{key}until", help=_UNTIL_REVIEWED
    )
    return Availability(
        day=today,
        athlete=athlete,
        training=training or "",
        match=match or "",
        until_reviewed=until,
        restrictions=tuple(restrictions),
        can_do=can_do.strip() or None,
        minutes_cap=cap,
        review_on=review,
        text_to_coach=to_coach.strip() or None,
        talk_first=talk or None,
        reason=reason,
        clinical_note=note.strip() or None,
    )


_UNTIL_REVIEWED = "Nobody trains on this decision before a clinician has looked again."
