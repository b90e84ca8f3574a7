"""Why a row has its colour: each rule that spoke, what it read, and what was not known."""

from html import escape

import streamlit as st

from teamback.clinic.education import called_for
from teamback.record.flag import Reason
from teamback.record.words import MATCH, REASONS, RESTRICTIONS, decided_by, short_day
from teamback.rounds.board import BoardRow, SquadDay
from teamback.ui.marks import chip, flag_mark

_LOAN = "on loan"


def why(row: BoardRow, board: SquadDay) -> None:
    """The flag with every reason, then the decision, then the figures behind them."""
    about = " · ".join(text for text in (row.athlete.position, _LOAN if row.athlete.loan else None) if text)
    quiet = f'<span class="tb-small">{escape(about)}</span>'
    st.html(f"{flag_mark(row.flag.level)} &nbsp; {chip(row.training)} {quiet}")
    for reason in row.flag.reasons:
        _reason(reason, board)
    if row.flag.not_known:
        st.html("<b>Not known</b><br>" + "<br>".join(escape(text) for text in row.flag.not_known))
    _decision(row, board)


def _reason(reason: Reason, board: SquadDay) -> None:
    limit = f"Limit: {reason.threshold}. " if reason.threshold else ""
    said = f"{limit}{reason.source} ({reason.status}). Rule {reason.rule}, limits {reason.limits}."
    if cards := ", ".join(card.title for card in called_for([reason.rule])):
        said += f" Education: {cards}."
    st.html(
        f'<div class="tb-reason">{flag_mark(reason.level, reason.says)}'
        f'<div class="tb-small">{escape(said)}</div></div>'
    )
    if reason.rows:
        many = len(reason.rows)
        with st.expander(f"The {many} entries this rule read" if many > 1 else "The entry this rule read"):
            lines = (f"<tr><td>{short_day(r.day, board.day)}<td>{escape(r.text)}" for r in reason.rows)
            st.html(f'<table class="tb-read"><tr><th>Day<th>What it says{"".join(lines)}</table>')


def _decision(row: BoardRow, board: SquadDay) -> None:
    st.markdown("**Availability**")
    if row.decision is None:
        st.write("Nobody has decided yet.")
        return
    event = row.decision.event
    limits = ", ".join(RESTRICTIONS[word] for word in event.restrictions)
    facts = [
        f"Training: {row.training.replace('_', ' ')}, match: {MATCH[event.match].lower()}",
        f"No: {limits.lower()}" if limits else None,
        f"Up to {event.minutes_cap:g} min" if event.minutes_cap else None,
        f"Can do: {event.can_do}" if event.can_do else None,
        f"Reason: {REASONS[event.reason].lower()}" if event.reason else None,
        f"To the coach: {event.text_to_coach}" if event.text_to_coach else None,
        f"Clinical note: {event.clinical_note}" if event.clinical_note else None,
        _review(row, board),
    ]
    lines = "<br>".join(escape(fact) for fact in facts if fact)
    by = f"{decided_by(row.decision.by())}, from {short_day(event.day, board.day)}"
    st.html(f'{lines}<div class="tb-small">{escape(by[:1].upper() + by[1:])}</div>')


def _review(row: BoardRow, board: SquadDay) -> str | None:
    review = row.decision.event.review_on if row.decision else None
    if review is None:
        return None
    said = f"Review on {short_day(review, board.day)}"
    return f"{said}: overdue, the decision holds until somebody reviews it" if row.review_overdue else said
