"""What stands between a typed entry of the pain journal, or of the diary of progress, and saving it."""

import datetime as dt
from collections.abc import Iterator

from teamback.clinic.reports import day, in_the_list, on_their_scales
from teamback.record.events import ManoeuvreScore, PainEntry
from teamback.record.pain_words import (
    AREAS,
    EASING_FACTORS,
    MANOEUVRES,
    POSITION_TRIGGERS,
    PRECEDING_ACTIVITIES,
)
from teamback.record.refusal import Refusal
from teamback.record.words import SIDES, SITES


def pain(typed: PainEntry, today: dt.date, joined: dt.date, now: dt.datetime) -> tuple[Refusal, ...]:
    """Everything that refuses an entry of the pain journal; a spell of pain may still last."""
    return (
        *day(typed, today, joined),
        *_says_how_bad_or_where(typed),
        *on_their_scales(typed),
        *in_the_list("Site", "site", typed.site, SITES),
        *in_the_list("Side", "side", typed.side, SIDES),
        *in_the_list("After", "preceding_activity", typed.preceding_activity, PRECEDING_ACTIVITIES),
        *in_the_list("Position", "position_trigger", typed.position_trigger, POSITION_TRIGGERS),
        *in_the_list("Easing", "easing_factor", typed.easing_factor, EASING_FACTORS),
        *_area_is_of_the_site(typed),
        *_in_order(typed, now),
    )


def manoeuvre(typed: ManoeuvreScore, today: dt.date, joined: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses a line of the diary of progress."""
    return (
        *day(typed, today, joined),
        *in_the_list("Movement", "manoeuvre", typed.manoeuvre, MANOEUVRES),
        *on_their_scales(typed),
        *_scored(typed),
    )


def _says_how_bad_or_where(typed: PainEntry) -> Iterator[Refusal]:
    if typed.pain is None and typed.area is None:
        yield Refusal("Say how bad it was, or where it hurt.", "pain")


def _area_is_of_the_site(typed: PainEntry) -> Iterator[Refusal]:
    if typed.area is None:
        return
    if typed.area not in AREAS:
        yield Refusal(f"{typed.area!r} is no place on the figure: tap one.", "area")
    elif AREAS[typed.area].site != typed.site:
        words = f"{AREAS[typed.area].label} is not part of {SITES.get(typed.site, typed.site)}"
        yield Refusal(f"{words}: tap the place again.", "area")
    elif typed.side not in (None, "both", AREAS[typed.area].side):
        yield Refusal(f"{AREAS[typed.area].label} is not on the {typed.side} side: tap it again.", "area")


def _in_order(typed: PainEntry, now: dt.datetime) -> Iterator[Refusal]:
    began, over = typed.started, typed.ended
    if began and began > now:
        yield Refusal("The beginning lies in the future: enter what has happened.", "started")
    if over and over > now:
        yield Refusal("The end lies in the future: leave it open while it still hurts.", "ended")
    if began and over and over < began:
        yield Refusal(f"It cannot be over ({over:%H:%M}) before it began ({began:%H:%M}).", "ended")
    if over and not began and over.date() < typed.day:
        yield Refusal("It cannot be over before the day on which it hurt.", "ended")


def _scored(typed: ManoeuvreScore) -> Iterator[Refusal]:
    if typed.confidence is None and typed.performance is None:
        yield Refusal("Score how sure you are, or how it goes.", "confidence")
