"""Row by row against the record: new, updated, unchanged, left to a person's correction, or invalid."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from teamback.intake.on_record import OnRecord, Spot, says_the_same
from teamback.intake.rows import LEFT_OUT, NEW, UNCHANGED, UPDATED, Row
from teamback.record.event import Event
from teamback.record.events import CalendarEntry, CheckIn, RestDay
from teamback.record.kept import Kept
from teamback.store.appending import Entry
from teamback.store.queries.intake import Withdrawn

_LATER = "{} changed this entry later: that stands"
_BY_HAND = "{} entered something else here. Correct it on its page, or take the row out."


def match_check_ins(rows: Sequence[Row], there: OnRecord) -> list[Entry]:
    """One check-in an athlete and day: the rows of that day fill it, or add to the one that is there."""
    entries = []
    for spot, group in _by_spot(rows).items():
        _refuse_said_twice(group)
        kept = next(iter(there.live.get(spot, ())), None)
        for row in group:
            if not row.outcome:
                _judge(row, spot, kept, there)
        fresh = [row for row in group if row.outcome in (NEW, UPDATED)]
        values = {name: value for row in fresh for name, value in row.values.items()}
        if fresh and kept:
            entries.append(Entry(replace(kept.event, **values), kept.seq))
        elif fresh:
            entries.append(Entry(_event(CheckIn, spot, values)))
    return entries


def _judge(row: Row, spot: Spot, kept: Kept[Any] | None, there: OnRecord) -> None:
    if kept and says_the_same(kept.event, row.values):
        row.settle(UNCHANGED)
    elif who := there.withdrawn_by(spot, row.values):
        row.settle(LEFT_OUT, _LATER.format(who))
    elif kept is None:
        row.settle(NEW)
    elif not there.is_own(kept):
        row.refuse(_BY_HAND.format(kept.recorded_by))
    else:
        said_before = any(getattr(kept.event, name) is not None for name in row.values)
        row.settle(UPDATED if said_before else NEW)


def _refuse_said_twice(group: Sequence[Row]) -> None:
    said: dict[str, Row] = {}
    for row in group:
        if before := next((said[name] for name in row.values if name in said), None):
            row.refuse(f"This athlete's check-in of {row.dated} stands in {before.place} already. Keep one.")
        else:
            said |= dict.fromkeys(row.values, row)


def match_several(rows: Sequence[Row], kind: type[Event], squad: str, there: OnRecord) -> list[Entry]:
    """Any number a day, matched one to one with those on record, so that equal sessions stay two sessions."""
    entries = []
    events = {row: _event(kind, (row.athlete, row.dated), row.values, squad) for row in rows}
    for spot, group in _by_spot(rows).items():
        free = list(there.live.get(spot, ()))
        if kind is RestDay:
            for row in group[1:]:
                row.refuse(f"This rest day stands in {group[0].place} already. Keep one.")
        _unchanged(group, free, lambda row, kept: kept.event == events[row])
        _unchanged(group, free, lambda row, kept: says_the_same(kept.event, row.values))
        _changed_by_a_person(group, free, there.gone.get(spot, ()), there)
        for row in group:
            if not row.outcome:
                entries += _new_or_updated(row, events[row], free, there)
    return entries


def _unchanged(group: Sequence[Row], free: list[Kept[Any]], same: Callable[[Row, Kept[Any]], bool]) -> None:
    for row in group:
        if not row.outcome and (kept := next((kept for kept in free if same(row, kept)), None)):
            free.remove(kept)
            row.settle(UNCHANGED)


def _changed_by_a_person(
    group: Sequence[Row], free: list[Kept[Any]], gone: Sequence[Withdrawn[Any]], there: OnRecord
) -> None:
    by_people = [item for item in gone if there.by_a_person(item)]
    for row in group:
        found = next((item for item in by_people if says_the_same(item.entry.event, row.values)), None)
        if found and not row.outcome:
            by_people.remove(found)
            free[:] = [kept for kept in free if kept.seq != found.by_seq]
            row.settle(LEFT_OUT, _LATER.format(found.by))


def _new_or_updated(row: Row, event: Event, free: list[Kept[Any]], there: OnRecord) -> list[Entry]:
    kept = next((kept for kept in free if _is_meant(row, kept, there)), None)
    if kept is None:
        row.settle(NEW)
        return [Entry(event)]
    free.remove(kept)
    if not there.is_own(kept):
        row.refuse(_BY_HAND.format(kept.recorded_by))
        return []
    row.settle(UPDATED)
    return [Entry(replace(kept.event, **row.values), kept.seq)]


def _is_meant(row: Row, kept: Kept[Any], there: OnRecord) -> bool:
    """Whether a row is about this entry, though it says something else: same start, or a whole day."""
    if row.source.days_are_whole:
        return there.is_own(kept) and getattr(kept.event, "site", None) == row.values.get("site")
    start, what = row.values.get("start"), row.values.get("what")
    return start is not None and kept.event.start == start and getattr(kept.event, "what", None) == what


def _event(kind: type[Event], spot: Spot, values: Mapping[str, Any], squad: str = "") -> Event:
    athlete, day = spot
    about = {"squad": squad} if kind is CalendarEntry else {}
    return kind(day=day, athlete=athlete, **about, **values)  # type: ignore[call-arg]


def _by_spot(rows: Sequence[Row]) -> dict[Spot, list[Row]]:
    spots: dict[Spot, list[Row]] = defaultdict(list)
    for row in rows:
        spots[row.athlete, row.dated].append(row)
    return spots
