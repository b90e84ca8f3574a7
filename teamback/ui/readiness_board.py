"""The morning board: counts, the roster worst first, and on a phone a card an athlete."""

from collections.abc import Sequence
from html import escape

import pyarrow as pa
import streamlit as st

from teamback.record.flag import GREEN, INFO, WORST_FIRST
from teamback.record.words import CALENDAR, FLAGS, TRAINING, short_day
from teamback.rounds.board import BoardRow, SquadDay
from teamback.ui.marks import THEME_COLOURS, chip, flag_mark, flag_words, training_words
from teamback.ui.plain import as_typed
from teamback.ui.sparkline import sparkline

EVERYONE, NEEDS_A_LOOK, NOT_REPORTED, OVERDUE = "All", "Needs a look", "Not reported", "Review overdue"
_ROW = 35
_FLAG_LABELS = [flag_words(level) for level in WORST_FIRST]
_TRAINING_LABELS = [training_words(training) for training in TRAINING]


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
    opened = None
    with st.container(key="board_table"):
        if today:
            opened = table(today, f"{key}-today")
        if apart:
            st.markdown(f"**In rehab or out ({len(apart)})**")
            opened = table(apart, f"{key}-apart") or opened
    with st.container(key="board_cards", gap="xsmall"):
        opened = cards([*today, *apart]) or opened
    return opened


def choose_rows(board: SquadDay) -> tuple[list[BoardRow], str]:
    """The filter above the board and the search: the rows to show, and what was chosen."""
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
    return [row for row in matching[chosen] if wanted in row.athlete.known_as.casefold()], chosen


def table(rows: Sequence[BoardRow], key: str) -> int | None:
    """The roster as a table; gives the number of the athlete whose row was chosen."""
    chosen = st.dataframe(
        _columns(rows),
        key=key,
        hide_index=True,
        height=(len(rows) + 1) * _ROW + 3,
        row_height=_ROW,
        on_select="rerun",
        selection_mode="single-cell",
        placeholder="–",
        column_config=_CONFIG | _BESIDE_STAGES if any(row.stage for row in rows) else _CONFIG,
        alt="The roster, worst first; the same rows stand below as a file",
    )
    picked = chosen["selection"]["cells"]
    return rows[picked[0][0]].athlete.athlete if picked else None


def cards(rows: Sequence[BoardRow]) -> int | None:
    """The roster as cards for one thumb; gives the number of the athlete whose card was tapped."""
    tapped = None
    for row in rows:
        colour = THEME_COLOURS[row.flag.level]
        name = as_typed(row.athlete.known_as)
        flag = f":{colour}[**{flag_words(row.flag.level)}**]"
        first = f"{flag} · **{name}** · {training_words(row.training)}"
        label = f"{first}  \n{as_typed(why(row))}"
        if st.button(label, key=f"c{row.athlete.athlete}", width="stretch"):
            tapped = row.athlete.athlete
    return tapped


def why(row: BoardRow) -> str:
    """The first reason in words, and how many more there are."""
    first, *others = row.flag.reasons
    says = _in_short(first.says) if row.flag.level == GREEN else first.says
    more = sum(reason.level != INFO for reason in others)
    return says[:1].upper() + says[1:] + (f"  +{more}" if more else "")


def _in_short(judged: str) -> str:
    """What a green row rests on, in a line: the first things judged, and all that is not known."""
    known, _, unknown = judged.partition("; ")
    return "; ".join(part for part in (", ".join(known.split(", ")[:3]), unknown) if part)


def _columns(rows: Sequence[BoardRow]) -> pa.Table:
    """A column a figure; stages have one when somebody is in a case."""
    figures = [row.figures for row in rows]
    stages = {"stage": [row.stage or "–" for row in rows]} if any(row.stage for row in rows) else {}
    return pa.table(
        {
            "flag": [[flag_words(row.flag.level)] for row in rows],
            "athlete": [row.athlete.known_as for row in rows],
            "training": [[training_words(row.training)] for row in rows],
            "why": [why(row) for row in rows],
            "pain": pa.array([f.pain_now for f in figures], pa.float64()),
            "line": [sparkline(f.pain_line) for f in figures],
            "wellness": [_wellness(row) for row in rows],
            "response": [_response(row) for row in rows],
            **stages,
            "load": [_load(row) for row in rows],
        }
    )


def _wellness(row: BoardRow) -> str:
    total, z = row.figures.wellness, row.figures.wellness_z
    if total is None:
        return "–"
    # + 0.0 so that a z just below nought does not read "-0.0"
    return f"{total:.0f} ({round(z, 1) + 0.0:+.1f})" if z is not None else f"{total:.0f}"


def _response(row: BoardRow) -> str:
    return _RESPONSES[row.response.level] if row.response else "–"


def _load(row: BoardRow) -> str:
    usual, load = row.figures.usual_load, row.figures.week_load
    if load is None:
        return "–"
    return f"{load:,.0f} ({(load - usual) / usual * 100:+.0f} %)" if usual else f"{load:,.0f}"


_RESPONSES = {
    "red": "▲ high",
    "amber": "◆ check",
    "green": "● settled",
    "pending": "… due",
    "unknown": "? not known",
}
_LINE_HELP = "Back pain, 0 to 10; a gap is a morning without a score"
_LOAD_HELP = (
    "The 7 days up to yesterday, and against the mean of the athlete's own four weeks before. "
    "It says nothing about injury risk."
)
_CONFIG = {
    "flag": st.column_config.MultiselectColumn(
        "Flag",
        options=_FLAG_LABELS,
        color=["#B3261E", "#9A5B00", "#5B6470", "#1E7145"],
        width=112,
        pinned=True,
        help="What the data says; the reasons stand beside it.",
    ),
    "athlete": st.column_config.TextColumn("Athlete", width=120),
    "training": st.column_config.MultiselectColumn(
        "Training",
        options=_TRAINING_LABELS,
        color=["grey"],
        width=112,
        help="What a clinician decided. It never changes by itself.",
    ),
    "why": st.column_config.TextColumn("Why", width=292),
    "pain": st.column_config.NumberColumn("Back now", format="%.3g", width=70, help="0 to 10, this morning"),
    "line": st.column_config.ImageColumn("14 mornings", width=110, help=_LINE_HELP),
    "wellness": st.column_config.TextColumn(
        "Wellness", width=84, alignment="right", help="Of 25, and how many sd from own last 28 days"
    ),
    "response": st.column_config.TextColumn(
        "Last session", width=96, help="How the back took it, up to the next morning"
    ),
    "load": st.column_config.TextColumn("Load 7 d (AU)", width=122, alignment="right", help=_LOAD_HELP),
}
_BESIDE_STAGES = {
    "why": st.column_config.TextColumn("Why", width=236),
    "line": st.column_config.ImageColumn("14 mornings", width=92, help=_LINE_HELP),
    "stage": st.column_config.TextColumn(
        "Stage", width=108, help="Of the open case that limits most; the return-to-sport board says more"
    ),
    "load": st.column_config.TextColumn("Load 7 d (AU)", width=112, alignment="right", help=_LOAD_HELP),
}
"""The widths that leave room for the stage on a screen of 1440."""
