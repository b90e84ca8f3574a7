"""The answers to the weekly questions on health problems (OSTRC): one plain select for a squad."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from teamback.clinic.assessment.ostrc import ANSWERS
from teamback.clinic.assessment.ostrc_weekly import Weekly
from teamback.clinic.limits import Limits
from teamback.record.event import audience_of
from teamback.record.events import InstrumentTotal
from teamback.record.flag import RowRead
from teamback.record.kept import RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.facts import EPOCH
from teamback.store import Store
from teamback.store.queries.daily import daily_columns

_QUESTIONS = ("q1", "q2", "q3", "q4")
Known = dict[int, list[Weekly]]


def may_read_answers(scope: Scope) -> bool:
    """Whether the answers may reach this person."""
    return scope.may_read(audience_of(InstrumentTotal, "q1"))


def weekly_answers(
    store: Store,
    scope: Scope,
    people: Sequence[RosterAthlete],
    since: dt.date,
    until: dt.date,
    known_at: int | None,
) -> Known:
    """Each athlete's answers between two days, oldest first; of nobody for whoever may not read them."""
    if not (people and may_read_answers(scope)):
        return {}
    homes = sorted({person.home for person in people})
    asked = ("instrument", *_QUESTIONS)
    rows = daily_columns(store, InstrumentTotal, asked, scope, homes, since, until, known_at)
    names = ("athlete", "day", "seq", *asked)
    found: Known = defaultdict(list)
    for athlete, day, seq, instrument, *said in zip(*(rows[name].tolist() for name in names), strict=True):
        if instrument in ANSWERS:
            q1, q2, q3, q4 = (None if q != q else q for q in said)
            on = EPOCH + dt.timedelta(days=day)
            found[athlete].append(Weekly(on, q1, q2, q3, q4, instrument, seq))
    wanted = {person.athlete for person in people}
    return {n: sorted(found[n], key=lambda one: (one.day, one.seq)) for n in found.keys() & wanted}


def newest_answers(
    store: Store,
    scope: Scope,
    people: Sequence[RosterAthlete],
    day: dt.date,
    limits: Limits,
    known_at: int | None,
) -> dict[int, Weekly]:
    """The newest answer of each athlete that still counts on a day."""
    since = day - dt.timedelta(days=limits["ostrc_fresh_days"].value)
    found = weekly_answers(store, scope, people, since, day, known_at)
    return {athlete: answers[-1] for athlete, answers in found.items()}


def row_read(answer: Weekly) -> RowRead:
    """The entry behind an answer, in words."""
    said = ", ".join("not answered" if q is None else f"{q:g}" for q in answer.answered)
    total = "" if answer.severity is None else f"; severity {answer.severity:g} of 100"
    return RowRead(answer.seq, "instrument_total", answer.day, f"OSTRC: {said}{total}")
