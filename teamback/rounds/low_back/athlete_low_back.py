"""One athlete's low back: how it is over the days, what changed, what came with it, what was written down."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from teamback.clinic.limits import Limits
from teamback.clinic.low_back.change import Change, change_of_pain
from teamback.clinic.low_back.triggers import Trigger
from teamback.measures.grid import Floats
from teamback.measures.window import MONTH, WEEK
from teamback.record.events import Intervention, InterventionEnded, ManoeuvreScore, TestResult
from teamback.record.scope import Scope
from teamback.rounds.facts import EPOCH, Facts
from teamback.rounds.limits_now import limits_at
from teamback.rounds.low_back.against_baseline import Baseline, confidence_line, pain_line, test_line
from teamback.rounds.low_back.pain_days import PainDays, pain_days, worst_of_the_nights
from teamback.rounds.low_back.pain_journal import JournalEntry, by_ground, journal_of, triggers_of
from teamback.rounds.squads import squad_named
from teamback.rounds.whole_history import whole_history
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries

LOW_BACK = "low_back"


@dataclass(frozen=True)
class Mean:
    """A mean morning score of some days, and of how many mornings."""

    value: float | None
    n: int


@dataclass(frozen=True)
class ChangeMade:
    """A change made for the athlete, until when it holds, and the mornings of 28 days before and since."""

    seq: int
    what: str
    change: str
    since: dt.date
    until: dt.date | None
    ended: bool
    kept_for_good: bool
    before: Mean
    after: Mean


@dataclass(frozen=True)
class AthleteLowBack:
    """The low back of one athlete up to a day; `days` reach over the whole history.

    `journal` holds entries of every site from the first day asked for (all where none was), `triggers` those
    about the low back. `week` against `usual` are the last 7 mornings and the 28 days before them.
    """

    day: dt.date
    days: PainDays
    limits: Limits
    week: Mean
    usual: Mean
    change: Change | None
    changes: tuple[ChangeMade, ...]
    journal: tuple[JournalEntry, ...]
    triggers: Mapping[str, tuple[Trigger, ...]]
    pain: Baseline
    tests: Baseline
    confidence: Baseline

    @property
    def begins(self) -> dt.date:
        """The first day of which anything is known."""
        return min([self.days.begins, *(entry.day for entry in self.journal[:1])])


def athlete_low_back(
    store: Store,
    squad: str,
    day: dt.date,
    known_at: int | None,
    scope: Scope,
    athlete: int,
    since: dt.date | None = None,
) -> AthleteLowBack:
    """The low back of an athlete of a squad; the journal is listed from `since` on (None: from the first).

    Refusal when the athlete is not on the squad's roster that day, or not for this person to read.
    """
    named = squad_named(store, scope, squad)
    facts = whole_history(store, scope, named.squad, athlete, day, known_at)
    (person,), limits = facts.people, limits_at(store, known_at)
    days = pain_days(facts, limits, worst_of_the_nights(store, scope, facts, known_at)[0])
    shown = (store, scope, [person], since or EPOCH, day, known_at)
    journal = journal_of(*shown, named.time_zone)
    about_the_back = [entry for entry in journal if entry.site == LOW_BACK]
    week, usual = _mean(days.morning[-WEEK:]), _mean(days.morning[-WEEK - MONTH : -WEEK])
    results, scores = _scored(store, scope, facts, day, known_at)
    baseline_on = max((result.day for result in results if result.baseline), default=None)
    return AthleteLowBack(
        day=day,
        days=days,
        limits=limits,
        week=week,
        usual=usual,
        change=_against(week, usual, limits),
        changes=_changes(store, scope, athlete, day, known_at, days),
        journal=journal,
        triggers={**triggers_of(about_the_back, limits), **by_ground(*shown, limits)},
        pain=pain_line(days.morning, days.first, baseline_on),
        tests=test_line(results),
        confidence=confidence_line(scores),
    )


def _scored(
    store: Store, scope: Scope, facts: Facts, day: dt.date, known_at: int | None
) -> tuple[Sequence[TestResult], Sequence[ManoeuvreScore]]:
    person = facts.people[0]
    asked = (scope, [person.athlete], day, known_at, [person.home])
    tests = [kept.event for kept in clinical_entries(store, TestResult, *asked)]
    return tests, [kept.event for kept in clinical_entries(store, ManoeuvreScore, *asked)]


def _against(week: Mean, usual: Mean, limits: Limits) -> Change | None:
    """The week against the days before it, where both are known well enough."""
    needed = limits["pain_trend_entries"].value
    if week.value is None or usual.value is None or week.n < needed:
        return None
    enough = usual.n >= limits["pain_usual_scores"].value
    return change_of_pain(usual.value, week.value, limits) if enough else None


def _changes(
    store: Store, scope: Scope, athlete: int, day: dt.date, known_at: int | None, days: PainDays
) -> tuple[ChangeMade, ...]:
    """The changes made up to a day, oldest first."""
    asked = (scope, [athlete], day, known_at)
    ends = {
        kept.event.intervention: kept.event for kept in clinical_entries(store, InterventionEnded, *asked)
    }
    found = []
    for kept in clinical_entries(store, Intervention, *asked):
        made, end = kept.event, ends.get(kept.seq)
        begin = (made.day - days.first).days + 1  # the morning of that day came before the change
        until = (end.day - days.first).days if end and not end.kept_for_good else len(days.morning)
        found.append(
            ChangeMade(
                seq=kept.seq,
                what=made.what,
                change=made.change,
                since=made.day,
                until=end.day if end else made.until,
                ended=end is not None,
                kept_for_good=end is not None and end.kept_for_good,
                before=_mean(days.morning[max(begin - MONTH, 0) : max(begin, 0)]),
                after=_mean(days.morning[max(begin, 0) : max(min(until, begin + MONTH), 0)]),
            )
        )
    return tuple(found)


def _mean(mornings: Floats) -> Mean:
    known = mornings[~np.isnan(mornings)]
    return Mean(float(known.mean()) if known.size else None, int(known.size))
