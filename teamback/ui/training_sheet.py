"""The coach's training sheet: who trains, who is modified and how, on the screen and on one A4."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

import streamlit as st

from teamback.record.coach import CoachLine
from teamback.rounds import coach_sheet_words as words
from teamback.rounds.coach_sheet import CoachSheet
from teamback.ui.marks import chip

_DOWN = ":material/download:"


def draw(sheet: CoachSheet, now: dt.datetime | None) -> None:
    """The whole sheet; `now` is the squad's time at which it is drawn, None for a past day."""
    if not sheet.lines:
        st.info("Nobody is on this squad on this day. Choose another day.", icon=":material/info:")
        return
    sections = "".join(_section(sheet, training) for training in words.SECTIONS)
    st.html(f'<article class="tb-sheet">{_head(sheet, now)}{_changed(sheet)}{sections}</article>')


def files(sheet: CoachSheet, pdf: Callable[[], bytes], csv: Callable[[], str]) -> None:
    """The sheet as files; printing the page gives the same A4."""
    if not sheet.lines:
        return
    name = f"training-sheet-{sheet.day}"
    with st.container(horizontal=True, vertical_alignment="center", key="sheet-files"):
        st.download_button("PDF", pdf, f"{name}.pdf", "application/pdf", icon=_DOWN, on_click="ignore")
        st.download_button("CSV", csv, f"{name}.csv", "text/csv", icon=_DOWN, on_click="ignore")
        st.caption("Printing this page (Ctrl+P) gives the sheet alone, on A4.")


def acknowledge(sheet: CoachSheet, role: str) -> bool:
    """The coach's word that the sheet was read; asked again when a line has changed since."""
    if role != "coach" or not sheet.lines or (sheet.acknowledged and not sheet.since):
        return False
    label = "Acknowledge the changes" if sheet.since else "Acknowledge"
    return st.button(label, type="primary", icon=":material/done_all:", key="acknowledge")


def _head(sheet: CoachSheet, now: dt.datetime | None) -> str:
    squad, day, *others = map(escape, words.about(sheet))
    strong = [squad, day, *([others.pop(0)] if sheet.match_day else [])]
    counts = "".join(chip(word, said) for word, said in words.counts(sheet).items())
    read = f'<div class="tb-read">{escape(words.acknowledged(sheet))}</div>'
    return (
        f'<header><h2>Training sheet</h2><div class="tb-about">'
        f"{_joined([*(f'<b>{part}</b>' for part in strong), *others])}</div>"
        f'<div class="tb-fresh">{escape(words.as_of(sheet, now))}</div>{read}</header>'
        f'<div class="tb-strip">{counts}</div>'
    )


def _changed(sheet: CoachSheet) -> str:
    """What is news since yesterday's sheet, and whom to talk about before practice."""
    everybody = len(sheet.lines)
    news = _said(words.news(sheet.changes), everybody) or "nothing"
    talk = _said(words.to_talk_about(sheet), everybody) or "nobody"
    return (
        f'<p class="tb-changed"><b>Changed since yesterday’s sheet</b> {news}<br>'
        f"<b>Talk to the medical staff before practice</b> {talk}</p>"
    )


def _said(found: Mapping[str, Sequence[str]], of: int) -> str:
    return _joined(f"{escape(what)}: <b>{escape(words.whom(names, of))}</b>" for what, names in found.items())


def _section(sheet: CoachSheet, training: str) -> str:
    lines = sheet.of(training)
    if not lines:
        return ""
    head = f"<h3>{chip(training, f'{words.SECTIONS[training]} ({len(lines)})')}</h3>"
    if training in words.NAMES_ONLY:
        names = "".join(f"<li>{escape(line.known_as)}</li>" for line in lines)
        return f'<section class="tb-names">{head}<ul>{names}</ul>{_remarks(lines)}</section>'
    return f"<section>{head}{''.join(_line(line, sheet.day) for line in lines)}</section>"


def _remarks(lines: Sequence[CoachLine]) -> str:
    said = [
        f"<b>{escape(remark)}</b> {escape(words.whom(names, len(lines)))}"
        for remark, names in words.remarks(lines).items()
    ]
    return "".join(f'<div class="tb-remark">{remark}</div>' for remark in said)


def _line(line: CoachLine, day: dt.date) -> str:
    facts = [
        f"<b>{escape(words.state(line))}</b>" if line.until_reviewed else "",
        f"<b>no</b> {''.join(f'<i>{escape(word)}</i>' for word in words.restrictions(line))}"
        if line.restrictions
        else "",
        f"up to {line.minutes_cap:g} min" if line.minutes_cap else "",
        f"match: {words.match(line)}",
        _review(line, day),
        f"<b>yes</b>&nbsp;<q>{escape(line.can_do)}</q>" if line.can_do else "",
        f"<q>{escape(line.text_to_coach)}</q>" if line.text_to_coach else "",
    ]
    said = " ".join(f"<span>{fact}</span>" for fact in facts if fact)
    return f'<div class="tb-athlete"><b>{escape(line.known_as)}</b><div>{said}</div></div>'


def _review(line: CoachLine, day: dt.date) -> str:
    said = words.review(line, day) or ""
    return f"<b>{said}</b>" if line.review_on and line.review_on < day else said


def _joined(parts: Iterable[str]) -> str:
    return '<span class="tb-dot"> · </span>'.join(parts)
