"""Whose back needs somebody this week: the roster's mornings, what speaks, and what was counted."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from teamback.clinic.limits import Limits
from teamback.clinic.low_back.referral_clock import ReferralClock, referral_clock
from teamback.clinic.low_back.triggers import Trigger
from teamback.clinic.low_back.who_first import BackOfTheWeek, Finding, findings
from teamback.measures.grid import Floats
from teamback.measures.pain import pain_of_day
from teamback.measures.window import WEEK, known_sum
from teamback.record.events import SquadNamed
from teamback.record.kept import RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import STAFF, Scope
from teamback.rounds.facts import Facts, read_facts
from teamback.rounds.limits_now import limits_at
from teamback.rounds.low_back.ostrc_weeks import OstrcWeek, problems_of, weeks_of
from teamback.rounds.low_back.pain_days import flares_by_pain, usual_mornings, worst_of_the_nights
from teamback.rounds.low_back.pain_journal import by_ground, journal_of, triggers_of
from teamback.rounds.low_back.weekly_answers import may_read_answers, weekly_answers
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.queries.roster import roster

SHOWN = 90
"""Days of the heatmap, and of what was counted."""
_LOOKS_BACK = dt.timedelta(days=130)
"""Enough for the days shown with the usual before the first of them, and for a long referral clock."""
_LOW_BACK = "low_back"


@dataclass(frozen=True)
class BackRow:
    """One athlete: the mornings of the days shown (NaN is a gap), what is known of the week, what speaks.

    `found` holds what the rules found, most urgent first, each with the place of its rule. `answered` are the
    mornings of the last 7 that have a score, of the `expected`.
    """

    athlete: RosterAthlete
    mornings: Floats
    back: BackOfTheWeek
    found: tuple[tuple[int, Finding], ...]
    answered: int
    expected: int

    @property
    def needs(self) -> bool:
        """Whether anything speaks for looking at this back."""
        return bool(self.found)

    @property
    def not_known(self) -> bool:
        """Whether nobody can say how this back was: no score in the last 7 days."""
        return self.back.worst is None


@dataclass(frozen=True)
class SquadLowBack:
    """The roster of a squad on a day, most urgent first; `weeks` is empty for who may not read the OSTRC."""

    squad: SquadNamed
    day: dt.date
    first: dt.date
    limits: Limits
    rows: tuple[BackRow, ...]
    triggers: Mapping[str, tuple[Trigger, ...]]
    reads_ostrc: bool
    weeks: tuple[OstrcWeek, ...]

    @property
    def clocks(self) -> list[tuple[BackRow, ReferralClock]]:
        """The referral clocks that run, longest first."""
        running = [(row, row.back.clock) for row in self.rows if row.back.clock]
        return sorted(running, key=lambda item: (-item[1].runs_for, item[0].athlete.known_as))


def squad_low_back(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope
) -> SquadLowBack:
    """The low backs of a squad's roster on a day. Refusal for whoever is not of the staff."""
    if not scope.may_read(STAFF):
        raise Refusal("The squad's low backs are read by the medical and performance staff only.")
    named, limits = squad_named(store, scope, squad), limits_at(store, known_at)
    people = roster(store, scope, named.squad, day, known_at)
    first = day - dt.timedelta(days=SHOWN - 1)
    answers = weekly_answers(store, scope, people, first, day, known_at)
    problems = problems_of(answers, day, limits)
    shown = (store, scope, people, first, day, known_at)
    journal = [entry for entry in journal_of(*shown, named.time_zone) if entry.site == _LOW_BACK]
    return SquadLowBack(
        squad=named,
        day=day,
        first=first,
        limits=limits,
        rows=_rows(store, scope, named.squad, people, day, known_at, limits, problems),
        triggers={**triggers_of(journal, limits), **by_ground(*shown, limits)},
        reads_ostrc=may_read_answers(scope),
        weeks=weeks_of(answers, named.ostrc_on, first, day),
    )


def _rows(
    store: Store,
    scope: Scope,
    squad: str,
    people: Sequence[RosterAthlete],
    day: dt.date,
    known_at: int | None,
    limits: Limits,
    problems: Mapping[int, str],
) -> tuple[BackRow, ...]:
    if not people:
        return ()
    facts = read_facts(store, scope, squad, people, day - _LOOKS_BACK, day, known_at)
    backs = _backs(facts, limits, worst_of_the_nights(store, scope, facts, known_at), problems)
    answered, expected = ~np.isnan(facts.pain[:, -WEEK:]), facts.expected()[:, -WEEK:]
    rows = [
        BackRow(
            athlete=person,
            mornings=facts.pain[i, -SHOWN:],
            back=backs[i],
            found=findings(backs[i], limits),
            answered=int(answered[i].sum()),
            expected=int((expected[i] | answered[i]).sum()),
        )
        for i, person in enumerate(people)
    ]
    return tuple(sorted(rows, key=_most_urgent_first))


def _backs(facts: Facts, limits: Limits, nights: Floats, problems: Mapping[int, str]) -> list[BackOfTheWeek]:
    """What is known of each athlete's last week against the days before."""
    rows = facts.sessions
    peak = np.fmax(rows["pain_during"], rows["pain_after"])
    of_day = pain_of_day(facts.pain, rows["row"], rows["column"], peak)
    worst = np.fmax(of_day, nights)
    last, usual = worst[:, -WEEK:], usual_mornings(facts.pain, limits)
    total, n = known_sum(facts.pain, WEEK)
    reported = (facts.scores("flare")[:, -WEEK:] == 1).sum(axis=1)
    by_pain = flares_by_pain(worst, limits)[:, -WEEK:].sum(axis=1)
    return [
        BackOfTheWeek(
            day=facts.last,
            clock=_clock(of_day[i], facts, limits),
            worst=None if np.isnan(last[i]).all() else float(np.nanmax(last[i])),
            week=float(total[i, -1] / n[i, -1]) if n[i, -1] else None,
            week_n=int(n[i, -1]),
            usual=_known(usual.mean[i, -1]),
            usual_sd=_known(usual.sd[i, -1]),
            usual_n=int(usual.n[i, -1]),
            flares_reported=int(reported[i]),
            flares_by_pain=int(by_pain[i]),
            problem=problems.get(person.athlete),
        )
        for i, person in enumerate(facts.people)
    ]


def _known(value: float) -> float | None:
    return None if value != value else float(value)


def _clock(of_day: Floats, facts: Facts, limits: Limits) -> ReferralClock | None:
    hurt = np.flatnonzero(of_day >= limits["referral_pain"].value)
    days = [facts.first + dt.timedelta(days=int(column)) for column in hurt]
    return referral_clock(days, facts.last, limits)


def _most_urgent_first(row: BackRow) -> tuple[object, ...]:
    """By the most urgent rule, then by how much hurts; then who is not known; then the others."""
    if row.found:
        return 0, row.found[0][0], -len(row.found), -(row.back.worst or 0), row.athlete.known_as
    return (1 if row.not_known else 2), row.athlete.known_as
