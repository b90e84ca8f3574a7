"""What was decided and written in a case, newest first: with who, when, and what it rested on."""

import datetime as dt
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from teamback.clinic.return_to_sport.case_entries import ACCEPTABLE, NOTE_PARTS, SIGN_OFFS
from teamback.clinic.urgent.inflammatory import CRITERIA
from teamback.record.clinical_words import DEGREES, HYPOTHESES, QUALITY, REFERRED_TO, STAGE_DECISIONS
from teamback.record.events import (
    Assessment,
    CriterionWaived,
    InflammatoryScreen,
    Medication,
    Note,
    RedFlagScreen,
    Referral,
    RiskAssessed,
    SignedOff,
    StageChange,
    StageReview,
    Treatment,
)
from teamback.record.kept import Kept
from teamback.record.verdict import Verdict
from teamback.record.words import short_day, who
from teamback.ui.return_to_sport import criteria_lines


def decisions(changes: Sequence[Kept[StageChange]], day: dt.date) -> None:
    """Every decision about the stage, with the verdicts that were kept with it."""
    st.html(f'<div class="tb-decisions">{"".join(_decision(c, day) for c in reversed(changes))}</div>')


def _decision(change: Kept[StageChange], day: dt.date) -> str:
    event = change.event
    override = " · <b>Override</b>" if event.override else ""
    anew = " · counted anew" if event.counted_anew else ""
    verdicts = [Verdict.from_text(text) for text in event.criteria]
    kept = ""
    if verdicts:
        met = sum(verdict.passes for verdict in verdicts)
        kept = (
            f"<details><summary>Criteria at that moment: {met} of {len(verdicts)} met</summary>"
            f"{criteria_lines.lines(verdicts)}</details>"
        )
    return (
        f'<div class="tb-decision"><p><b>{short_day(event.day, day)}</b> {STAGE_DECISIONS[event.decision]}: '
        f"{event.to_stage} {escape(event.stage_name)}{override}{anew}</p><p>{escape(event.reason or '')}</p>"
        f'<p class="tb-small">{escape(who(change.recorded_by))}</p>{kept}</div>'
    )


def entries(kept: Sequence[Kept[Any]], day: dt.date, nothing: str) -> None:
    """Entries of one kind in words, newest first; `nothing` says so where there is none."""
    if not kept:
        st.caption(nothing)
        return
    st.html(f'<div class="tb-decisions">{"".join(_entry(one, day) for one in kept)}</div>')


def _entry(kept: Kept[Any], day: dt.date) -> str:
    said = "".join(
        f"<p>{f'<b>{escape(label)}</b> ' if label else ''}{escape(text)}</p>"
        for label, text in _SAID[type(kept.event)](kept.event, day)
        if text
    )
    by = f"{short_day(kept.event.day, day)}, {who(kept.recorded_by)}"
    return f'<div class="tb-decision">{said}<p class="tb-small">{escape(by)}</p></div>'


Lines = list[tuple[str, str | None]]


def _assessment(event: Assessment, _: dt.date) -> Lines:
    sure = DEGREES.get(event.hypothesis_confidence or "", "").lower()
    thought = HYPOTHESES.get(event.hypothesis or "")
    return [
        ("Symptoms", event.symptoms),
        ("Irritability", DEGREES.get(event.irritability or "")),
        ("Hypothesis", f"{thought}{f', {sure} confidence' if sure else ''}" if thought else None),
        ("", event.hypothesis_note),
        ("Findings", event.findings),
        ("Imaging", event.imaging),
    ]


def _review(event: StageReview, _: dt.date) -> Lines:
    return [
        (f"Stage {event.stage}", ""),
        ("Spine position", QUALITY.get(event.spine_position or "")),
        ("Core engagement", QUALITY.get(event.core_engagement or "")),
        ("Hip control", QUALITY.get(event.hip_control or "")),
        ("", event.note),
    ]


def _risk(event: RiskAssessed, _: dt.date) -> Lines:
    minutes = None if event.match_minutes is None else f"{event.match_minutes:g}"
    return [
        ("Tissue health", ACCEPTABLE.get(event.tissue_health)),
        ("Tissue stress", ACCEPTABLE.get(event.tissue_stress)),
        ("Risk tolerance", ACCEPTABLE.get(event.risk_tolerance)),
        ("Match minutes", minutes),
        ("Decided with", ", ".join(event.decided_with)),
        ("", event.note),
    ]


def _screen(event: RedFlagScreen, _: dt.date) -> Lines:
    said = f"{len(event.yes)} yes, {len(event.no)} no, {len(event.unknown)} not known"
    return [("Screen" if not event.background else "Background", said)]


def _inflammatory(event: InflammatoryScreen, day: dt.date) -> Lines:
    said = {"Yes": event.yes, "Not known": event.unknown}
    answers = [(word, "; ".join(CRITERIA.get(key, key) for key in keys)) for word, keys in said.items()]
    return [("Began", short_day(event.onset, day)), *answers, ("", event.note)]


_SAID: dict[type[Any], Callable[[Any, dt.date], Lines]] = {
    Assessment: _assessment,
    StageReview: _review,
    RiskAssessed: _risk,
    RedFlagScreen: _screen,
    InflammatoryScreen: _inflammatory,
    SignedOff: lambda e, _: [(SIGN_OFFS.get(e.what, e.what), e.given_by), ("", e.note)],
    CriterionWaived: lambda e, _: [
        ("Waived", f"{e.criterion}{f', {e.item}' if e.item else ''}"),
        ("", e.reason),
    ],
    Note: lambda e, _: [(letter, getattr(e, part)) for part, letter in NOTE_PARTS.items()],
    Treatment: lambda e, _: [("", e.given), ("Minutes", None if e.minutes is None else f"{e.minutes:g}")],
    Medication: lambda e, day: [("", e.given), ("Until", e.until and short_day(e.until, day))],
    Referral: lambda e, day: [
        ("To", REFERRED_TO.get(e.to_role)),
        ("Why", e.reason),
        ("Due", short_day(e.due, day)),
    ],
}
