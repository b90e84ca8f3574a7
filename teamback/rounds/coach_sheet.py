"""Who trains today, who is modified, and what may they do: the coach's sheet, from coach's fields alone."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from zoneinfo import ZoneInfo

from teamback.record.coach import Acknowledged, CoachLine
from teamback.record.scope import Scope
from teamback.record.words import TRAINING
from teamback.rounds.match_day import match_day
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.queries.calendar import planned
from teamback.store.queries.coach_sheet import acknowledged, coach_lines, then_and_now
from teamback.store.queries.history import known_at_the_end_of

_MATCHES = dt.timedelta(days=7)
_NEWS = dt.timedelta(days=7)
_SHEET_IS_OUT = dt.time(10)
"""By ten in the morning the coach has the sheet of the day: what was decided later is news the day after."""


@dataclass(frozen=True)
class Planned:
    """What the squad does on the day: its kind, start (HH:MM) and place."""

    what: str
    start: str | None
    place: str | None


@dataclass(frozen=True)
class Change:
    """One athlete whose line was another on yesterday's sheet; None is not on the roster."""

    then: CoachLine | None
    now: CoachLine | None


@dataclass(frozen=True)
class CoachSheet:
    """A squad's training sheet on a day; `decided_at` is the newest decision on it, in the squad's time.

    `since` are the lines that are others than those that were `acknowledged`.
    """

    squad: str
    day: dt.date
    match_day: str | None
    planned: tuple[Planned, ...]
    lines: tuple[CoachLine, ...]
    changes: tuple[Change, ...]
    decided_at: dt.datetime | None
    acknowledged: Acknowledged | None
    since: tuple[Change, ...]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of the roster stand where, in the order of the words."""
        counted = Counter(line.training for line in self.lines)
        return {word: counted[word] for word in TRAINING}

    def of(self, training: str) -> list[CoachLine]:
        """The athletes of one availability, by name."""
        return [line for line in self.lines if line.training == training]


def coach_sheet(store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope) -> CoachSheet:
    """The sheet of a squad on a day, with what changed since yesterday's."""
    named = squad_named(store, scope, squad)
    zone = ZoneInfo(named.time_zone)
    sheet_was_out = dt.datetime.combine(day - dt.timedelta(days=1), _SHEET_IS_OUT, zone)
    known_before = known_at_the_end_of(store, sheet_was_out)
    lines = [_without_old_news(line, day) for line in coach_lines(store, scope, named.squad, day, known_at)]
    yesterday, today = (day - dt.timedelta(days=1), known_before), (day, known_at)
    seen = acknowledged(store, scope, named.squad, day, known_at)
    since = _changes(then_and_now(store, scope, named.squad, (day, seen.as_of), today)) if seen else ()
    around = planned(store, scope, named.squad, day - _MATCHES, day + _MATCHES, known_at)
    plan = [item.event for item in around if item.event.athlete is None]
    decided = [line.decided_at for line in lines if line.decided_at]
    return CoachSheet(
        squad=named.name,
        day=day,
        match_day=match_day(day, [event.day for event in plan if event.what == "match"]),
        planned=tuple(Planned(event.what, event.start, event.place) for event in plan if event.day == day),
        lines=tuple(lines),
        changes=_changes(then_and_now(store, scope, named.squad, yesterday, today)),
        decided_at=_in(zone, max(decided)) if decided else None,
        acknowledged=replace(seen, at=_in(zone, seen.at)) if seen else None,
        since=since,
    )


def _changes(pairs: list[tuple[CoachLine | None, CoachLine | None]]) -> tuple[Change, ...]:
    return tuple(Change(then, now) for then, now in pairs if _told(then) != _told(now))


def _in(zone: ZoneInfo, moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def _without_old_news(line: CoachLine, day: dt.date) -> CoachLine:
    """Words on a decision for Full are news for a week; limits are told as long as they hold."""
    if line.training != "full" or line.since is None or day - line.since < _NEWS:
        return line
    return replace(line, text_to_coach=None)


def _told(line: CoachLine | None) -> tuple[object, ...] | None:
    """What a line lets an athlete do: a decision that repeats it is no news."""
    if line is None:
        return None
    allowed = (line.restrictions, line.can_do, line.minutes_cap, line.text_to_coach, line.talk_first)
    return line.training, line.match, line.until_reviewed, *allowed
