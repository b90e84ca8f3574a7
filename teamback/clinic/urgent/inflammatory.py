"""Inflammatory back pain by NICE NG65: what is asked, of whom, and what the answers ask for."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from teamback.clinic.limits import Limits
from teamback.record.events import InflammatoryScreen
from teamback.record.refusal import Refusal
from teamback.record.words import short_day

CRITERIA: Mapping[str, str] = {
    "night_waking": "Wakes in the second half of the night because of the pain",
    "buttock_pain": "Pain in the buttock",
    "better_moving": "Better with movement",
    "better_nsaid": "Better within 48 hours of an anti-inflammatory (NSAID)",
    "family": "A parent, brother, sister or child with spondyloarthritis",
    "arthritis": "Arthritis, now or in the past",
    "enthesitis": "Enthesitis, now or in the past (such as the heel)",
    "psoriasis": "Psoriasis, now or in the past",
}
"""The criteria that are asked; the ninth, onset before 35, follows from the date of birth."""

REFER, TEST, AGAIN = "refer", "test", "again"
NOT_YET, NOT_ELIGIBLE, UNKNOWN = "not_yet", "not_eligible", "unknown"
_MONTH = 12


@dataclass(frozen=True)
class Judged:
    """What a screen asks for: the outcome, criteria met (onset before 35 among them), and the sentence."""

    outcome: str
    met: int
    says: str


def judge(screen: InflammatoryScreen, born: dt.date | None, limits: Limits) -> Judged:
    """NICE NG65, 1.1.5: low back pain that began before 45 and has lasted for more than 3 months.

    With 4 or more criteria refer to rheumatology; with exactly 3 test for HLA-B27, and refer if positive;
    else advise re-assessment if new signs come. Judged on the day of the screen.
    """
    if born is None:
        return Judged(UNKNOWN, 0, "The date of birth is not known: enter it under People.")
    age = _age_at(screen.onset, born)
    met = len(set(screen.yes) & CRITERIA.keys()) + (age < limits["ng65_early_onset"].value)
    before, months = limits["ng65_onset_before"].value, int(limits["ng65_months"].value)
    if age >= before:
        return Judged(NOT_ELIGIBLE, met, f"Not eligible: the pain began at {age}, not before {before:g}.")
    eligible = _months_after(screen.onset, months)
    if screen.day <= eligible:
        on = short_day(eligible + dt.timedelta(days=1), screen.day)
        says = f"Not eligible yet: it must last for more than {months} months. Ask again from {on}."
        return Judged(NOT_YET, met, says)
    return _outcome(met, len(screen.unknown), limits)


def _outcome(met: int, unknown: int, limits: Limits) -> Judged:
    refer, test = int(limits["ng65_refer"].value), int(limits["ng65_test"].value)
    said = f"{met} of {len(CRITERIA) + 1} criteria"
    if met >= refer:
        return Judged(REFER, met, f"{said}: rheumatology referral proposed.")
    could = f" {unknown} not known: it could become more." if unknown else ""
    if met == test:
        return Judged(TEST, met, f"{said}: HLA-B27 test proposed, and referral if it is positive.{could}")
    return Judged(AGAIN, met, f"{said}: advise re-assessment if new signs come.{could}")


def refusals(typed: InflammatoryScreen, born: dt.date | None, today: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses a screen as typed; empty means that it may be saved."""
    return tuple(_refusals(typed, born, today))


def _refusals(typed: InflammatoryScreen, born: dt.date | None, today: dt.date) -> Iterator[Refusal]:
    if born is None:
        yield Refusal("The date of birth is not known: enter it under People first.")
    if typed.onset == dt.date.min:
        yield Refusal("Choose when the back pain began.", "onset")
    elif typed.onset > today:
        yield Refusal(f"{short_day(typed.onset, today)} lies in the future: choose when it began.", "onset")
    elif born and typed.onset < born:
        yield Refusal("The pain cannot have begun before the athlete was born.", "onset")
    answered = [*typed.yes, *typed.no, *typed.unknown]
    if sorted(answered) != sorted(CRITERIA):
        yield Refusal("Answer each question with yes, no or not known.", "answers")


def _age_at(day: dt.date, born: dt.date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last of that month where it has no such day."""
    year, month = divmod(day.year * _MONTH + day.month - 1 + months, _MONTH)
    following = dt.date(year + (month == _MONTH - 1), (month + 1) % _MONTH + 1, 1)
    last = (following - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))
