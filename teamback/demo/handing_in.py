"""When what athletes report is written down, and by whom: at the tablet, by the coach, or by themselves."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from teamback.demo.club import Club, at
from teamback.demo.days import Report
from teamback.demo.people import Person
from teamback.demo.writing import Writing
from teamback.record.events import (
    CheckIn,
    InstrumentTotal,
    ManoeuvreScore,
    PainEntry,
    Session,
    SessionExercise,
)

Handed = Report | PainEntry | InstrumentTotal | ManoeuvreScore | SessionExercise
_BESIDES = (PainEntry, ManoeuvreScore, SessionExercise)
_TABLET, _COACH, _PHYSIO = "Check-in tablet", "Tom Becker", "Maya Ortiz"
_EVENINGS = 28
"""Days back from which sessions are entered the same evening; before, they were rated next morning."""
_BY_THEMSELVES = 4
"""Days back from which athletes write their journal on their own phones."""
_AFTER = dt.timedelta(minutes=3)


def handed_in(club: Club, reports: Sequence[tuple[Person, Handed]]) -> Iterator[Writing]:
    """Mornings at the tablet, sessions by the coach, today by oneself; the weekly questions by the physio.

    She typed in the journal of each week with them until four weeks ago, when it went on the phones.
    """
    mornings: dict[dt.date, list[Handed]] = defaultdict(list)
    evenings: dict[dt.date, list[Handed]] = defaultdict(list)
    weeks: dict[dt.date, list[Handed]] = defaultdict(list)
    today: dict[int, list[Handed]] = defaultdict(list)
    recent = club.ago(_EVENINGS)
    for person, event in reports:
        if event.day == club.last:
            today[person.athlete].append(event)
        elif isinstance(event, InstrumentTotal) or (isinstance(event, _BESIDES) and event.day <= recent):
            weeks[_monday_after(event)].append(event)
        elif isinstance(event, CheckIn | ManoeuvreScore) or (
            isinstance(event, PainEntry) and event.with_check_in
        ):
            mornings[event.day].append(event)
        elif isinstance(event, PainEntry) and event.day > club.ago(_BY_THEMSELVES):
            yield Writing((event.ended or at(event.day, "20:00")) + _AFTER, person.scope, [event])
        elif event.day > recent and isinstance(event, Session | SessionExercise):
            evenings[event.day].append(event)
        else:
            mornings[event.day + dt.timedelta(days=1)].append(event)
    yield from _this_morning(club, {person.athlete: person for person, _ in reports}, today)
    for day, events in mornings.items():
        yield Writing(at(day, "08:24"), club.staff[_TABLET], events)
    for day, events in weeks.items():
        yield Writing(at(day, "08:26"), club.staff[_PHYSIO], events)
    for day, events in evenings.items():
        done = [event.rated_at for event in events if isinstance(event, Session) and event.rated_at]
        yield Writing(max(done, default=at(day, "18:00")), club.staff[_COACH], events)


def _this_morning(club: Club, people: dict[int, Person], today: dict[int, list[Handed]]) -> Iterator[Writing]:
    """Today each athlete hands in her own check-in, and with it what belongs to it."""
    for athlete, events in today.items():
        events.sort(key=lambda event: not isinstance(event, CheckIn))
        (check_in, *_) = events
        assert isinstance(check_in, CheckIn)
        yield Writing(check_in.rated_at or at(club.last, "08:00"), people[athlete].scope, events)


def _monday_after(event: Handed) -> dt.date:
    """The next Monday; what was said in the morning of a Monday is of that day."""
    in_the_morning = isinstance(event, InstrumentTotal | ManoeuvreScore) or (
        isinstance(event, PainEntry) and event.with_check_in
    )
    day = event.day if in_the_morning else event.day + dt.timedelta(days=1)
    return day + dt.timedelta(days=-day.weekday() % 7)
