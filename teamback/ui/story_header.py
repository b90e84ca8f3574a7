"""Who the story is about, what the data says this morning, and what was decided."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from teamback.record.events import Availability
from teamback.record.flag import INFO
from teamback.record.words import MATCH, RESTRICTIONS, TRAINING, short_day
from teamback.rounds.board import BoardRow
from teamback.rounds.story import Story
from teamback.ui.marks import chip, flag_mark


def header(story: Story, row: BoardRow, to_staff: bool) -> None:
    """Name, age, position and squads; the decision; and, for staff, the flag of the day with its reasons."""
    person = story.person
    about = [f"{story.age} years" if story.age is not None else "", person.position or "", *story.squads]
    lines = [
        f"<h2>{escape(person.known_as)}</h2>",
        f'<p class="tb-small">{" · ".join(escape(text) for text in about if text)}</p>',
        f"<p>{chip(row.training)} {_decided(row, story)}</p>",
    ]
    if to_staff:
        lines.append(f"<p>{flag_mark(row.flag.level)} {_reasons(row)}</p>")
    st.html(f'<div class="tb-story-head">{"".join(lines)}</div>')


def _reasons(row: BoardRow) -> str:
    """Each rule that spoke, those that gave the colour first."""
    spoke = [reason for reason in row.flag.reasons if reason.level != INFO]
    notes = [reason for reason in row.flag.reasons if reason.level == INFO]
    said = [escape(reason.says) for reason in spoke]
    said += [f'<span class="tb-small">{escape(reason.says)}</span>' for reason in notes]
    return " · ".join(said)


def _decided(row: BoardRow, story: Story) -> str:
    if row.decision is None:
        return "No decision is recorded."
    event = row.decision.event
    said = [escape(text) for text in limits_in_words(event)]
    on = short_day(event.day, story.day)
    said.append(f'<span class="tb-small">since {on}, {escape(row.decision.recorded_by)}</span>')
    return " · ".join(said)


def limits_in_words(event: Availability) -> Iterable[str]:
    """What a decision says beside its chip: match, what not to do, what to do, up to when."""
    yield f"Match: {MATCH[event.match].lower()}"
    if event.restrictions:
        yield "No: " + ", ".join(RESTRICTIONS.get(name, name).lower() for name in event.restrictions)
    if event.can_do:
        yield f"Can do: {event.can_do}"
    if event.minutes_cap is not None:
        yield f"Up to {event.minutes_cap:g} min"
    if event.until_reviewed:
        yield f"{TRAINING[event.training]} until reviewed"
    if event.review_on:
        yield f"Review {short_day(event.review_on, event.day)}"
