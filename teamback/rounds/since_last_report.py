"""What changed because of a report: the line that staff wrote to it, and the decision that followed it."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.events import Answer, Availability, CheckIn
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.rounds.reports_of_day import Person, reports
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.status import availability_on

LOOKS_BACK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Answered:
    """An athlete's report of a day with its back pain, and what followed: what was said, what was decided."""

    report_of: dt.date
    pain: float | None
    said: str | None = None
    said_by: str | None = None
    decision: Availability | None = None
    decided_by: str | None = None


def answered(store: Store, scope: Scope, who: Person, day: dt.date) -> Answered | None:
    """What followed an athlete's reports of the last 7 days: the newest line written about one of them.

    Beside it, or where nobody wrote one, the decision in force on the day, if it was made after that report
    (after the last one before the day).
    """
    written = [a for a in answers(store, scope, who, day) if a.event.report_of >= day - LOOKS_BACK]
    if not written:
        return _decided(store, scope, who, _last_report(store, scope, who, day - _DAY), day, None)
    newest = written[0]
    report = _report_of(store, scope, who, newest.event.report_of)
    return _decided(store, scope, who, report, day, newest)


def answers(
    store: Store, scope: Scope, who: Person, day: dt.date, known_at: int | None = None
) -> tuple[Kept[Answer], ...]:
    """Every line that staff wrote to an athlete up to a day, newest first."""
    return tuple(reversed(clinical_entries(store, Answer, scope, [who.athlete], day, known_at)))


def told_to(
    store: Store, scope: Scope, who: Person, day: dt.date, known_at: int | None = None
) -> tuple[Answered, ...]:
    """The same with the back pain of the report that each one answers."""
    written = answers(store, scope, who, day, known_at)
    if not written:
        return ()
    first = min(kept.event.report_of for kept in written)
    pains = {
        kept.event.day: kept.event.low_back_now for kept in reports(store, CheckIn, scope, [who], first, day)
    }
    return tuple(
        Answered(kept.event.report_of, pains.get(kept.event.report_of), kept.event.said, kept.recorded_by)
        for kept in written
    )


def to_be_answered(store: Store, scope: Scope, who: Person, day: dt.date) -> CheckIn | None:
    """The report that an answer written on a day is about: the last one of the last 7 days, today's first."""
    last = _last_report(store, scope, who, day)
    return last.event if last else None


def _last_report(store: Store, scope: Scope, who: Person, until: dt.date) -> Kept[CheckIn] | None:
    given = reports(store, CheckIn, scope, [who], until - LOOKS_BACK + _DAY, until)
    return max(given, key=lambda entry: entry.event.day, default=None)


def _report_of(store: Store, scope: Scope, who: Person, day: dt.date) -> Kept[CheckIn] | None:
    return next(iter(reports(store, CheckIn, scope, [who], day, day)), None)


def _decided(
    store: Store,
    scope: Scope,
    who: Person,
    report: Kept[CheckIn] | None,
    day: dt.date,
    written: Kept[Answer] | None,
) -> Answered | None:
    """The report with what was written about it, and the decision in force if it was made after it."""
    decision = availability_on(store, scope, [who.athlete], day).get(who.athlete)
    after = report is not None and decision is not None and decision.recorded_at > report.recorded_at
    made = decision if after and report and decision and decision.event.day >= report.event.day else None
    if made is None and written is None:
        return None
    return Answered(
        report_of=written.event.report_of if written else report.event.day if report else day,
        pain=report.event.low_back_now if report else None,
        said=written.event.said if written else None,
        said_by=written.recorded_by if written else None,
        decision=made.event if made else None,
        decided_by=made.recorded_by if made else None,
    )
