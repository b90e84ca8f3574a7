"""One athlete's day: what is recorded, and whether to enter another session or to correct one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from teamback.record.events import Session
from teamback.record.kept import Kept
from teamback.record.words import short_day, who
from teamback.rounds.squad_sessions import described
from teamback.ui.plain import as_typed

NEW = 0
SQUAD, ONE = "squad", "one"
_VIEWS = {SQUAD: "Whole squad", ONE: "One athlete"}


def squad_or_one() -> str:
    """Whether the whole squad's session is entered, or one athlete's; an athlete in the address decides."""
    view: str = st.segmented_control(
        "Enter for",
        list(_VIEWS),
        default=ONE if "athlete" in st.query_params else SQUAD,
        required=True,
        format_func=_VIEWS.__getitem__,
        key="tb-squad-or-one",
        label_visibility="collapsed",
    )
    return view


def which_day(today: dt.date) -> dt.date:
    """An athlete enters today's session or, late, one of yesterday."""
    days = {today: "Today", today - dt.timedelta(days=1): "Yesterday"}
    day: dt.date = st.segmented_control(
        "Which day?",
        list(days),
        default=today,
        required=True,
        format_func=lambda day: f"{days[day]}, {short_day(day)}",
        key="tb-which-day",
        label_visibility="collapsed",
    )
    return day


@dataclass(frozen=True)
class Chosen:
    """What to do: correct the entry of this number, enter a NEW one (None: neither), or remove an entry."""

    open: int | None
    remove: Kept[Session] | None = None


def choose(entries: Sequence[Kept[Session]], key: str, may_remove: bool) -> Chosen:
    """The sessions of the day, each with its buttons, and another one; without any, the form is open."""
    name, remove = f"tb-open-{key}", None
    if not entries:
        st.session_state[name] = NEW  # and it stays open when somebody else enters one in between
    for entry in entries:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"**{as_typed(described(entry.event))}**  \n{as_typed(_more(entry))}", width="stretch"
            )
            if st.button("Correct", icon=":material/edit:", key=f"tb-correct-{entry.seq}-{key}"):
                st.session_state[name] = entry.seq
            if may_remove and st.button("Remove", icon=":material/delete:", key=f"tb-gone-{entry.seq}-{key}"):
                remove = entry
    if entries and st.button("Enter another session", icon=":material/add:", key=f"tb-another-{key}"):
        st.session_state[name] = NEW
    opened = st.session_state.get(name)
    there = opened in (NEW, *(entry.seq for entry in entries))
    return Chosen(opened if there else None, remove)


def _more(entry: Kept[Session]) -> str:
    event = entry.event
    pains = {"before": event.pain_before, "during": event.pain_during, "after": event.pain_after}
    said = ", ".join(f"{when} {score:g}" for when, score in pains.items() if score is not None)
    return f"Pain {said or 'not said'}. Entered by {who(entry.recorded_by)}."
