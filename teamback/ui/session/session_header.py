"""What is the same for the whole squad's session, and the buttons that fill the grid on demand."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from teamback.record.events import CalendarEntry
from teamback.record.refusal import Refusal
from teamback.record.words import SESSION_TYPES
from teamback.rounds.squad_sessions import Heading
from teamback.ui.beside import Beside
from teamback.ui.session import session_grid
from teamback.ui.session.session_form import fill, in_words


def ask(key: str, day: dt.date, plans: Sequence[CalendarEntry], beside: Beside) -> Heading:
    """Type and start of the session, and planned minutes that a button gives to all who took part."""
    place = {"type": f"tb-htype-{key}", "start": f"tb-hstart-{key}", "minutes": f"tb-hminutes-{key}"}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = st.selectbox(
            "Type",
            list(SESSION_TYPES),
            index=None,
            format_func=SESSION_TYPES.__getitem__,
            key=place["type"],
            placeholder="Choose",
            on_change="ignore",
            filter_mode=None,
            width=170,
        )
        start = st.time_input(
            "Start", None, key=place["start"], step=dt.timedelta(minutes=5), on_change="ignore", width=120
        )
        minutes = st.number_input(
            "Planned minutes",
            value=None,
            step=5.0,
            format="%g",
            key=place["minutes"],
            on_change="ignore",
            width=150,
        )
        for n, plan in enumerate(plans):
            label = f"Take from the plan: {in_words(plan)}"
            st.button(label, key=f"tb-hplan-{n}-{key}", on_click=fill, args=(plan, place))
    beside.field("type")
    with st.container(horizontal=True):
        if st.button("Everyone else: Full", icon=":material/group:", key=f"tb-full-{key}"):
            session_grid.change(key, session_grid.full_where_empty)
        if st.button("Fill minutes for all who took part", icon=":material/timer:", key=f"tb-min-{key}"):
            if minutes is None:
                beside.say([Refusal("Give the planned minutes first.", "type")])
            session_grid.change(key, session_grid.minutes_filled(minutes))
    begins = f"{start:%H:%M}" if start else None
    planned = any(plan.what == kind and plan.start == begins for plan in plans) or None
    return Heading(day, kind, begins, planned)
