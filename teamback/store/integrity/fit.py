"""What the journal refuses in one event by itself: each check is a short function with one sentence."""

import datetime as dt
import re
from dataclasses import fields

from teamback.record.clinical_words import NATURES, PURPOSES, STAGE_DECISIONS, TASK_ACTS
from teamback.record.event import Event, must_fields
from teamback.record.events import (
    KINDS,
    AlertSent,
    AthleteNamed,
    Availability,
    CalendarEntry,
    CaseOpened,
    Consent,
    Erased,
    Guardian,
    Imported,
    Intervention,
    LimitsInForce,
    Observation,
    PainEntry,
    Programme,
    RemovalRequested,
    SeasonPhase,
    Session,
    SetAside,
    SquadNamed,
    StageChange,
    TaskAct,
    Undone,
)
from teamback.record.own_data_words import CONSENTS, GUARDIANS, REMOVALS
from teamback.record.pain_words import CHANNELS, INTERVENTIONS, SEASON_PHASES
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.record.words import CALENDAR, MATCH, SITES, TRAINING, WEEKDAYS
from teamback.store.appending import Entry
from teamback.store.tables import column_types, lists

_FURTHEST_AHEAD = dt.timedelta(hours=14)
_MAY_LIE_AHEAD = (
    *(CalendarEntry, SeasonPhase, SetAside, SquadNamed),
    *(AthleteNamed, LimitsInForce, Imported),
)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_WORDS = {
    Availability: {"training": TRAINING, "match": MATCH},
    CalendarEntry: {"what": CALENDAR},
    CaseOpened: {"nature": NATURES},
    StageChange: {"decision": STAGE_DECISIONS},
    Programme: {"purpose": PURPOSES},
    TaskAct: {"act": TASK_ACTS},
    SquadNamed: {"ostrc_on": WEEKDAYS},
    PainEntry: {"site": SITES},
    SeasonPhase: {"phase": SEASON_PHASES},
    Intervention: {"what": INTERVENTIONS},
    AlertSent: {"channel": CHANNELS},
    Guardian: {"relation": GUARDIANS},
    Consent: {"what": CONSENTS},
    RemovalRequested: {"how": REMOVALS},
}
_SCALED = {
    kind: [
        (f.name, SCALES[scale]) for f in fields(kind) if (scale := f.metadata["scale"] or f.name) in SCALES
    ]
    for kind in KINDS.values()
}
_TEXTS = {
    kind: [name for name, sql in column_types(kind).items() if sql == "text"] for kind in KINDS.values()
}


def refuse_unfit(entry: Entry, now: dt.datetime) -> None:
    """Raises the first sentence that speaks against an entry, whatever the journal holds."""
    event = entry.event
    _written_by_its_own_function(event)
    _sets_nothing_aside(entry)
    _off_its_scale(event)
    _no_word_of_ours(event)
    _no_time_of_day(event)
    _cannot_be_kept(event)
    _ahead_of_time(event, now)


def refuse_text(text: str, field: str) -> None:
    """PostgreSQL keeps no NUL and neither engine half a character: refused alike on both."""
    if text.isprintable():
        return
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise Refusal(
            "The text holds a character that cannot be kept. Type it anew instead of pasting.", field
        )


def _written_by_its_own_function(event: Event) -> None:
    if isinstance(event, Undone | Erased):
        raise Refusal("A batch is undone, and a person erased, through the store's own functions.")


def _sets_nothing_aside(entry: Entry) -> None:
    if isinstance(entry.event, SetAside) and entry.replaces is None:
        raise Refusal("It is not said which entry to set aside.")


def _off_its_scale(event: Event) -> None:
    if isinstance(event, Observation):
        if event.scale not in SCALES:
            raise Refusal(f"{event.scale} is no scale. Add it to the scales first.", "scale")
        if sentence := SCALES[event.scale].refuse(event.value):
            raise Refusal(sentence, "value")
    for name, scale in _SCALED[type(event)]:
        value = getattr(event, name)
        if value is not None and (sentence := scale.refuse(value)):
            raise Refusal(sentence, name)


def _no_word_of_ours(event: Event) -> None:
    for name, words in _WORDS.get(type(event), {}).items():
        word = getattr(event, name)
        if word not in words and not (word is None and name not in must_fields(event)):
            raise Refusal(f"{word} is not one of {', '.join(words)}.", name)


def _no_time_of_day(event: Event) -> None:
    if isinstance(event, Session | CalendarEntry) and event.start and not _TIME.fullmatch(event.start):
        raise Refusal(f"The start is {event.start}, but must be a time such as 09:30.", "start")


def _cannot_be_kept(event: Event) -> None:
    many = lists(type(event))
    for name in _TEXTS[type(event)]:
        value = getattr(event, name)
        for text in value if name in many else (value,):
            if text:
                refuse_text(text, name)


def _ahead_of_time(event: Event, now: dt.datetime) -> None:
    # Some squad's clock may be ahead of UTC by up to 14 hours; its own today is checked by the form.
    if not isinstance(event, _MAY_LIE_AHEAD) and event.day > (now + _FURTHEST_AHEAD).date():
        raise Refusal(f"{event.day:%d %b %Y} has not come yet. Nothing can be recorded for it.", "day")
