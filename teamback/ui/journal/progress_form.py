"""The diary of progress: two taps a movement, how sure the athlete is of it and how well it goes."""

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from teamback.record.events import ManoeuvreScore
from teamback.record.kept import Kept
from teamback.record.pain_words import MANOEUVRES
from teamback.record.words import short_day
from teamback.ui.body.journal_words import scored
from teamback.ui.check_ins.check_in_words import ends
from teamback.ui.plain import as_typed
from teamback.ui.score_buttons import zero_to_ten

Scores = dict[str, tuple[float | None, float | None]]


def ask(key: str, names: Sequence[str], before: Mapping[str, Kept[ManoeuvreScore]], day: dt.date) -> Scores:
    """The scores of the moment by movement; what was scored that day already stands there to be mended."""
    st.caption("Score what you did lately: how sure you are of it, and how well it goes against before.")
    added: str | None = st.session_state.get(f"tb-more-{key}")
    typed: Scores = {}
    for name in [*names, *([added] if added and added not in names else [])]:
        was = before.get(name)
        with st.container(border=True):
            typed[name] = _one(name, was, key, day)
    others = [name for name in MANOEUVRES if name not in names]
    st.selectbox(
        "Another movement",
        others,
        index=None,
        format_func=MANOEUVRES.__getitem__,
        key=f"tb-more-{key}",
        placeholder="Choose one to add",
        width=320,
    )
    return typed


def _one(
    name: str, was: Kept[ManoeuvreScore] | None, key: str, day: dt.date
) -> tuple[float | None, float | None]:
    label, today = MANOEUVRES[name], was.event if was and was.event.day == day else None
    st.markdown(f"**{label}**")
    if was and today is None:
        last = scored(was.event).split(": ", 1)[1]
        st.caption(f"{short_day(was.event.day, day)}: {as_typed(last)}")
    sure = zero_to_ten(
        f"{label}: how sure are you?",
        ends("manoeuvre_confidence"),
        f"sure-{name}-{key}",
        today.confidence if today else None,
    )
    goes = zero_to_ten(
        f"{label}: how well does it go?",
        ends("manoeuvre_performance"),
        f"goes-{name}-{key}",
        today.performance if today else None,
    )
    return sure, goes
