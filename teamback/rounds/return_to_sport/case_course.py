"""Measures of a case that are counted over its days: mornings, sessions, load, stage and availability."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from teamback.clinic.limits import Limits
from teamback.clinic.response import PENDING, UNKNOWN
from teamback.clinic.return_to_sport.criteria import Finding
from teamback.clinic.return_to_sport.pathway import CHECK_INS, SESSIONS, Window
from teamback.measures.flare import days_up_to, flare_by_pain
from teamback.measures.grid import Floats
from teamback.measures.pain import week_means
from teamback.measures.window import WEEK
from teamback.record.flag import AMBER, GREEN, RED, RowRead
from teamback.rounds.counted import known
from teamback.rounds.return_to_sport.case_record import CaseRecord, MorningSeen, SessionSeen

_PAIN = "/10"


def days_in_stage(record: CaseRecord, _: Window) -> Finding:
    """Full days since the stage began; a day counts once it is over."""
    return Finding(float(record.case.days_in_stage(record.day)), "days", record.case.stage_since, 1)


def morning_pain(record: CaseRecord, window: Window) -> Finding:
    """The highest morning score of the window; one check-in without an answer leaves it unknown."""
    mornings = record.mornings_in(window)
    return _extreme(record, window, mornings, [morning.score for morning in mornings])


def peak_session_pain(record: CaseRecord, window: Window) -> Finding:
    """The highest pain during or after the sessions of the window; one session unscored leaves it unknown."""
    sessions = record.sessions_in(window)
    return _extreme(record, window, sessions, [session.peak for session in sessions])


def red_responses(record: CaseRecord, window: Window) -> Finding:
    """How many sessions of the window had a red response; unknown where there was no session."""
    return _responses(record, window, (RED,))


def unknown_responses(record: CaseRecord, window: Window) -> Finding:
    """How many sessions of the window have a response that is not due yet or not known."""
    return _responses(record, window, (PENDING, UNKNOWN))


def stage_sessions(record: CaseRecord, window: Window) -> Finding:
    """Sessions in which the athlete took part since the stage began."""
    return _counted(record.sessions_in(window))


def settled_modified_sessions(record: CaseRecord, window: Window) -> Finding:
    """Sessions trained as modified, whose response is green, or amber and settled."""
    sessions = record.sessions_in(window)
    return _counted([s for s in sessions if s.participation == "modified" and _settled(s)])


def full_sessions(record: CaseRecord, window: Window) -> Finding:
    """Sessions in which the athlete took part in full."""
    return _counted([s for s in record.sessions_in(window) if s.participation == "full"])


def weekly_pain_change(record: CaseRecord, _: Window) -> Finding:
    """Mean morning pain of the last 7 days less that of the 7 before, both since the case began."""
    pain = record.pain[record.column(record.case.began) :][None]
    found = week_means(pain, at_least=int(record.limits["pain_trend_entries"].value))
    change, scored = known(found.change[0, -1]), int(found.n_now[0, -1] + found.n_before[0, -1])
    if change is None:
        return Finding(n=scored, lacks=f"{scored} of 14 mornings scored")
    rows = [m for m in record.mornings if (record.day - m.day).days < 2 * WEEK]
    return Finding(change, "points", rows[-1].day, scored, rows=_rows(rows))


def load_share_of_reference(record: CaseRecord, _: Window) -> Finding:
    """The load of the last 7 days since the case began, in percent of the reference week.

    The last day is today once a session or rest of today is recorded, else yesterday. At least 5 in 7 of the
    days counted must be known. The reference is that of `reference_week`.
    """
    reference = reference_week(record)
    if not reference:
        return Finding(lacks="no reference week: enter it in the case")
    today = record.column(record.day)
    end = today + 1 if record.load[today] == record.load[today] else today
    start = max(record.column(record.case.began), end - WEEK)
    days = record.load[start:end]
    told = int((~np.isnan(days)).sum())
    if not len(days) or told * WEEK < len(days) * int(record.limits["load_known_days"].value):
        return Finding(n=told, lacks=f"{told} of {len(days)} days known")
    on = record.first + dt.timedelta(days=end - 1)
    return Finding(100 * float(np.nansum(days)) / reference, "%", on, told)


def reference_week(record: CaseRecord) -> float | None:
    """The load of an ordinary week before onset (AU): the mean of the four 7-day sums, else what was entered.

    It needs 21 known days of 28. A day on which nothing is known adds nothing: that makes a ceiling stricter,
    never looser.
    """
    onset = record.column(record.case.case.onset)
    measured = week_before(record.load[max(onset - 4 * WEEK, 0) : max(onset, 0)], record.limits)
    return record.case.case.reference_load if measured is None else measured


def week_before(load: Floats, limits: Limits) -> float | None:
    """The mean of the four 7-day sums of 28 days of load; None where too few of them are known."""
    if int((~np.isnan(load)).sum()) < int(limits["reference_known_days"].value):
        return None
    return float(np.nansum(load)) / 4


def flares(record: CaseRecord, window: Window) -> Finding:
    """Days of the window with a flare, reported by the athlete or defined by pain.

    Unknown unless enough mornings of the window were answered, pain or flare: who does not answer has no
    flare-free time.
    """
    since = record.since(window)
    answered = [m for m in record.mornings if m.score is not None or m.flare is not None]
    mornings = [m for m in answered if m.day >= since]
    days = (record.day - since).days + 1
    if 100 * len(mornings) < days * record.limits["reporting_share"].value or days < window.last:
        return Finding(
            n=len(mornings), lacks=f"{len(mornings)} of {max(window.last, days)} mornings reported"
        )
    by_pain = flare_days(record)
    flared = {m.day for m in mornings if m.flare} | {day for day in by_pain if day >= since}
    rows = [m for m in mornings if m.day in flared]
    return Finding(float(len(flared)), "days", mornings[-1].day, len(mornings), rows=_rows(rows))


def flare_days(record: CaseRecord) -> list[dt.date]:
    """The days with a flare defined by pain, in all that is known."""
    limits = record.limits
    found = flare_by_pain(
        record.worst[None],
        days=int(limits["flare_window_days"].value),
        at_least=int(limits["flare_days_needed"].value),
        above=limits["flare_above_median"].value,
        from_score=limits["flare_from"].value,
    )[0]
    return [record.first + dt.timedelta(days=int(i)) for i in np.flatnonzero(found)]


def nearly_pain_free_days(record: CaseRecord, _: Window) -> Finding:
    """Consecutive days with morning pain of 1 or less since the case began; gaps of up to 3 days count."""
    pain = record.pain[record.column(record.case.began) :][None]
    if np.isnan(pain).all():
        return Finding(lacks="no morning scored")
    limit = record.limits["nearly_pain_free"].value
    length = days_up_to(pain, limit=limit, gap=int(record.limits["reporting_gap_days"].value))
    return Finding(float(length[0, -1]), "days", record.mornings[-1].day, len(record.mornings))


def full_availability_days(record: CaseRecord, _: Window) -> Finding:
    """Full days since the stage began on which training stood as Full."""
    day, count = record.case.stage_since, 0
    while day < record.day:
        decided = [d for d in record.decisions if d.event.day <= day]
        count += bool(decided) and decided[-1].event.training == "full"
        day += dt.timedelta(days=1)
    newest = record.decisions[-1].event.day if record.decisions else None
    return Finding(float(count), "days", newest, len(record.decisions))


def wellness_z(record: CaseRecord, window: Window) -> Finding:
    """The lowest wellness of the window, each morning against its own previous 28 days, in SD.

    One morning without wellness, or with too few mornings before it, leaves it unknown.
    """
    mornings = record.mornings_in(window)
    scores = [known(record.wellness_z[record.column(m.day)]) for m in mornings]
    return _extreme(record, window, mornings, scores, min, "SD")


def _extreme(
    record: CaseRecord,
    window: Window,
    seen: Sequence[MorningSeen] | Sequence[SessionSeen],
    scores: Sequence[float | None],
    extreme: Callable[[list[float]], float] = max,
    unit: str = _PAIN,
) -> Finding:
    what = "sessions" if seen and isinstance(seen[0], SessionSeen) else "check-ins"
    wanted = window.last if window.of in (SESSIONS, CHECK_INS) else 1
    scored = [score for score in scores if score is not None]
    if len(seen) < wanted:
        return Finding(n=len(seen), lacks=f"{len(seen)} of {wanted} since the case began", rows=_rows(seen))
    if len(scored) < len(seen):
        return Finding(
            n=len(scored), lacks=f"{len(seen) - len(scored)} of {len(seen)} not scored", rows=_rows(seen)
        )
    newest = seen[-1].day
    fresh = "session_fresh_days" if what == "sessions" else "check_in_fresh_days"
    older = (record.day - newest).days > record.limits[fresh].value
    return Finding(extreme(scored), unit, newest, len(scored), older=older, rows=_rows(seen))


def _responses(record: CaseRecord, window: Window, levels: tuple[str, ...]) -> Finding:
    sessions = record.sessions_in(window)
    if not sessions:
        return Finding(lacks="no session yet")
    spoke = [s for s in sessions if s.response.level in levels]
    return Finding(float(len(spoke)), "", sessions[-1].day, len(sessions), rows=_rows(sessions))


def _counted(sessions: Sequence[SessionSeen]) -> Finding:
    newest = sessions[-1].day if sessions else None
    return Finding(float(len(sessions)), "sessions", newest, len(sessions), rows=_rows(sessions))


def _settled(session: SessionSeen) -> bool:
    level = session.response.level
    return level == GREEN or (level == AMBER and session.response.settled)


def _rows(seen: Iterable[MorningSeen | SessionSeen]) -> tuple[RowRead, ...]:
    return tuple(item.row for item in seen)
