"""The columns of the morning board: the first reason in words, and each figure as it is read."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.record.flag import GREEN, INFO, WORST_FIRST
from teamback.record.words import TRAINING
from teamback.rounds.board import BoardRow
from teamback.ui.marks import flag_words, training_words
from teamback.ui.sparkline import sparkline

_FLAG_LABELS = [flag_words(level) for level in WORST_FIRST]
_TRAINING_LABELS = [training_words(training) for training in TRAINING]


def why(row: BoardRow) -> str:
    """The first reason in words, and how many more there are; before it the stage of who trains in a case."""
    first, *others = row.flag.reasons
    says = _in_short(first.says) if row.flag.level == GREEN else first.says
    more = sum(reason.level != INFO for reason in others)
    stage = f"Stage {row.stage}. " if row.stage and not row.apart else ""
    return stage + says[:1].upper() + says[1:] + (f"  +{more}" if more else "")


def config(rows: Sequence[BoardRow]) -> dict[str, Any]:
    """How each column is drawn."""
    return _CONFIG | _BESIDE_STAGES if _with_stages(rows) else _CONFIG


def _with_stages(rows: Sequence[BoardRow]) -> bool:
    """Stages have a column where most are in a case: among those out or in rehab."""
    return any(row.stage and row.apart for row in rows)


def _in_short(judged: str) -> str:
    """What a green row rests on, in a line: the first things judged, and all that is not known."""
    known, _, unknown = judged.partition("; ")
    return "; ".join(part for part in (", ".join(known.split(", ")[:3]), unknown) if part)


def columns(rows: Sequence[BoardRow]) -> pa.Table:
    """A column a figure."""
    figures = [row.figures for row in rows]
    stages = {"stage": [row.stage or "–" for row in rows]} if _with_stages(rows) else {}
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
_CONFIG: dict[str, Any] = {
    "flag": st.column_config.MultiselectColumn(
        "Flag",
        options=_FLAG_LABELS,
        color=["#B3261E", "#9A5B00", "#5B6470", "#1E7145"],
        width=112,
        pinned=True,
        help="What the data says; the reasons stand beside it.",
    ),
    "athlete": st.column_config.Column("Athlete", width=120),
    "training": st.column_config.MultiselectColumn(
        "Training",
        options=_TRAINING_LABELS,
        color=["grey"],
        width=112,
        help="What a clinician decided. It never changes by itself.",
    ),
    "why": st.column_config.Column("Why", width=292),
    "pain": st.column_config.NumberColumn("Back now", format="%.3g", width=70, help="0 to 10, this morning"),
    "line": st.column_config.ImageColumn("14 mornings", width=110, help=_LINE_HELP),
    "wellness": st.column_config.Column(
        "Wellness", width=84, alignment="right", help="Of 25, and how many sd from own last 28 days"
    ),
    "response": st.column_config.Column(
        "Last session", width=96, help="How the back took it, up to the next morning"
    ),
    "load": st.column_config.Column("Load 7 d (AU)", width=122, alignment="right", help=_LOAD_HELP),
}
_BESIDE_STAGES: dict[str, Any] = {
    "why": st.column_config.Column("Why", width=176),
    "line": st.column_config.ImageColumn("14 mornings", width=110, help=_LINE_HELP),
    "stage": st.column_config.Column(
        "Stage", width=134, help="Of the open case that limits most; the return-to-sport board says more"
    ),
    "load": st.column_config.Column("Load 7 d (AU)", width=112, alignment="right", help=_LOAD_HELP),
}
"""The widths that leave room for the stage on a screen of 1440."""
