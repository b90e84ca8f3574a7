"""The rules of athletes in care, ES13, REF and R3: who is silent, who was referred, who has a flare-up."""

import datetime as dt
from collections.abc import Iterator

from teamback.clinic.urgent.signs import (
    CLINICIANS,
    Asks,
    Basis,
    Flare,
    Signs,
    Spell,
    next_working_day,
    task,
)
from teamback.clinic.urgent.tasks import Task
from teamback.record.clinical_words import REFERRED_TO
from teamback.record.words import PROFESSIONS, short_day


def athlete_is_silent(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES13: a return-to-sport case is open and no check-in came for 48 h: contact the athlete.

    A check-in is the answer, and ends the task. After a closing the hours run anew from there.
    """
    for spell in signs.spells("ES13"):
        if spell.until:
            closing, day = spell.until.event, spell.until.event.day
            yield task("ES13", closing.cause, day, signs, _contact("in an open case", day, basis), spell.acts)
            continue
        begun = _silent_from(signs, spell)
        if begun is None or basis.now - begun[0] < _hours(basis):
            continue
        since = (begun[0] + _hours(basis)).astimezone(basis.now.tzinfo).date()
        on = signs.heard.at.astimezone(basis.now.tzinfo).date() if signs.heard else None
        last = f"in an open case ({f'the last on {short_day(on, basis.day)}' if on else 'none so far'})"
        acts = tuple(act for act in spell.acts if act.seq > begun[1])
        yield task("ES13", begun[1], since, signs, _contact(last, since, basis), acts)


def _silent_from(signs: Signs, spell: Spell) -> tuple[dt.datetime, int] | None:
    """The moment from which an athlete in an open case is silent, and the entry that says so."""
    ended = {kept.event.case_id for kept in signs.closed}
    begun = [
        (kept.recorded_at, kept.seq)
        for kept in signs.opened
        if kept.event.pathway and kept.event.case_id not in ended
    ]
    if not begun:
        return None
    heard = [(signs.heard.at, signs.heard.seq)] if signs.heard else []
    closed = [(spell.after.recorded_at, spell.after.seq)] if spell.after else []
    return max([min(begun), *heard, *closed])


def _hours(basis: Basis) -> dt.timedelta:
    return dt.timedelta(hours=basis.limits["silent_hours"].value)


def _contact(where: str, due: dt.date, basis: Basis) -> Asks:
    says = f"No check-in for {basis.limits['silent_hours'].value:g} h {where}: contact the athlete"
    return Asks(says, "chase", ("physio", "doctor"), due)


def athlete_was_referred(signs: Signs, _: Basis) -> Iterator[Task]:
    """REF: an athlete was sent to somebody else: due on the day set, open until there is an outcome."""
    for kept in signs.referrals:
        to = kept.event.to_role
        owner = (PROFESSIONS[to],) if to in PROFESSIONS else CLINICIANS
        says = f"Referred to {REFERRED_TO.get(to, to)}: {kept.event.reason}"
        yield task("REF", kept.seq, kept.event.day, signs, Asks(says, "refer", owner, kept.event.due))


def flare_in_an_open_case(signs: Signs, _: Basis) -> Iterator[Task]:
    """R3: the athlete reports a flare-up in an open case: a clinician looks within 1 working day."""
    cause = None
    for flare in signs.flares:
        if not _in_a_case(flare, signs):
            continue
        closing = signs.closing("R3", cause.seq) if cause else 0
        if closing is not None and closing < flare.seq:
            cause = flare
            says = "Flare-up reported in an open case: clinician review within 1 working day"
            asks = Asks(says, "review", ("physio", "doctor"), next_working_day(flare.day))
            yield task("R3", flare.seq, flare.day, signs, asks)


def _in_a_case(flare: Flare, signs: Signs) -> bool:
    ended = {kept.event.case_id: kept.seq for kept in signs.closed}
    return any(
        case.seq < flare.seq < ended.get(case.event.case_id, flare.seq + 1) and case.event.day <= flare.day
        for case in signs.opened
    )
