"""The rhythm of nine months: what each squad does on each day, and the calendar that says so."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from teamback.demo.people import Squad
from teamback.record.events import CalendarEntry

LENGTH = 275
"""Days from the first to the last."""
_HOLIDAY = range(150, 164)
"""Days before the last one on which everybody is away."""
_QUIET = 28
"""Days at the end without a midweek match, so that two weeks can be held against each other."""
_MIDWEEK_EVERY = 6


@dataclass(frozen=True)
class Plan:
    """What a squad does on a day; a day off has neither time nor minutes."""

    what: str
    title: str
    start: str | None = None
    minutes: float = 0
    rpe: float = 0
    place: str | None = None
    travels: bool = False

    @property
    def rests(self) -> bool:
        """Whether nobody trains."""
        return self.what == "day_off"


_OFF = Plan("day_off", "Day off")
_RECOVERY = Plan("training", "Recovery", "10:30", 35, 2.5)
_EVE = Plan("training", "Match preparation", "11:00", 50, 4)
_WEEK = (
    Plan("training", "Technique", "10:30", 65, 5),
    Plan("training", "Main training", "10:30", 85, 6.4),
    _OFF,
    Plan("training", "Games and speed", "10:30", 75, 6),
    _EVE,
    Plan("match", "", "15:00", 90, 8),
    _OFF,
)


def plan(squad: Squad, day: dt.date, last: dt.date) -> Plan:
    """What the squad does on a day, given the last day of the demo."""
    ago, weekday, week = (last - day).days, day.weekday(), day.toordinal() // 7
    if ago in _HOLIDAY:
        return replace(_OFF, title="Holiday")
    midweek = week % _MIDWEEK_EVERY == 0 and ago > _QUIET
    today = _WEEK[weekday]
    if midweek and weekday == 1:
        today = _EVE
    if midweek and weekday == 2:
        today = replace(_WEEK[5], start="19:30")
    if (midweek and weekday == 3) or (weekday == 6 and week % 2):
        today = _RECOVERY
    if today.what != "match":
        return replace(today, place=None if today.rests else "Training ground")
    opponent, away = squad.opponents[week % len(squad.opponents)], bool(week % 2)
    title = f"{opponent} ({'away' if away else 'home'})"
    return replace(today, title=title, place=opponent if away else squad.ground, travels=away)


def calendar_entries(squad: Squad, day: dt.date, last: dt.date) -> Iterator[CalendarEntry]:
    """What the squad's calendar says about a day; before an away match the squad travels."""
    today, tomorrow = (plan(squad, day + dt.timedelta(days=n), last) for n in (0, 1))
    yield CalendarEntry(
        day=day,
        squad=squad.squad,
        what=today.what,
        title=today.title,
        start=today.start,
        place=today.place,
        planned_minutes=today.minutes or None,
        planned_load=round(today.minutes * today.rpe) or None,
    )
    if tomorrow.travels:
        title = f"Coach to {tomorrow.place}"
        yield CalendarEntry(
            day=day, squad=squad.squad, what="travel", title=title, start="16:00", planned_minutes=150
        )
