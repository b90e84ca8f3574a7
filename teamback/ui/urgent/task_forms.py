"""What is written about a task: what was done, the outcome that closes it, a referral."""

import datetime as dt

import streamlit as st

from teamback.record.clinical_words import REFERRED_TO
from teamback.record.events import Referral

CLOSE, ACT, REFER, ASK_AGAIN, HOLD = "Close", "Acted on", "Refer on", "Ask again", "Hold until reviewed"


def choose(rule: str, may_decide: bool, key: str) -> str:
    """What somebody wants to do; what the task is about stands first."""
    options = [CLOSE, ACT, REFER, ASK_AGAIN]
    if rule == "ES15":
        options = [ASK_AGAIN, CLOSE, ACT, REFER]
    elif rule == "ES11" and may_decide:
        options = [HOLD, *options]
    chosen = st.segmented_control(
        "What do you want to do?", options, default=options[0], required=True, key=f"{key}-what", wrap=True
    )
    return str(chosen)


def outcome(key: str) -> str | None:
    """What came of it."""
    text = st.text_area("Outcome", key=f"{key}-outcome", max_chars=1000, height=100, placeholder=_OUTCOME)
    return text.strip() or None


def note(key: str) -> str | None:
    """What was done so far."""
    text = st.text_area("What was done", key=f"{key}-note", max_chars=1000, height=80)
    return text.strip() or None


def referral(key: str, athlete: int, today: dt.date) -> Referral:
    """To whom, why and by when, as typed at the moment."""
    to = st.selectbox(
        "To whom",
        list(REFERRED_TO),
        index=None,
        format_func=REFERRED_TO.__getitem__,
        placeholder="Choose",
        key=f"{key}-to",
    )
    reason = st.text_input("Why", key=f"{key}-why", max_chars=300)
    due = st.date_input("Due", value=None, min_value=today, format="DD/MM/YYYY", key=f"{key}-due", width=170)
    return Referral(
        day=today, athlete=athlete, to_role=to or "", reason=reason.strip(), due=due or dt.date.min
    )


_OUTCOME = "What was found, what was decided, who knows"
