"""The morning board: counts, the roster worst first, and on a phone a card an athlete."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from teamback.record.words import CALENDAR, FLAGS, TRAINING, short_day
from teamback.rounds.board import BoardRow, SquadDay
from teamback.ui.marks import chip, flag_mark
from teamback.ui.plain import as_typed
from teamback.ui.readiness_columns import table

EVERYONE, NEEDS_A_LOOK, NOT_REPORTED, OVERDUE = "All", "Needs a look", "Not reported", "Review overdue"


def counts(board: SquadDay) -> None:
    """One strip: who stands where by decision, then by data, then how many reported."""
    by_decision = [
        chip(training, f"{TRAINING[training]} {n}") for training, n in board.training_counts.items() if n
    ]
    by_data = [flag_mark(level, f"{FLAGS[level]} {n}") for level, n in board.flag_counts.items()]
    reported = f"<span><b>{board.reported}</b> of <b>{len(board.rows)}</b> reported</span>"
    split = '<span class="tb-split"></span>'
    st.html(f'<div class="tb-strip">{split.join(["".join(by_decision), "".join(by_data), reported])}</div>')


def day_line(board: SquadDay) -> None:
    """What kind of day it is: the match-day label and what is planned."""
    planned = [
        " ".join(text for text in (entry.start, CALENDAR[entry.what].lower(), entry.place) if text)
        for entry in board.calendar
        if entry.athlete is None
    ]
    said = [f"**{board.match_day}**"] if board.match_day else []
    said += [as_typed(text) for text in planned]
    if said:
        st.markdown(" · ".join(said))


def overdue(board: SquadDay) -> None:
    """Decisions whose review date has passed: before anything else."""
    if not board.overdue:
        return
    lines = []
    for row in board.overdue:
        due = row.decision.event.review_on if row.decision else None
        on = short_day(due, board.day) if due else ""
        lines.append(f"{chip(row.training)} <b>{escape(row.athlete.known_as)}</b> review was due {on}")
    st.html(f'<div class="tb-overdue"><b>Decide first</b> {" &nbsp; ".join(lines)}</div>')


def nobody(known: bool) -> None:
    """An empty roster says why, and what to do."""
    st.info(_NOBODY if known else _NOBODY_THEN, icon=":material/info:")


_NOBODY = "Nobody is on this roster on this day. Add athletes under People, or choose another day."
_NOBODY_THEN = "Nobody was on this roster as it was recorded then. Switch off “As it stood then”."


def draw(rows: Sequence[BoardRow], key: str) -> int | None:
    """Those decided about today, then those out or in rehab; gives the athlete whose row was opened."""
    if not rows:
        st.info("No athlete matches. Choose All, or clear the search.", icon=":material/info:")
    today = [row for row in rows if not row.apart]
    apart = [row for row in rows if row.apart]
    opened = section("today", today, key) if today else None
    if apart:
        st.markdown(f"**In rehab or out ({len(apart)})**")
        opened = section("apart", apart, key) or opened
    return opened


def choose_rows(board: SquadDay) -> list[BoardRow]:
    """The filter above the board and the search: the rows to show."""
    matching = {
        EVERYONE: board.rows,
        NEEDS_A_LOOK: [row for row in board.rows if row.flag.level in ("red", "amber")],
        NOT_REPORTED: [row for row in board.rows if row.flag.level == "not_reported"],
        OVERDUE: board.overdue,
    }
    labels = {name: name if name == EVERYONE else f"{name} {len(rows)}" for name, rows in matching.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.segmented_control(
            "Show",
            list(matching),
            default=EVERYONE,
            required=True,
            format_func=labels.__getitem__,
            label_visibility="collapsed",
            key="show",
            wrap=True,
        )
        name = st.text_input(
            "Find athlete", placeholder="Find athlete", label_visibility="collapsed", key="find", width=220
        )
    wanted = (name or "").casefold()
    return [row for row in matching[chosen] if wanted in row.athlete.known_as.casefold()]


def section(name: str, rows: Sequence[BoardRow], key: str) -> int | None:
    """The rows as a table, on a phone as cards, with a choice over each; gives the athlete who was chosen.

    The styles lay the choices, which hold the names alone, over the rows. st.dataframe would take the browser
    as long again: its grid is drawn by 2 MB of script.
    """
    names = {row.athlete.athlete: as_typed(row.athlete.known_as) for row in rows}
    with st.container(key=f"board_{name}"):
        st.html(table(rows))
        return st.segmented_control(
            "Open an athlete",
            list(names),
            format_func=names.__getitem__,
            label_visibility="collapsed",
            key=f"{key}-{name}",
            width="stretch",
        )
