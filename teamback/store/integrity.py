"""What the journal refuses, whoever asks: each check is one short function with one sentence."""

import datetime as dt
from collections.abc import Sequence

from teamback.record.event import Event, columns
from teamback.record.events import Availability, CheckIn, RestDay, Session
from teamback.record.refusal import ChangedSince, Refusal
from teamback.record.scales import SCALES
from teamback.store.appending import Entry
from teamback.store.engine import Execute
from teamback.store.live import LIVE

_FURTHEST_AHEAD = dt.timedelta(hours=14)
_NOT_AHEAD = (CheckIn, Session, RestDay, Availability)


def refuse(execute: Execute, entries: Sequence[Entry], now: dt.datetime, seen: int | None) -> None:
    """Raises the first sentence that speaks against a batch; runs inside its write transaction."""
    for entry in entries:
        _off_its_scale(entry.event)
        _ahead_of_time(entry.event, now)
    _changed_since(execute, entries, seen)
    _replaces_nothing(execute, entries)
    _second_check_in(execute, entries)


def refuse_undo(execute: Execute, batch: int) -> None:
    """A batch can be undone once, and only while nothing later rests on the athletes it added."""
    if not execute("select 1 from journal where batch = $1::bigint limit 1", [batch]):
        raise Refusal(f"There is no batch {batch}. The import printed its number.")
    if execute("select 1 from undone where undone_batch = $1::bigint limit 1", [batch]):
        raise Refusal(f"Batch {batch} was undone before. Nothing was changed.")
    if execute("select 1 from journal where batch = $1::bigint and kind = 'undone' limit 1", [batch]):
        raise Refusal(f"Batch {batch} is itself an undoing. Import the file again instead.")
    later = execute(
        "select count(*) from journal j where j.batch > $1::bigint and exists"
        " (select 1 from athlete a join journal b on b.seq = a.seq"
        "  where b.batch = $1::bigint and j.subject = a.athlete::text)",
        [batch],
    )[0][0]
    if later:
        raise Refusal(f"{later} later entries are about athletes that batch {batch} added. Undo those first.")


def _off_its_scale(event: Event) -> None:
    for name in columns(type(event)):
        sentence = SCALES[name].refuse(getattr(event, name)) if name in SCALES else None
        if sentence:
            raise Refusal(sentence, name)


def _ahead_of_time(event: Event, now: dt.datetime) -> None:
    # Some squad's clock may be ahead of UTC by up to 14 hours; its own today is checked by the form.
    if isinstance(event, _NOT_AHEAD) and event.day > (now + _FURTHEST_AHEAD).date():
        raise Refusal(f"{event.day:%d %b %Y} has not come yet. Nothing can be recorded for it.", "day")


def _changed_since(execute: Execute, entries: Sequence[Entry], seen: int | None) -> None:
    if seen is None:
        return
    subjects = sorted({entry.event.subject for entry in entries})
    found = execute(
        "select recorded_by, recorded_at from journal where seq > $1::bigint and subject = any($2::text[])"
        " order by seq limit 1",
        [seen, subjects],
    )
    if found:
        raise ChangedSince(*found[0])


def _replaces_nothing(execute: Execute, entries: Sequence[Entry]) -> None:
    targets = [entry.replaces for entry in entries if entry.replaces]
    if not targets:
        return
    live = execute(
        f"select t.seq from journal t where t.seq = any($2::bigint[]) and {LIVE}", [2**62, targets]
    )
    if len(live) != len(targets) or len(set(targets)) != len(targets):
        raise Refusal("The entry to be corrected was already corrected or withdrawn. Look at it again.")


def _second_check_in(execute: Execute, entries: Sequence[Entry]) -> None:
    """One live check-in an athlete and day: a second one must say which it corrects."""
    said = [(e.event.athlete, e.event.day, e.replaces) for e in entries if isinstance(e.event, CheckIn)]
    if not said:
        return
    if len({(athlete, day) for athlete, day, _ in said}) != len(said):
        raise Refusal("Two check-ins of one athlete and day came in one batch. Keep one of them.")
    athletes = [athlete for athlete, _, _ in said]
    days = [day for _, day, _ in said]
    there = execute(
        "select t.athlete, t.day, t.seq from check_in t"
        " join (select unnest($2::bigint[]) as athlete, unnest($3::date[]) as day) n"
        f" on n.athlete = t.athlete and n.day = t.day where {LIVE}",
        [2**62, athletes, days],
    )
    replaced = {replaces for _, _, replaces in said}
    for _, day, seq in there:
        if seq not in replaced:
            raise Refusal(f"There is a check-in for {day:%a %d %b} already. Open it to correct it.")
