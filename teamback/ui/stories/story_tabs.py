"""Below the story's figure: the journal of check-ins, the sessions, and every availability decision."""

import datetime as dt
from collections.abc import Sequence
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.record.events import Availability, CheckIn
from teamback.record.kept import Kept
from teamback.record.scales import WELLNESS_ITEMS
from teamback.record.words import REASONS, SIDES, decided_by, short_day
from teamback.rounds.diary import Line
from teamback.rounds.story import Story
from teamback.ui.diary_words import corrections, entered_by, mark
from teamback.ui.marks import chip
from teamback.ui.return_to_sport.case_history import entries
from teamback.ui.session.session_table import session_table
from teamback.ui.stories.story_header import limits_in_words
from teamback.ui.stories.story_tests import tests


def tabs(story: Story) -> None:
    """Journal, sessions, availability and tests; notes for whoever may read them."""
    with_notes = [] if story.notes is None else ["Notes"]
    journal, sessions, availability, tested, *noted = st.tabs(
        ["Journal", "Sessions", "Availability", "Tests", *with_notes]
    )
    with journal:
        _journal(story.check_ins, story.day)
    with sessions:
        session_table(story.sessions, story.day, story.responses)
    with availability:
        _availability(story.availability, story.day)
    with tested:
        tests(story.tests, story.day)
    for tab in noted:
        with tab:
            entries(story.notes or (), story.day, "No note in these days.")


def _journal(lines: Sequence[Line[CheckIn]], day: dt.date) -> None:
    """Check-ins, newest first; questions that nobody answered in these days have no column."""
    if not lines:
        st.info("No check-in in these days. Look further back.", icon=":material/info:")
        return
    events = [line.entry.event for line in lines]
    columns: dict[str, Any] = {"Day": [short_day(event.day, day) for event in events]}
    if any(map(mark, lines)):
        columns["mark"] = [mark(line) for line in lines]
    columns["low_back_now"] = _numbers(events, "low_back_now")
    columns["total"] = pa.array([_total(line) for line in lines], pa.float64())
    for name in ("flare", "spread_to_leg"):
        if any(getattr(event, name) for event in events):
            columns[name] = [_yes_no(getattr(event, name)) for event in events]
    if _answered(events, "note"):
        columns["note"] = [event.note or "" for event in events]
    columns["entered"] = [entered_by(line.entry, line.entry.event.asked_by) for line in lines]
    if _answered(events, "side"):
        columns["side"] = [SIDES.get(event.side or "", "–") for event in events]
    columns |= {name: _numbers(events, name) for name in _ASKED if _answered(events, name)}
    st.dataframe(pa.table(columns), hide_index=True, placeholder="–", column_config=_CONFIG, alt="Check-ins")
    corrections(lines, day)


def _availability(decisions: Sequence[Kept[Availability]], day: dt.date) -> None:
    """Every decision, newest first; reason and clinical note where the reader may see them."""
    if not decisions:
        st.info(
            "Nobody has decided about this athlete yet: set it on the Readiness page.", icon=":material/info:"
        )
        return
    st.html(f'<div class="tb-decisions">{"".join(_decision(item, day) for item in decisions)}</div>')


def _decision(item: Kept[Availability], day: dt.date) -> str:
    event = item.event
    head = f"<b>From {short_day(event.day, day)}</b> {chip(event.training)}"
    said = [" · ".join(limits_in_words(event))]
    if event.reason:
        said.append(f"Reason: {REASONS.get(event.reason, event.reason).lower()}")
    if event.text_to_coach:
        said.append(f"To the coach: {event.text_to_coach}")
    if event.clinical_note:
        said.append(f"Clinical note: {event.clinical_note}")
    by = escape(f"{decided_by(item.recorded_by)}, recorded {short_day(item.recorded_at.date(), day)}")
    body = "".join(f"<p>{escape(text)}</p>" for text in said)
    return (
        f'<div class="tb-decision"><p>{head}</p>{body}<p class="tb-small">{by[:1].upper()}{by[1:]}</p></div>'
    )


def _total(line: Line[CheckIn]) -> float | None:
    """The wellness total, known only when all five were answered."""
    scores = [getattr(line.entry.event, name) for name in WELLNESS_ITEMS]
    return None if None in scores else float(sum(scores))


def _answered(events: Sequence[CheckIn], name: str) -> bool:
    return any(getattr(event, name) is not None for event in events)


def _numbers(events: Sequence[CheckIn], name: str) -> Any:
    return pa.array([getattr(event, name) for event in events], pa.float64())


def _yes_no(value: bool | None) -> str:
    return "–" if value is None else "yes" if value else "no"


_ASKED = ("low_back_worst", "morning_stiffness", *WELLNESS_ITEMS, "sleep_h", "confidence")
_number, _text = st.column_config.NumberColumn, st.column_config.TextColumn
_CONFIG = {
    "Day": _text(pinned=True, width=110),
    "low_back_now": _number("Back now", width=80, help="0 to 10"),
    "total": _number("Wellness", width=80, help="Sum of the five items, 5 to 25"),
    "low_back_worst": _number("Worst 24 h", width=90, help="0 to 10"),
    "morning_stiffness": _number("Stiffness (min)", width=105),
    "fatigue": _number("Fatigue", width=70, help="1 to 5, 5 is best"),
    "sleep_quality": _number("Sleep", width=65, help="1 to 5, 5 is best"),
    "soreness": _number("Soreness", width=80, help="1 to 5, 5 is best"),
    "stress": _number("Stress", width=65, help="1 to 5, 5 is best"),
    "mood": _number("Mood", width=65, help="1 to 5, 5 is best"),
    "sleep_h": _number("Sleep (h)", width=80),
    "confidence": _number("Confidence", width=90, help="In the back, 0 to 10"),
    "side": _text("Side", width=80),
    "spread_to_leg": _text("Leg", width=60, help="Pain spreads to the leg"),
    "flare": _text("Flare", width=60, help="Reported by the athlete"),
    "note": _text("Note", width="medium"),
    "entered": _text("Entered by", width=230),
    "mark": _text("Entry", width=85, help="Corrected, or set aside: see below the table"),
}
