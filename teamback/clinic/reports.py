"""What stands between a typed check-in or session and saving it: one list of sentences, empty when it may."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields

from teamback.clinic.exercise.warm_ups import disagreeing
from teamback.record.event import Event
from teamback.record.events import CheckIn, Session
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.record.words import ACTIVITIES, PARTICIPATION, SESSION_TYPES, SIDES, SITES, short_day

_ABOUT_THE_ENTRY = ("day", "athlete", "rated_at", "asked_by", "start", "planned", "type")


def check_in(typed: CheckIn, today: dt.date, joined: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses a check-in as typed; `joined` is the athlete's first day on any roster."""
    return (
        *day(typed, today, joined),
        *_something(typed),
        *on_their_scales(typed),
        *in_the_list("Side", "side", typed.side, SIDES),
        *_worst_is_not_below_now(typed),
    )


def session(typed: Session, today: dt.date, joined: dt.date, confirmed: bool = False) -> tuple[Refusal, ...]:
    """Everything that refuses a session as typed; `confirmed` lets unusual but possible values through."""
    return (
        *day(typed, today, joined),
        *_something(typed),
        *on_their_scales(typed),
        *(() if confirmed else _to_confirm(typed)),
        *_start_is_a_time(typed),
        *in_the_list("Type", "type", typed.type, SESSION_TYPES),
        *in_the_list("Participation", "participation", typed.participation, PARTICIPATION),
        *in_the_list("Pain site", "pain_site", typed.pain_site, SITES),
        *(r for name in typed.activities for r in in_the_list("Activity", "activities", name, ACTIVITIES)),
        *_none_has_no_minutes(typed),
        *disagreeing(typed),
    )


def day(typed: Event, today: dt.date, joined: dt.date) -> Iterator[Refusal]:
    """Refuses a day to come, and one before the athlete joined."""
    said = short_day(typed.day, today)
    if typed.day > today:
        yield Refusal(f"{said} lies in the future: enter what has happened.", "day")
    if typed.day < joined:
        yield Refusal(f"{said} lies before the athlete joined, on {short_day(joined, today)}.", "day")


def _something(typed: Event) -> Iterator[Refusal]:
    answers = (getattr(typed, f.name) for f in fields(typed) if f.name not in _ABOUT_THE_ENTRY)
    if all(answer in (None, (), "") for answer in answers):
        yield Refusal("Nothing was answered: answer at least one question.")


def on_their_scales(typed: Event) -> Iterator[Refusal]:
    """Refuses what lies outside the range of its scale."""
    for f in fields(typed):
        scale = SCALES.get(f.metadata["scale"] or f.name)
        sentence = scale.refuse(getattr(typed, f.name)) if scale else None
        if sentence:
            yield Refusal(sentence, f.name)


def _to_confirm(typed: Event) -> Iterator[Refusal]:
    for f in fields(typed):
        scale, value = SCALES.get(f.metadata["scale"] or f.name), getattr(typed, f.name)
        if scale and value is not None and scale.confirm_above and scale.confirm_above < value <= scale.high:
            usual = f"more than {scale.confirm_above:g} {scale.unit}"
            yield Refusal(f"{scale.label} is {value:g}, {usual}: mend it, or confirm it.", f.name)


def in_the_list(label: str, field: str, name: str | None, words: Mapping[str, str]) -> Iterator[Refusal]:
    """Refuses a word that is none of a list."""
    if name is not None and name not in words:
        yield Refusal(f"{label} {name!r} is not in the list: choose {', '.join(words.values())}.", field)


def _worst_is_not_below_now(typed: CheckIn) -> Iterator[Refusal]:
    worst, now = typed.low_back_worst, typed.low_back_now
    if worst is not None and now is not None and worst < now:
        sentence = f"Worst pain in 24 h ({worst:g}) is below the pain now ({now:g})."
        yield Refusal(sentence, "low_back_worst")


def _start_is_a_time(typed: Session) -> Iterator[Refusal]:
    if typed.start is not None and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", typed.start):
        yield Refusal(f"Start {typed.start!r} is no time of the day: write it as 17:30.", "start")


def _none_has_no_minutes(typed: Session) -> Iterator[Refusal]:
    if typed.participation == "none" and typed.minutes:
        sentence = f"Participation None cannot have {typed.minutes:g} minutes: change one of the two."
        yield Refusal(sentence, "participation")
