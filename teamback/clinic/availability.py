"""What stands between a decision on availability and saving it: one list of sentences, empty when it may."""

import datetime as dt
import re
from collections.abc import Iterator

from teamback.record.events import Availability
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.record.scope import Scope
from teamback.record.words import MATCH, REASONS, RESTRICTIONS, TRAINING, short_day

COACH_TEXT_LENGTH = 200
"""Characters that fit an athlete's line on the coach's one A4."""


_DIAGNOSES = re.compile(
    r"\b(?:(?:spondylo|disc|disk|herni|sciatic|fractur|stress reaction|pars|facet|sacroiliac|sprain|tendin"
    r"|concuss|depress|anxi|pregnan|cancer|tumou?r|infect|rupture|osteo|arthr)\w*|strain|tear|tears|torn)",
    re.IGNORECASE,
)


def names_a_diagnosis(text: str) -> str | None:
    """The word in a text for the coach that reads like a diagnosis; a hint to the writer, no refusal."""
    found = _DIAGNOSES.search(text)
    return found.group() if found else None


def missing(
    decision: Availability, scope: Scope, today: dt.date, red_flag_open: bool = False
) -> tuple[Refusal, ...]:
    """Everything that refuses a decision as typed, in the order of the form; empty means it may be saved.

    `today` is the squad's own day. Whatever was not chosen may be None or an empty word.
    While a red flag is open, nothing but Out may be decided.
    """
    return (
        *_who_decides(decision, scope),
        *_from_when(decision, today),
        *_training_and_match(decision),
        *(_red_flag(decision) if red_flag_open else ()),
        *_restrictions(decision),
        *_minutes(decision),
        *_review(decision, today),
        *_reason(decision),
        *_words_for_the_coach(decision),
    )


def _who_decides(_: Availability, scope: Scope) -> Iterator[Refusal]:
    if not scope.decides_availability() or not scope.person.strip():
        yield Refusal("Only a named doctor or physio of the medical staff decides availability.")


def _from_when(decision: Availability, today: dt.date) -> Iterator[Refusal]:
    if decision.day > today:
        day = short_day(decision.day, today)
        yield Refusal(f"{day} lies in the future: decide on the day, nothing turns by date.", "day")


def _training_and_match(decision: Availability) -> Iterator[Refusal]:
    training, match = decision.training, decision.match
    if training not in TRAINING or training == "not_decided":
        yield Refusal("Choose Full, Modified, Rehab or Out for training.", "training")
    if match not in MATCH:
        yield Refusal("Choose what holds for the match, Not decided if that is still open.", "match")
    if training == "out" and match in ("available", "limited_minutes"):
        yield Refusal(f"Out for training cannot be {MATCH[match]} for the match.", "match")
    if training == "rehab" and match == "available":
        yield Refusal("Rehab in training cannot be Available for the match without a limit.", "match")


def _red_flag(decision: Availability) -> Iterator[Refusal]:
    if decision.training not in ("", "out"):
        yield Refusal(
            "A red flag is open: close its task with an outcome first, and Out until then.", "training"
        )


def _restrictions(decision: Availability) -> Iterator[Refusal]:
    unknown = [name for name in decision.restrictions if name not in RESTRICTIONS]
    if unknown:
        yield Refusal(f"{unknown[0]} is no restriction of the list: choose from the list.", "restrictions")
    if decision.training == "modified" and not decision.restrictions:
        yield Refusal("Modified needs at least one restriction: choose what is limited.", "restrictions")
    if decision.training == "full" and decision.restrictions:
        yield Refusal("Full has no restrictions: take them away, or choose Modified.", "restrictions")


def _minutes(decision: Availability) -> Iterator[Refusal]:
    outside = SCALES["minutes_cap"].refuse(decision.minutes_cap)
    if outside:
        yield Refusal(outside, "minutes_cap")
    elif decision.match == "limited_minutes" and not decision.minutes_cap:
        yield Refusal("Limited minutes needs a minutes cap above 0.", "minutes_cap")


def _review(decision: Availability, today: dt.date) -> Iterator[Refusal]:
    if decision.review_on is None and decision.training in ("modified", "rehab", "out"):
        yield Refusal(f"{TRAINING[decision.training]} needs a review date.", "review_on")
    if decision.review_on is not None and decision.review_on < today:
        day = short_day(decision.review_on, today)
        yield Refusal(f"The review date {day} has passed: choose today or later.", "review_on")


def _reason(decision: Availability) -> Iterator[Refusal]:
    limited = decision.training in ("modified", "rehab", "out")
    if (limited and not decision.reason) or (decision.reason and decision.reason not in REASONS):
        yield Refusal(f"Choose a reason: {', '.join(REASONS.values())}.", "reason")


def _words_for_the_coach(decision: Availability) -> Iterator[Refusal]:
    for field, label in (("can_do", "What the athlete can do"), ("text_to_coach", "The text to the coach")):
        length = len(getattr(decision, field) or "")
        if length > COACH_TEXT_LENGTH:
            yield Refusal(f"{label} has {length} characters: shorten it to {COACH_TEXT_LENGTH}.", field)
