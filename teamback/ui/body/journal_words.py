"""An entry of the pain journal, and a line of the diary of progress, in the words of the screen."""

import datetime as dt

from teamback.record.events import ManoeuvreScore, PainEntry
from teamback.record.pain_words import (
    AREAS,
    EASING_FACTORS,
    MANOEUVRES,
    POSITION_TRIGGERS,
    PRECEDING_ACTIVITIES,
)
from teamback.record.words import SITES, short_day


def where(entry: PainEntry) -> str:
    """The place on the map with its side, or the site where no place was tapped."""
    if entry.area not in AREAS:
        return SITES.get(entry.site, entry.site)
    label = AREAS[entry.area].label
    return f"{label.rsplit(', ', 1)[0]}, both sides" if entry.side == "both" else label


def rows(entry: PainEntry) -> list[tuple[str, str]]:
    """What was said inside a check-in, beside its questions."""
    said = [
        ("Where", where(entry) if entry.area else None),
        ("Brought on by", POSITION_TRIGGERS.get(entry.position_trigger or "")),
        ("Before it", PRECEDING_ACTIVITIES.get(entry.preceding_activity or "")),
        ("Eased by", EASING_FACTORS.get(entry.easing_factor or "")),
    ]
    return [(named, words) for named, words in said if words]


def heading(entry: PainEntry, today: dt.date, began: str, over: str) -> str:
    """When, where and how bad; `began` and `over` are times as the squad's clock shows them, or empty."""
    hours = " to ".join(filter(None, (began, over))) if began else f"until {over}" if over else ""
    when = f"{short_day(entry.day, today)}{f', {hours}' if hours else ''}"
    score = "score not said" if entry.pain is None else f"{entry.pain:g} of 10"
    return f"{when}: {where(entry)}, {score}"


def details(entry: PainEntry) -> str:
    """Everything else that was said, in one line."""
    said = [f"{named.lower()}: {words.lower()}" for named, words in rows(entry)[bool(entry.area) :]]
    if entry.spread_to_leg is not None:
        said.append("spreads down a leg" if entry.spread_to_leg else "does not spread")
    if entry.note:
        said.append(entry.note)
    line = "; ".join(said)
    return f"{line[0].upper()}{line[1:]}" if line else ""


def scored(score: ManoeuvreScore) -> str:
    """A movement with its two scores."""
    sure = "–" if score.confidence is None else f"{score.confidence:g}"
    goes = "–" if score.performance is None else f"{score.performance:g}"
    return f"{MANOEUVRES.get(score.manoeuvre, score.manoeuvre)}: sure {sure}, goes {goes} of 10"
