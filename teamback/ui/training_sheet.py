"""The coach's training sheet: who trains, who is modified and how, on the screen and on one A4."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from teamback.record.coach import CoachLine
from teamback.record.words import CALENDAR, MATCH, RESTRICTIONS, TRAINING, short_day
from teamback.rounds.coach_sheet import Change, CoachSheet
from teamback.ui.marks import chip

_SECTIONS = {
    "full": "Full",
    "modified": "Modified",
    "rehab": "Rehab (with physio)",
    "out": "Out",
    "not_decided": "Not decided: ask the medical staff before practice",
}
_COMPACT = ("full", "not_decided")


def draw(sheet: CoachSheet, now: dt.datetime | None) -> None:
    """The whole sheet; `now` is the squad's time at which it is drawn, None for a past day."""
    if not sheet.lines:
        st.info("Nobody is on this squad on this day. Choose another day.", icon=":material/info:")
        return
    sections = "".join(_section(sheet, training) for training in _SECTIONS)
    st.html(f'<article class="tb-sheet">{_head(sheet, now)}{_changed(sheet)}{sections}</article>')
    st.caption("Printing this page (Ctrl+P) gives the sheet alone, on A4.")


def _head(sheet: CoachSheet, now: dt.datetime | None) -> str:
    about = [f"<b>{escape(sheet.squad)}</b>", f"<b>{short_day(sheet.day)} {sheet.day.year}</b>"]
    about += [f"<b>{sheet.match_day}</b>"] if sheet.match_day else []
    about += [
        escape(" ".join(part for part in (CALENDAR[plan.what], plan.start, plan.place) if part))
        for plan in sheet.planned
    ]
    counts = "".join(chip(word, f"{TRAINING[word]} {n}") for word, n in sheet.counts.items() if n)
    return (
        f'<header><h2>Training sheet</h2><div class="tb-about">{_joined(about)}</div>'
        f'<div class="tb-fresh">{_as_of(sheet, now)}</div></header><div class="tb-strip">{counts}</div>'
    )


def _as_of(sheet: CoachSheet, now: dt.datetime | None) -> str:
    drawn = f"As of {now:%H:%M}" if now else "As of that day"
    if sheet.decided_at is None:
        return f"{drawn}, nothing decided by the medical staff yet"
    when = f"{sheet.decided_at:%H:%M}"
    if sheet.decided_at.date() != sheet.day:
        when = f"{short_day(sheet.decided_at.date(), sheet.day)} {when}"
    return f"{drawn} by the medical staff, last decision {when}"


def _changed(sheet: CoachSheet) -> str:
    """What is news since yesterday's sheet, each kind of change once with the names it is about."""
    news: dict[str, list[str]] = defaultdict(list)
    for change in sheet.changes:
        news[_news(change)].append(_name(change.now or change.then))
    said = [f"{what}: <b>{_whom(names, len(sheet.lines))}</b>" for what, names in news.items()]
    return f'<p class="tb-changed"><b>Changed since yesterday’s sheet</b> {_joined(said) or "nothing"}</p>'


def _news(change: Change) -> str:
    then, now = change.then, change.now
    if now is None:
        return "not on this squad any more"
    if then is None:
        return "new on the sheet"
    if _state(then) != _state(now):
        return f"{_state(then)} → {_state(now)}"
    if then.match != now.match:
        return f"match {_match(then)} → {_match(now)}"
    return "limits or words changed"


def _section(sheet: CoachSheet, training: str) -> str:
    lines = sheet.of(training)
    if not lines:
        return ""
    head = f"<h3>{chip(training, f'{_SECTIONS[training]} ({len(lines)})')}</h3>"
    if training in _COMPACT:
        names = "".join(f"<li>{_name(line)}</li>" for line in lines)
        return f'<section class="tb-names">{head}<ul>{names}</ul>{_remarks(lines)}</section>'
    return f"<section>{head}{''.join(_line(line, sheet.day) for line in lines)}</section>"


def _remarks(lines: Sequence[CoachLine]) -> str:
    """What a list of names leaves out, each remark once with the names it is about."""
    about: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        match = [] if line.match in ("available", line.training) else [f"match: {_match(line)}"]
        for remark in (*match, *_limits(line), *_words(line)):
            about[remark].append(_name(line))
    said = [f"<b>{what}</b> {_whom(names, len(lines))}" for what, names in about.items()]
    return "".join(f'<div class="tb-remark">{remark}</div>' for remark in said)


def _whom(names: Sequence[str], of: int) -> str:
    return "everybody" if len(names) == of > 1 else ", ".join(names)


def _line(line: CoachLine, day: dt.date) -> str:
    review = [_review(line.review_on, day)] if line.review_on else []
    facts = (*_limits(line), f"match: {_match(line)}", *review, *_words(line))
    said = " ".join(f"<span>{fact}</span>" for fact in facts)
    return f'<div class="tb-athlete"><b>{_name(line)}</b><div>{said}</div></div>'


def _review(on: dt.date, day: dt.date) -> str:
    return f"review {short_day(on, day)}" if on >= day else f"<b>review was due {short_day(on, day)}</b>"


def _limits(line: CoachLine) -> list[str]:
    """What an athlete may not do, and for how long they train."""
    words = [escape(RESTRICTIONS.get(word, word).lower()) for word in line.restrictions]
    limits = [
        f"<b>{_state(line)}</b>" if line.until_reviewed else "",
        f"<b>no</b> {''.join(f'<i>{word}</i>' for word in words)}" if words else "",
        f"up to {line.minutes_cap:g} min" if line.minutes_cap else "",
    ]
    return [limit for limit in limits if limit]


def _words(line: CoachLine) -> list[str]:
    """What an athlete may do, and what else the medical staff wrote for the coach."""
    can_do = [f"<b>yes</b>&nbsp;<q>{escape(line.can_do)}</q>"] if line.can_do else []
    return can_do + ([f"<q>{escape(line.text_to_coach)}</q>"] if line.text_to_coach else [])


def _state(line: CoachLine) -> str:
    review = " – under review" if line.until_reviewed else ""
    return f"{TRAINING[line.training]}{review}"


def _match(line: CoachLine) -> str:
    return MATCH[line.match].lower()


def _name(line: CoachLine | None) -> str:
    return escape(line.known_as) if line else ""


def _joined(parts: Iterable[str]) -> str:
    return '<span class="tb-dot"> · </span>'.join(parts)
