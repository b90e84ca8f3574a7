"""Who and what a case is, which stage it stands in, what may be done there, and who signs."""

import datetime as dt
from collections.abc import Mapping
from html import escape

import streamlit as st

from teamback.clinic.return_to_sport.moves import sentence
from teamback.clinic.return_to_sport.pathways import DRAFT, faults
from teamback.record.clinical_words import MODES_OF_ONSET, NATURES, OUTCOMES, RELATIONS
from teamback.record.own_data_words import OF_AGE
from teamback.record.words import PROFESSIONS, short_day, who
from teamback.rounds.cases import CaseNow
from teamback.rounds.return_to_sport.case_file import CaseFile
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.ui.marks import chip
from teamback.ui.plain import as_typed
from teamback.ui.return_to_sport.rts_card import case_in_words, days_in_words, proposal

OPEN, MOVE = "open", "move"


def title(case: CaseNow, day: dt.date) -> str:
    """A case among several, such as `Low back, right, since Mon 9 Nov`."""
    closed = f", closed {short_day(case.closed.event.day, day)}" if case.closed else ""
    return f"{case_in_words(case)}, since {short_day(case.case.onset, day)}{closed}"


def header(file: CaseFile, case: CaseNow) -> None:
    """Name, case and decision in force; for an open case its stage, else how it ended."""
    training = file.decision.event.training if file.decision else "not_decided"
    review = file.reviews.get(case.number)
    lines = [
        f"<h2>{escape(file.person.known_as)}</h2>",
        f"<p><b>{escape(title(case, file.day))}</b> {chip(training)}</p>",
        f'<p class="tb-small">{escape(_about(case, file.day, file.age))}</p>',
    ]
    if case.closed:
        closed = case.closed.event
        note = f". {closed.note}" if closed.note else ""
        lines.append(f"<p>Closed: {escape(OUTCOMES.get(closed.outcome or '', ''))}{escape(note)}</p>")
    elif review:
        lines.append(_stage(review, file.day))
    else:
        lines.append("<p>This case has no pathway: it is kept without stages.</p>")
    st.html(f'<div class="tb-story-head">{"".join(lines)}</div>')
    if review:
        _notices(review, file.day)


def buttons(may_open: bool, may_move: bool = False) -> str | None:
    """Move the case in view, and open one; gives which was pressed."""
    moving = may_move and st.button("Move", type="primary", key="move")
    opening = may_open and st.button("Open a case", icon=":material/add:", key="open-a-case")
    return MOVE if moving else OPEN if opening else None


def _age(age: int | None) -> str:
    said = "age not known" if age is None else f"{age} years"
    under = ", under age" if age is not None and age < OF_AGE else ""
    return f"{said}{under}"


def _about(case: CaseNow, day: dt.date, age: int | None) -> str:
    event = case.case
    contact = {True: "contact", False: "no contact"}.get(event.contact) if event.contact is not None else ""
    said = [
        _age(age),
        NATURES.get(event.nature, ""),
        MODES_OF_ONSET.get(event.mode_of_onset or "", "").lower(),
        event.mechanism,
        contact,
        RELATIONS.get(event.relation or "", "").lower(),
        " ".join(text for text in (event.diagnosis_code, event.diagnosis) if text),
        f"diagnosed {short_day(event.diagnosed_on, day)}" if event.diagnosed_on else "",
    ]
    return " · ".join(text for text in said if text)


def _stage(review: CaseReview, day: dt.date) -> str:
    stage = review.stage
    signed = " or ".join(PROFESSIONS[word] for word in stage.signed_by)
    ceiling = "no load ceiling" if stage.load_ceiling is None else f"load up to {stage.load_ceiling:g} %"
    advice = "" if stage.rpe_ceiling is None else f"; RPE up to {stage.rpe_ceiling:g} (advice)"
    now = {
        "Stage": f"<b>{stage.number} {escape(stage.name)}</b>: {days_in_words(review, day)}",
        "Allowed": escape(stage.allowed),
        "Not allowed": escape(stage.not_allowed),
        "Limits": escape(ceiling + _week(review) + advice),
    }
    about = {
        "Phase": escape(stage.bern_phase),
        "Aim": escape(stage.aim),
        "Signed by": signed,
        "Pathway": f"{escape(review.pathway.title)} ({escape(stage.status)}: {escape(stage.source)})",
    }
    folded = (
        f'<summary class="tb-small">Aim, who signs, and the source of this stage</summary>{_facts(about)}'
    )
    return f"{_facts(now)}<details>{folded}</details>"


def _facts(rows: Mapping[str, str]) -> str:
    return '<dl class="tb-facts">' + "".join(f"<dt>{k}</dt><dd>{v}</dd>" for k, v in rows.items()) + "</dl>"


def _week(review: CaseReview) -> str:
    week, share = review.reference_week, review.load_share.value
    now = (
        f", now {share:.0f} %" if isinstance(share, float) else f", now not known ({review.load_share.lacks})"
    )
    return f" of {week:,.0f} AU a week{now}" if week and review.stage.load_ceiling is not None else now


def _notices(review: CaseReview, day: dt.date) -> None:
    if review.pathway.draft:
        st.warning(DRAFT.capitalize() + ".", icon=":material/edit_note:")
    for fault in faults(review.pathway, day):
        st.warning(f"{as_typed(fault.sentence)} This case goes on.", icon=":material/event_busy:")
    for setback in review.setbacks:
        said = f"**{proposal(review, setback)}.** {as_typed(setback.says)}"
        itself = f"By itself: {as_typed(setback.automatic)}. Proposed: {as_typed(setback.proposed)}."
        rule = f"Rule {setback.rule}, house rule."
        st.warning(f"{said}  \n{itself} {rule}", icon=":material/undo:")
    overrides(review, day)


def overrides(review: CaseReview, day: dt.date) -> None:
    """Every override whose criteria are not all met yet: it stays in view until they are."""
    for mark in review.override_marks:
        by, on = who(mark.change.recorded_by), short_day(mark.change.event.day, day)
        missing = "  \n".join(as_typed(sentence(verdict)) for verdict in mark.unmet)
        st.warning(
            f"**Override** by {as_typed(by)}, {on}. Not met yet:  \n{missing}", icon=":material/gavel:"
        )
