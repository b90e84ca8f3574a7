"""The questions on inflammatory back pain (NICE NG65): answers, and at once what they ask for."""

import datetime as dt

import streamlit as st

from teamback.clinic.limits import Limits
from teamback.clinic.urgent.inflammatory import CRITERIA, NOT_ELIGIBLE, NOT_YET, UNKNOWN, judge, refusals
from teamback.record.events import InflammatoryScreen
from teamback.record.words import short_day
from teamback.ui.save_bar import save_when_whole

SOURCE = "NICE NG65: back pain that began before 45 and has lasted for more than 3 months."
TITLE = "Inflammatory back pain (NICE NG65)"
_ANSWERS = {"yes": "Yes", "no": "No", "unknown": "Not known"}


def form(
    key: str, athlete: int, day: dt.date, born: dt.date | None, limits: Limits
) -> InflammatoryScreen | None:
    """The whole screen; gives the entry to keep once Save came."""
    st.caption(SOURCE)
    onset = st.date_input(
        "When did the back pain begin?",
        value=None,
        min_value=day - dt.timedelta(days=40 * 365),
        max_value=day,
        format="DD/MM/YYYY",
        key=f"{key}-onset",
        width=220,
    )
    said = {
        name: st.segmented_control(
            says, list(_ANSWERS), format_func=_ANSWERS.__getitem__, key=f"{key}-{name}", width="stretch"
        )
        for name, says in CRITERIA.items()
    }
    note = st.text_area("Note (clinicians only)", max_chars=1000, height=80, key=f"{key}-note")

    def answered(word: str) -> tuple[str, ...]:
        return tuple(name for name, answer in said.items() if answer == word)

    typed = InflammatoryScreen(
        day=day,
        athlete=athlete,
        onset=onset or dt.date.min,
        yes=answered("yes"),
        no=answered("no"),
        unknown=answered("unknown"),
        note=note.strip() or None,
    )
    against = refusals(typed, born, day)
    if onset and born:
        _judged(typed, born, limits)
    return typed if save_when_whole("Save", against, f"{key}-save") else None


def _judged(typed: InflammatoryScreen, born: dt.date, limits: Limits) -> None:
    """What the answers so far ask for; onset before 35 is counted by itself."""
    judged = judge(typed, born, limits)
    early = limits["ng65_early_onset"].value
    counted = f"Began on {short_day(typed.onset, typed.day)}; onset before {early:g} is counted by itself."
    if judged.outcome in (NOT_ELIGIBLE, NOT_YET, UNKNOWN):
        st.warning(judged.says, icon=":material/event_busy:")
    else:
        st.info(f"{judged.says}  \n{counted}", icon=":material/rule:")
