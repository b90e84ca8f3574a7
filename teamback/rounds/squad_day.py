"""Who needs looking at this morning, and why: reads a squad, measures, judges, puts the board together."""

import datetime as dt
from dataclasses import replace
from functools import partial

from teamback.clinic.readiness import flag
from teamback.record.refusal import Refusal
from teamback.record.scope import STAFF, Scope
from teamback.record.words import short_day
from teamback.rounds.about import About, Decision
from teamback.rounds.board import BoardRow, Figures, SquadDay, worst_first
from teamback.rounds.counted import LOOKS_BACK, Counted, each_known
from teamback.rounds.facts import read_facts
from teamback.rounds.limits_now import limits_at
from teamback.rounds.low_back.weekly_answers import may_read_answers, newest_answers
from teamback.rounds.match_day import match_day
from teamback.rounds.return_to_sport.case_standing import NO_CASE, standing_in_cases
from teamback.rounds.squads import looked_at, now_in, squad_named
from teamback.rounds.tested import NEVER, tested_of
from teamback.rounds.urgent.red_flags import Standing, open_red_flags
from teamback.store import Store
from teamback.store.queries.calendar import planned
from teamback.store.queries.history import recorded_by
from teamback.store.queries.roster import roster
from teamback.store.queries.status import availability_numbered

_MATCHES = dt.timedelta(days=7)
_PAIN_LINE = 14


def squad_day(store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope) -> SquadDay:
    """The board of a squad on a day: every athlete of the roster, with flag, decision and figures.

    Refusal for whoever is not of the medical or performance staff, and for a day that has not come.
    """
    if not scope.may_read(STAFF):
        raise Refusal("The morning board is read by the medical and performance staff only.")
    limits = limits_at(store, known_at)
    named = squad_named(store, scope, squad)
    if day > (today := now_in(store, named).date()):
        raise Refusal(f"{short_day(day, today)} has not come yet. Choose today or an earlier day.", "day")
    people = roster(store, scope, named.squad, day, known_at)
    calendar = planned(store, scope, named.squad, day - LOOKS_BACK, day + _MATCHES, known_at)
    facts = read_facts(store, scope, named.squad, people, day - LOOKS_BACK, day, known_at, calendar)
    numbers = [person.athlete for person in people]
    decided = {
        n: Decision(last.seq, last.event, partial(recorded_by, store, scope, last.seq))
        for n, last in availability_numbered(store, scope, numbers, day, known_at).items()
    }
    flags = open_red_flags(store, scope, numbers, [person.home for person in people], day, known_at)
    tested = tested_of(store, scope, people, day, known_at)
    answers = newest_answers(store, scope, people, day, limits, known_at)
    asked = named.ostrc_on is not None and may_read_answers(scope)
    in_a_case = standing_in_cases(store, scope, people, day, known_at)
    counted = Counted(facts, limits, *looked_at(store, named, day))
    rows = []
    for i, n in enumerate(numbers):
        stage, stale = in_a_case.get(n, NO_CASE)
        of_tests = replace(tested.get(n, NEVER), stale_tests=stale)
        ostrc = answers.get(n)
        flags_of = flags.get(n, Standing())
        about = About(decided.get(n), flags_of, of_tests, stage, ostrc, asked or ostrc is not None)
        rows.append(_row(counted, i, about, day))
    return SquadDay(
        squad=named,
        day=day,
        known_at=known_at,
        limits=limits.version,
        match_day=match_day(day, [item.event.day for item in calendar if item.event.what == "match"]),
        calendar=tuple(item.event for item in calendar if item.event.day == day),
        rows=tuple(sorted(rows, key=worst_first)),
    )


def _row(counted: Counted, i: int, about: About, day: dt.date) -> BoardRow:
    facts, morning = counted.facts, counted.morning(i, day, about)
    figures = Figures(
        pain_now=morning.pain_now,
        pain_line=tuple(each_known(facts.pain[i, -_PAIN_LINE:])),
        wellness=morning.wellness_total,
        wellness_usual=morning.wellness_mean,
        wellness_z=morning.wellness_z,
        week_load=morning.week_load,
        week_known_days=morning.week_known_days,
        load_change=morning.load_change,
        usual_load=counted.usual_load[i],
        usual_load_sd=counted.usual_load_sd[i],
        answered=morning.given_check_ins or 0,
        expected=morning.expected_check_ins or 0,
    )
    return BoardRow(
        athlete=facts.people[i],
        reported=morning.checked_in,
        flag=flag(morning, counted.limits),
        decision=about.decision,
        figures=figures,
        response=morning.response,
        stage=about.stage,
        review_overdue=morning.review_on is not None and morning.review_on < day,
    )
