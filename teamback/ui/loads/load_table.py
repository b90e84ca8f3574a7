"""The roster by load: everybody's week against their own usual, and four weeks of days as small bars."""

from collections.abc import Sequence
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.record.words import short_day
from teamback.rounds.squad_load import ABOVE, BELOW, NOT_KNOWN, WITHIN, LoadRow, SquadLoad
from teamback.ui.charts import LOAD
from teamback.ui.marks import training_words

_WORDS = {
    ABOVE: "↑ Above usual",
    BELOW: "↓ Below usual",
    NOT_KNOWN: "? Not known",
    WITHIN: "= Within usual",
}
_ROW = 35
_HEIGHT, _FOOT, _STEP = 26, 23, 5
_BAR = LOAD.replace("#", "%23")
_TICK = "%237A828C"  # seen on the light and the dark ground alike, 3 : 1 and more


def strip(load: SquadLoad) -> None:
    """One line: which week, and how many of the roster stand where."""
    said = [f"<span>{_WORDS[where]} <b>{n}</b></span>" for where, n in load.counts.items() if n]
    week = f"7 days to {escape(short_day(load.week_to, load.day))}"
    split = '<span class="tb-split"></span>'
    st.html(f'<div class="tb-strip"><span>{week}</span>{split}{"".join(said)}</div>')


def roster(load: SquadLoad, key: str) -> int | None:
    """The whole roster, farthest from own usual first; gives the athlete whose row was chosen."""
    chosen = st.dataframe(
        _columns(load),
        key=key,
        hide_index=True,
        height=(len(load.rows) + 1) * _ROW + 3,
        row_height=_ROW,
        on_select="rerun",
        selection_mode="single-cell",
        placeholder="–",
        column_config=_config(load),
        alt="Load of the squad, farthest from own usual first. The same rows can be downloaded below.",
    )
    picked = chosen["selection"]["cells"]
    return load.rows[picked[0][0]].athlete.athlete if picked else None


def small_bars(days: Sequence[float | None], rest: Sequence[bool]) -> str:
    """Daily load as a data address of an SVG: an entered rest is a tick on the zero line, silence empty."""
    highest = max([100.0, *(value for value in days if value is not None)])
    bars, ticks = "", ""
    for i, (value, rested) in enumerate(zip(days, rest, strict=True)):
        x = _STEP * i + _STEP // 2
        if rested:
            ticks += f"M{x} {_FOOT}v-4"
        elif value:
            bars += f"M{x} {_FOOT}v-{max(round(value / highest * (_FOOT - 2)), 1)}"
    width = len(days) * _STEP
    return (
        f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{_HEIGHT}'>"
        f"<path stroke='{_TICK}' stroke-width='.5' d='M0 {_FOOT}.5H{width}'/>"
        f"<path stroke='{_BAR}' stroke-width='4' d='{bars}'/>"
        f"<path stroke='{_TICK}' stroke-width='1.2' d='{ticks}'/></svg>"
    )


def _columns(load: SquadLoad) -> pa.Table:
    rows = load.rows
    return pa.table(
        {
            "athlete": [row.athlete.known_as for row in rows],
            "training": [training_words(row.training) for row in rows],
            "standing": [standing(row, load.needed_days) for row in rows],
            "week": _numbers([row.week for row in rows]),
            "usual": [_usual(row) for row in rows],
            "from_usual": _numbers([row.from_usual for row in rows]),
            "change": _numbers([row.change_percent for row in rows]),
            "known": [f"{row.known_days} of 7, {row.rest_days} rest" for row in rows],
            "bars": [small_bars(row.days, row.rest) for row in rows],
        }
    )


def _numbers(values: Sequence[float | None]) -> Any:
    """Whole numbers as they are shown; what is not known stays empty."""
    return pa.array([None if value is None else round(value) for value in values], pa.int64())


def _usual(row: LoadRow) -> str:
    if row.usual is None or row.usual_sd is None:
        return "–"
    return f"{row.usual:,.0f} ± {row.usual_sd:,.0f}"


def standing(row: LoadRow, needed: int) -> str:
    """Where a week lies against the own usual, in words; or what is missing to say so."""
    if row.standing != NOT_KNOWN:
        return _WORDS[row.standing]
    if row.known_days < needed:
        return f"? Week: {row.known_days} of 7 days"
    return f"? Usual: {row.usual_weeks} of 4 weeks"


def _config(load: SquadLoad) -> dict[str, Any]:
    column = st.column_config
    week = f"The 7 days to {short_day(load.week_to, load.day)}; empty below {load.needed_days} known days"
    return {
        "athlete": column.TextColumn("Athlete", width=125, pinned=True),
        "training": column.TextColumn("Training", width=110, help="What a clinician decided"),
        "standing": column.TextColumn("Against own usual", width=145, help=_BAND_HELP),
        "week": column.NumberColumn("Load 7 d (AU)", format="localized", width=100, help=week),
        "usual": column.TextColumn("Usual week (AU)", width=120, alignment="right", help=_USUAL_HELP),
        "from_usual": column.NumberColumn("From usual (%)", format="%+d", width=100),
        "change": column.NumberColumn("On week before (%)", format="%+d", width=130, help=_CHANGE_HELP),
        "known": column.TextColumn("Days known", width=115, alignment="right", help=_KNOWN_HELP),
        "bars": column.ImageColumn("28 days", width=150, help=_BARS_HELP),
    }


_USUAL_HELP = "Mean and spread (sd) of the athlete's own four weeks before this one"
_BAND_HELP = (
    "Usual is the mean ± sd of the athlete's own four weeks before. By chance alone 4 weeks in 10 fall "
    "outside: it says where to look, and is no warning"
)
_CHANGE_HELP = "Against the 7 days before; empty after a week too small to compare with"
_KNOWN_HELP = "Days with a session that has RPE and minutes, or an entered rest (squad days off too)"
_BARS_HELP = "Load of each day; a tick is an entered rest, nothing is a day nobody entered"
