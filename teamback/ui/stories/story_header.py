"""Who the story is about, what the data says this morning, and what was decided."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from teamback.record.events import Availability
from teamback.record.flag import INFO, Flag
from teamback.record.words import MATCH, RESTRICTIONS, TRAINING, decided_by, short_day
from teamback.rounds.story import Story
from teamback.ui.marks import chip, flag_mark


def header(story: Story, flag: Flag | None) -> None:
    """Name, age, position and squads; the decision in force; and the flag of the day with its reasons.

    An athlete is given no flag: it is how the staff decides whom to look at first.
    """
    person = story.person
    about = [f"{story.age} years" if story.age is not None else "", person.position or "", *story.squads]
    lines = [
        f"<h2>{escape(person.known_as)}</h2>",
        f'<p class="tb-small">{" · ".join(escape(text) for text in about if text)}</p>',
        f"<p>{_decided(story)}</p>",
    ]
    if flag:
        lines.append(f"<p>{flag_mark(flag.level)} {_reasons(flag)}</p>")
    st.html(f'<div class="tb-story-head">{"".join(lines)}</div>')


def _reasons(flag: Flag) -> str:
    """Each rule that spoke, those that gave the colour first."""
    spoke = [escape(reason.says) for reason in flag.reasons if reason.level != INFO]
    notes = [escape(reason.says) for reason in flag.reasons if reason.level == INFO]
    return " · ".join([*spoke, *(f'<span class="tb-small">{note}</span>' for note in notes)])


def _decided(story: Story) -> str:
    """The decision in force: the newest of the story."""
    if not story.availability:
        return f"{chip('not_decided')} No decision is recorded."
    decision = story.availability[0]
    said = [escape(text) for text in limits_in_words(decision.event)]
    on = short_day(decision.event.day, story.day)
    said.append(f'<span class="tb-small">since {on}, {escape(decided_by(decision.recorded_by))}</span>')
    return f"{chip(decision.event.training)} {' · '.join(said)}"


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
