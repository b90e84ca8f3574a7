"""The pain journal as it stands: entries newest first, each to be corrected, by staff to be set aside."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from teamback.record.events import PainEntry, SquadNamed
from teamback.record.kept import Kept
from teamback.record.words import short_day, who
from teamback.rounds.diary import Line
from teamback.rounds.reports_of_day import clock_in
from teamback.ui.body.journal_words import details, heading
from teamback.ui.diary_words import entered_by
from teamback.ui.plain import as_typed
from teamback.ui.session.session_said import ask_first

PAIN, PROGRESS = "pain", "progress"
NEW = 0
_VIEWS = {PAIN: "Pain journal", PROGRESS: "Progress"}


@dataclass(frozen=True)
class Chosen:
    """What to do: correct the entry of this number, write a NEW one (None: neither), or set one aside."""

    open: int | None
    set_aside: Kept[PainEntry] | None = None


def choose_view() -> str:
    """The pain journal, or the diary of progress."""
    view: str = st.segmented_control(
        "View",
        list(_VIEWS),
        default=PAIN,
        required=True,
        format_func=_VIEWS.__getitem__,
        key="tb-journal-view",
        label_visibility="collapsed",
    )
    return view


def choose(
    lines: Sequence[Line[PainEntry]], squad: SquadNamed, today: dt.date, key: str, staff: bool
) -> Chosen:
    """The button for a new entry, and the entries of the last 28 days with theirs."""
    name, aside = f"tb-open-{key}", None
    label = "Add to the pain journal" if staff else "Add to my pain journal"
    if st.session_state.get(name) is None and st.button(
        label, icon=":material/add:", type="primary", key=f"tb-add-{key}"
    ):
        st.session_state[name] = NEW
        st.rerun()
    opened: int | None = st.session_state.get(name)
    if opened is not None:
        if st.button("Back to the journal", icon=":material/arrow_back:", key=f"tb-back-{key}"):
            st.session_state[name] = None
            st.rerun()
        return Chosen(opened)
    if not lines:
        st.info("No entry in the last 28 days.", icon=":material/info:")
    for line in lines:
        aside = _line(line, squad, today, key, staff) or aside
    return Chosen(None, aside)


def local(entry: PainEntry | None, squad: SquadNamed) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Start and end by the squad's clock."""
    began, ended = (entry.started, entry.ended) if entry else (None, None)
    return (clock_in(squad, began) if began else None, clock_in(squad, ended) if ended else None)


def _line(
    line: Line[PainEntry], squad: SquadNamed, today: dt.date, key: str, staff: bool
) -> Kept[PainEntry] | None:
    entry = line.entry
    with st.container(border=True):
        st.markdown(_said(line, squad, today))
        if not line.counts or entry.event.with_check_in:
            return None
        with st.container(horizontal=True):
            if st.button("Correct", icon=":material/edit:", key=f"tb-correct-{entry.seq}-{key}"):
                st.session_state[f"tb-open-{key}"] = entry.seq
                st.rerun()
            if staff and ask_first(
                "Set this entry aside? It stays in the record and counts no longer.",
                "Set aside",
                f"aside-{entry.seq}-{key}",
                asking=True,
                icon=":material/delete:",
            ):
                return entry
    return None


def _said(line: Line[PainEntry], squad: SquadNamed, today: dt.date) -> str:
    event = line.entry.event
    began, ended = (f"{at:%H:%M}" if at else "" for at in local(event, squad))
    first = f"**{as_typed(heading(event, today, began, ended))}**"
    first = first if line.counts else f":gray[~~{as_typed(heading(event, today, began, ended))}~~]"
    by = "With the check-in" if event.with_check_in else f"By {entered_by(line.entry, event.asked_by)}"
    if line.changes:
        last = line.changes[-1]
        by += f"; corrected by {who(last.by)}, {short_day(last.at.date(), today)}"
    if line.set_aside:
        by += f"; set aside by {who(line.set_aside.by)}, {short_day(line.set_aside.at.date(), today)}"
    return "  \n".join(filter(None, (first, as_typed(details(event)), f":gray[:small[{as_typed(by)}]]")))
