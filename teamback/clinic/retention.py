"""How long a record has to be kept, and why nobody removes it earlier alone."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Rules:
    """So many years after the last contact, and until this birthday (clubs set both)."""

    years: int = 8
    age: int = 25


def kept_until(last_contact: dt.date | None, born: dt.date | None, rules: Rules) -> dt.date | None:
    """The first day on which one person may remove the record: `years` after the last contact, and not before
    the birthday `age`. Without a date of birth the athlete may have been a minor: None, nobody knows."""
    if born is None:
        return None
    birthday = _later(born, rules.age)
    return birthday if last_contact is None else max(birthday, _later(last_contact, rules.years))


def why_kept(until: dt.date | None, today: dt.date) -> str | None:
    """The sentence that refuses a removal by one person alone; None when the period is over."""
    if until is None:
        return (
            "The date of birth is not known, so nobody knows until when this record has to be kept: "
            "enter it, or have a second person carry the removal out."
        )
    if today < until:
        return (
            f"This record has to be kept until {until.day} {until:%b %Y}: before that day one lead clinician "
            "or administrator asks for the removal, and another one carries it out."
        )
    return None


def _later(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, month=3, day=1)


def second_person(asked_by: str | None, how_asked: str | None, how: str, me: str) -> str | None:
    """The sentence that refuses a removal before its time: it needs a request of the same kind by another."""
    if asked_by is None or how_asked != how:
        return "Nobody has asked for this yet: ask for it, and another person carries it out."
    if asked_by == me:
        return "You asked for this yourself: another lead clinician or administrator carries it out."
    return None
