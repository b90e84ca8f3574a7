"""What stands between a line to an athlete, as typed, and saving it: sentences, none when it may be saved."""

import datetime as dt
from collections.abc import Iterator

from teamback.record.events import Answer
from teamback.record.refusal import Refusal
from teamback.record.words import short_day

LONGEST = 240
CHECKED = Answer
"""The kind of entry that is checked here."""


def refusals(typed: Answer, today: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses an answer to a report."""
    return tuple(_said(typed, today))


def _said(typed: Answer, today: dt.date) -> Iterator[Refusal]:
    if not typed.said.strip():
        yield Refusal("Write in one line what changed.", "said")
    elif len(typed.said) > LONGEST:
        yield Refusal(f"Keep it to one line of {LONGEST} characters.", "said")
    if typed.report_of > today:
        yield Refusal(f"{short_day(typed.report_of, today)} has not come yet: choose a report.", "report_of")
