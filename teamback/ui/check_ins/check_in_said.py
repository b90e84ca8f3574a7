"""What a check-in says, read back to the person who gave it."""

import datetime as dt
from collections.abc import Sequence
from html import escape

import streamlit as st

from teamback.clinic.urgent.red_flags_file import in_force
from teamback.record.events import CheckIn
from teamback.record.kept import Kept
from teamback.record.scales import WELLNESS_ITEMS
from teamback.record.words import SIDES, SITES, short_day
from teamback.rounds.check_ins.this_morning import ThisMorning
from teamback.rounds.since_last_report import Answered
from teamback.rounds.urgent.morning_report import Asked
from teamback.ui.body import journal_words
from teamback.ui.check_ins import weekly
from teamback.ui.check_ins.check_in_words import EVERY_MORNING, IN_SHORT, five_words
from teamback.ui.check_ins.your_day import MINUTES, TICKS
from teamback.ui.education import answer_words
from teamback.ui.plain import as_typed

_NOT_ANSWERED = "not answered"
_UNITS = {"sleep_h": "h", "morning_stiffness": "min"} | dict.fromkeys(MINUTES, "min")
_YES_OR_NO = ("spread_to_leg", "flare", *TICKS)


def thanks(entry: Kept[CheckIn], at: dt.datetime, to: str | None) -> None:
    """The word of thanks (`to`: the athlete who is here), and when and by whom it was reported."""
    thank = f"Thank you, {to}. " if to and not entry.event.asked_by else ""
    line = f"{thank}Your check-in was" if to else "Check-in"
    st.success(as_typed(f"{line} {_by_and_at(entry, at)}."), icon=":material/check_circle:")


def standing(entry: Kept[CheckIn], at: dt.datetime, unseen: bool) -> None:
    """Above the questions of a correction: what stands there now, open when it came while one was typing."""
    st.info(f"You are correcting what was {as_typed(_by_and_at(entry, at))}.", icon=":material/edit:")
    with st.expander("What stands there now", expanded=unseen):
        answers(entry.event)


def answers(report: CheckIn) -> None:
    """Every answer beside its question; a question of every morning without answer says so."""
    shown = [name for name in IN_SHORT if name in EVERY_MORNING or getattr(report, name) is not None]
    _lines([(IN_SHORT[name], _said(report, name)) for name in shown])


def besides(asked: ThisMorning) -> None:
    """What was said with it: the journal, the last 7 days, sites of cases, and warning signs."""
    journal = journal_words.rows(asked.journal.event) if asked.journal else []
    week = [("Last 7 days", weekly.in_words(asked.week.event))] if asked.week else []
    _lines([*journal, *week, *_signs_and_sites(asked.besides)])


def _signs_and_sites(asked: Asked) -> list[tuple[str, str]]:
    rows = [
        (f"Pain at the {SITES[site].lower()}", f"{asked.pains[site].event.value:g} of 10")
        for site in asked.sites
        if site in asked.pains
    ]
    if screen := asked.screen:
        flags = in_force()
        said = [
            f"{word}: {flags.short(keys)}"
            for word, keys in (("Yes", screen.yes), ("Not known", screen.unknown))
            if keys
        ]
        rows.append(("New warning signs", "; ".join(said) or "None"))
    return rows


def _lines(rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        lines = "".join(f"<dt>{escape(named)}</dt><dd>{escape(said)}</dd>" for named, said in rows)
        st.html(f'<dl class="tb-answers">{lines}</dl>')


def what_changed(answer: Answered, today: dt.date) -> None:
    """What changed because of a report: the line that staff wrote, and what was decided."""
    answer_words.tell(answer, today)


def _by_and_at(entry: Kept[CheckIn], at: dt.datetime) -> str:
    by = entry.event.asked_by
    on = "" if at.date() == entry.event.day else f" on {short_day(at.date(), entry.event.day)}"
    return f"{f'entered by {by}' if by else 'reported'} at {at:%H:%M}{on}"


def _said(report: CheckIn, name: str) -> str:
    value = getattr(report, name)
    if value is None:
        return _NOT_ANSWERED
    if name in WELLNESS_ITEMS:
        return five_words(name)[int(value) - 1]
    if name in ("low_back_now", "low_back_worst", "confidence"):
        return f"{value:g} of 10"
    if name in _YES_OR_NO:
        return "Yes" if value else "No"
    if name == "side":
        return str(SIDES.get(value, value))
    return f"{value:g} {_UNITS[name]}" if name in _UNITS else str(value)
