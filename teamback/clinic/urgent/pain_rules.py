"""The rules of pain over days, ES8, ES9, ES11 and ES14: it lasts, grows with activity, or is severe."""

import datetime as dt
from collections.abc import Iterator, Sequence

from teamback.clinic.limits import Limits
from teamback.clinic.low_back.referral_clock import ReferralClock, referral_clock
from teamback.clinic.urgent.signs import (
    CLINICIANS,
    Asks,
    Basis,
    Scored,
    SessionSign,
    Signs,
    Spell,
    next_working_day,
    task,
)
from teamback.clinic.urgent.tasks import Task
from teamback.record.events import PainEntry
from teamback.record.kept import Numbered
from teamback.record.words import short_day

HELD = ("extension", "rotation", "jump_and_land")
"""What ES11 proposes to hold until reviewed: extension, rotation and impact, as restrictions name them."""


def back_pain_lasts(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES8: the referral clock has run for 14 days or more: formal assessment within 3 working days.

    A pain day is a morning or a session's peak of 2/10 or more. After a closing the clock starts anew: days
    up to the closing count no longer, so pain that goes on for as long again asks again.
    """
    enough = basis.limits["referral_pain"].value
    for spell in signs.spells("ES8"):
        pains = [pain for pain in signs.pains if spell.on_day(pain.day) and pain.value >= enough]
        if found := _clock_refers(pains, signs, basis.limits):
            pain, clock = found
            says = (
                f"Low back pain for {clock.runs_for} days, since {short_day(clock.first, basis.day)}"
                f" ({pain.value:g}/10 on {short_day(pain.day, basis.day)}): formal assessment"
            )
            yield task("ES8", pain.seq, pain.day, signs, _assess(says, pain.day, basis), spell.acts)


def pain_grows_with_activity(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES9: pain rises by 2 points or more from before to during or after in 2 of the last 3 sessions.

    Or 2 red responses in the last 5. Sessions of the last 28 days count that were scored; formal assessment
    within 3 working days. After a closing only sessions of later days count.
    """
    for spell in signs.spells("ES9"):
        sessions = [one for one in signs.sessions if spell.on_day(one.day)]
        for place, one in enumerate(sessions, start=1):
            if not (one.red or (one.rise or 0) > 0) or not signs.timely(one.seq, basis.history_after):
                continue
            if says := _worse(sessions[:place], basis.limits):
                asks = _assess(f"{says}: formal assessment", one.day, basis)
                yield task("ES9", one.seq, one.day, signs, asks, spell.acts)
                break


def bone_may_be_stressed(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES11: age 25 or less, back pain in extension, and 14 days or more of it or an extension sport.

    Bowling, throwing and gymnastics count as such. Consider bone stress injury: hold extension, rotation and
    impact until reviewed; a clinician confirms that, within 3 working days. After a closing only journal
    entries of later days count.
    """
    for spell in signs.spells("ES11"):
        for found in (entry for entry in signs.triggers if spell.on_day(entry.event.day)):
            timely = signs.timely(found.seq, basis.history_after)
            if not timely or not _young(signs.born, found.event.day, basis.limits):
                continue
            if why := _exposed(found.event, signs) or _lasts(found, signs, spell, basis.limits):
                says = f"Back pain in extension, {why}: consider bone stress injury. Hold extension, rotation"
                asks = Asks(f"{says} and impact until reviewed", "review", CLINICIANS, _due(found, basis))
                yield task("ES11", found.seq, found.event.day, signs, asks, spell.acts)
                break


def pain_is_severe(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES14: pain of 8/10 or more at any time, in check-in, session or journal: contact the same day.

    While its task is open, further such scores add none; after a closing every new one opens a task.
    """
    for spell in signs.spells("ES14"):
        for pain in signs.severe:
            if spell.entered(pain.seq) and signs.timely(pain.seq, basis.history_after):
                says = f"Pain {pain.value:g}/10 {pain.where} on {short_day(pain.day, basis.day)}"
                limit = f"{basis.limits['severe_pain'].value:g}/10 or more"
                asks = Asks(f"{says} ({limit}): contact the athlete today", "urgent", CLINICIANS, pain.day)
                yield task("ES14", pain.seq, pain.day, signs, asks, spell.acts)
                break


def _clock_refers(
    pains: Sequence[Scored], signs: Signs, limits: Limits
) -> tuple[Scored, ReferralClock] | None:
    """The first day of pain on which the clock referred, and the clock of that day.

    It had to run still when that day was written down: a clock that had stopped by then is history.
    """
    days = [pain.day for pain in pains]
    for place, pain in enumerate(pains, start=1):
        if not signs.timely(pain.seq, limits["referral_last_days"].value):
            continue
        clock = referral_clock(days[:place], pain.day, limits)
        if clock and clock.refers:
            return pain, clock
    return None


def _worse(sessions: Sequence[SessionSign], limits: Limits) -> str:
    """Whether pain grows with activity as of the last of these sessions, in words; empty when not."""
    last = sessions[-1]
    since = last.day - dt.timedelta(days=limits["activity_window_days"].value)
    recent = [one for one in sessions if one.day > since]
    rise, of = limits["activity_rise"].value, int(limits["activity_rise_of"].value)
    scored = [one.rise for one in recent if one.rise is not None][-of:]
    grown = sum(one >= rise for one in scored)
    if last.rise is not None and last.rise >= rise and grown >= limits["activity_rise_sessions"].value:
        return f"Pain rose by {rise:g} points or more in {grown} of the last {len(scored)} scored sessions"
    responses = recent[-int(limits["red_responses_of"].value) :]
    red = sum(one.red for one in responses)
    if last.red and red >= limits["red_responses"].value:
        return f"{red} red responses in the last {len(responses)} scored sessions"
    return ""


def _young(born: dt.date | None, day: dt.date, limits: Limits) -> bool:
    if born is None:
        return False
    return (
        day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        <= limits["bone_stress_age"].value
    )


def _exposed(entry: PainEntry, signs: Signs) -> str:
    if entry.preceding_activity == "throw":
        return "after throwing or bowling"
    return "in a sport that loads it" if signs.overhead else ""


def _lasts(entry: Numbered[PainEntry], signs: Signs, spell: Spell, limits: Limits) -> str:
    """Whether the back has hurt for long enough by the day of an entry, as the referral clock counts."""
    hurt = [*(pain.day for pain in signs.pains), *(one.event.day for one in signs.triggers)]
    day = entry.event.day
    clock = referral_clock([one for one in hurt if spell.on_day(one)], min(day, max(hurt)), limits)
    at_least = limits["bone_stress_days"].value
    return f"for {clock.runs_for} days" if clock and clock.runs_for >= at_least else ""


def _assess(says: str, day: dt.date, basis: Basis) -> Asks:
    days = basis.limits["assess_within_days"].value
    due = next_working_day(day, days)
    return Asks(f"{says} within {days:g} working days", "refer", ("physio", "doctor"), due)


def _due(entry: Numbered[PainEntry], basis: Basis) -> dt.date:
    return next_working_day(entry.event.day, basis.limits["assess_within_days"].value)
