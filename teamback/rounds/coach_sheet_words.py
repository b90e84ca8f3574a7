"""What the training sheet says, in plain words: the same on the screen, in the PDF and in the CSV."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from teamback.record.coach import CoachLine
from teamback.record.words import CALENDAR, MATCH, RESTRICTIONS, TRAINING, short_day, who
from teamback.rounds.coach_sheet import Change, CoachSheet

SECTIONS = {
    "full": "Full",
    "modified": "Modified",
    "rehab": "Rehab (with physio)",
    "out": "Out",
    "not_decided": "Not decided: ask the medical staff before practice",
}
NAMES_ONLY = frozenset({"full", "not_decided"})
"""The sections that list names, with remarks below; the others give an athlete a line."""
NOTHING_DECIDED = "nothing decided by the medical staff yet"


def about(sheet: CoachSheet) -> list[str]:
    """Squad, day, match-day label, and what is planned."""
    planned = [
        " ".join(part for part in (CALENDAR[plan.what], plan.start, plan.place) if part)
        for plan in sheet.planned
    ]
    label = [sheet.match_day] if sheet.match_day else []
    return [sheet.squad, f"{short_day(sheet.day)} {sheet.day.year}", *label, *planned]


def as_of(sheet: CoachSheet, now: dt.datetime | None) -> str:
    """From when the sheet is, and when the medical staff decided last."""
    drawn = f"As of {now:%H:%M}" if now else "As of that day"
    if sheet.decided_at is None:
        return f"{drawn}, {NOTHING_DECIDED}"
    return f"{drawn} by the medical staff, last decision {_time(sheet.decided_at, sheet.day)}"


def acknowledged(sheet: CoachSheet) -> str:
    """Who has read the sheet, and whose line is another since."""
    if sheet.acknowledged is None:
        return "Not acknowledged yet"
    said = f"Acknowledged by {who(sheet.acknowledged.by)}, {_time(sheet.acknowledged.at, sheet.day)}"
    names = [line.known_as for change in sheet.since if (line := change.now or change.then)]
    return f"{said}; changed since: {', '.join(names)}" if names else said


def news(changes: Sequence[Change]) -> dict[str, list[str]]:
    """Each kind of change once, with the names it is about."""
    found: dict[str, list[str]] = defaultdict(list)
    for change in changes:
        line = change.now or change.then
        found[_what_changed(change)].append(line.known_as if line else "")
    return dict(found)


def _what_changed(change: Change) -> str:
    then, now = change.then, change.now
    if now is None:
        return "not on this squad any more"
    if then is None:
        return "new on the sheet"
    if state(then) != state(now):
        return f"{state(then)} → {state(now)}"
    if then.match != now.match:
        return f"match {match(then)} → {match(now)}"
    return "limits or words changed"


def to_talk_about(sheet: CoachSheet) -> dict[str, list[str]]:
    """Why the coach talks to the medical staff before practice, each reason once with its names."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in sheet.lines:
        if why := why_to_talk(line, sheet.day):
            found[why].append(line.known_as)
    return dict(found)


def why_to_talk(line: CoachLine, day: dt.date) -> str | None:
    """Why the coach talks to the medical staff about one athlete before practice; None for no reason."""
    if line.talk_first:
        return "the staff asks for it"
    if line.until_reviewed:
        return "under review"
    if line.training == "not_decided":
        return "not decided"
    if line.review_on is not None and line.review_on <= day:
        return "review today" if line.review_on == day else "review is overdue"
    return None


def remarks(lines: Sequence[CoachLine]) -> dict[str, list[str]]:
    """What a list of names leaves out, each remark once with the names it is about."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        said = [] if line.match in ("available", line.training) else [f"match: {match(line)}"]
        for remark in (*said, *limits(line), *words(line)):
            found[remark].append(line.known_as)
    return dict(found)


def whom(names: Sequence[str], of: int) -> str:
    """The names, or everybody."""
    return "everybody" if len(names) == of > 1 else ", ".join(names)


def restrictions(line: CoachLine) -> list[str]:
    """What an athlete may not do, a word each."""
    return [RESTRICTIONS.get(word, word).lower() for word in line.restrictions]


def limits(line: CoachLine) -> list[str]:
    """Under review, what an athlete may not do, and for how long they train."""
    said = [
        state(line) if line.until_reviewed else "",
        f"no {', '.join(restrictions(line))}" if line.restrictions else "",
        f"up to {line.minutes_cap:g} min" if line.minutes_cap else "",
    ]
    return [limit for limit in said if limit]


def words(line: CoachLine) -> list[str]:
    """What an athlete may do, and what else the medical staff wrote for the coach."""
    can_do = [f"yes: {line.can_do}"] if line.can_do else []
    return can_do + ([line.text_to_coach] if line.text_to_coach else [])


def review(line: CoachLine, day: dt.date) -> str | None:
    """When the decision is looked at again; None without a date."""
    if line.review_on is None:
        return None
    on = short_day(line.review_on, day)
    return f"review {on}" if line.review_on >= day else f"review was due {on}"


def state(line: CoachLine) -> str:
    """The availability for training, and whether it is under review."""
    return f"{TRAINING[line.training]}{' – under review' if line.until_reviewed else ''}"


def match(line: CoachLine) -> str:
    """The availability for a match."""
    return MATCH[line.match].lower()


def counts(sheet: CoachSheet) -> Mapping[str, str]:
    """How many stand where, in words; nobody is not said."""
    return {word: f"{TRAINING[word]} {n}" for word, n in sheet.counts.items() if n}


def _time(at: dt.datetime, day: dt.date) -> str:
    return f"{at:%H:%M}" if at.date() == day else f"{short_day(at.date(), day)} {at:%H:%M}"
