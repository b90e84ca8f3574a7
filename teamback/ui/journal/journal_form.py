"""One entry of the pain journal: when, how bad, where on the body map, what came before it and what eases."""

import datetime as dt
from typing import Any

import streamlit as st

from teamback.record.events import PainEntry
from teamback.rounds.journal.journal_writing import When
from teamback.ui.beside import Beside
from teamback.ui.body import body_map
from teamback.ui.check_ins.about_the_back import journal_word, note
from teamback.ui.check_ins.check_in_words import QUESTIONS, ends
from teamback.ui.score_buttons import RERUN, one_word, yes_or_no, zero_to_ten

HOW_BAD = "How bad was it at its worst?"
WHERE = "Where did it hurt?"
STILL = "Is it over?"


def ask(
    key: str,
    was: PainEntry | None,
    local: tuple[dt.datetime | None, dt.datetime | None],
    today: dt.date,
    with_note: bool,
    beside: Beside,
) -> tuple[dict[str, Any], When]:
    """What is typed at the moment; `local` are start and end of `was` by the squad's clock."""
    typed: dict[str, Any] = {}
    pain = was.pain if was else None
    typed["pain"] = zero_to_ten(HOW_BAD, ends("low_back_now"), f"pain-{key}", pain)
    beside.field("pain")
    typed |= body_map.ask(WHERE, key, was)
    beside.field("area")
    when = _when(key, was, local, today, beside)
    for name in ("position_trigger", "preceding_activity", "easing_factor"):
        typed[name] = journal_word(name, key, was)
    spread = was.spread_to_leg if was else None
    typed["spread_to_leg"] = yes_or_no(QUESTIONS["spread_to_leg"], f"spread-{key}", spread)
    if with_note:
        typed["note"] = note(key, was.note if was else None)
    return typed, when


def _when(
    key: str,
    was: PainEntry | None,
    local: tuple[dt.datetime | None, dt.datetime | None],
    today: dt.date,
    beside: Beside,
) -> When:
    began, ended = local
    with st.container(horizontal=True):
        day = _day("Day", f"day-{key}", was.day if was else today, today)
        at = _time("Began at", f"began-{key}", began)
    beside.field("day")
    beside.field("started")
    known = None if was is None else "yes" if ended else "no"
    over = one_word(STILL, {"no": "Still there", "yes": "Over"}, f"over-{key}", known, RERUN) == "yes"
    if not over:
        return When(day, at)
    with st.container(horizontal=True):
        last = _day("Over on", f"last-{key}", ended.date() if ended else day, today)
        until = _time("At", f"until-{key}", ended)
    beside.field("ended")
    return When(day, at, True, last, until)


def _day(label: str, key: str, value: dt.date, today: dt.date) -> dt.date:
    day: dt.date = st.date_input(
        label, value, max_value=today, format="DD/MM/YYYY", key=f"tb-{key}", on_change="ignore", width=160
    )
    return day


def _time(label: str, key: str, value: dt.datetime | None) -> dt.time | None:
    return st.time_input(
        label,
        value.time() if value else None,
        step=dt.timedelta(minutes=5),
        key=f"tb-{key}",
        on_change="ignore",
        width=160,
    )
