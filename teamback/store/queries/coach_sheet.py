"""The coach's query: what each athlete may do, and no clinical column."""

import datetime as dt
import json
from dataclasses import replace

from teamback.record.coach import Acknowledged, CoachLine
from teamback.record.events import SheetAcknowledged
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.queries.entries import kept
from teamback.store.queries.roster import roster

_DECIDED = f"""
select distinct on (t.athlete) t.athlete, t.day, t.training, t.match, t.restrictions, t.can_do, t.minutes_cap,
  t.review_on, t.until_reviewed, t.text_to_coach, t.talk_first, j.recorded_at
from availability t join journal j on j.seq = t.seq
where t.athlete = any($2::bigint[]) and t.day <= $3::date and {LIVE}
order by t.athlete, t.day desc, t.seq desc
"""


def coach_lines(
    store: Store, scope: Scope, squad: str, day: dt.date, known_at: int | None = None
) -> list[CoachLine]:
    """The whole roster with each athlete's latest decision; never decided stays "not decided"."""
    return list(_lines(store, scope, squad, day, known_at).values())


def then_and_now(
    store: Store, scope: Scope, squad: str, then: tuple[dt.date, int], now: tuple[dt.date, int | None]
) -> list[tuple[CoachLine | None, CoachLine | None]]:
    """Each athlete's line of one day, as known at an entry, beside their line of another.

    By name; None stands for not on the roster.
    """
    before, after = _lines(store, scope, squad, *then), _lines(store, scope, squad, *now)
    pairs = [(before.get(athlete), after.get(athlete)) for athlete in before | after]
    return sorted(pairs, key=lambda pair: [line.known_as.casefold() for line in pair if line][-1])


def acknowledged(
    store: Store, scope: Scope, squad: str, day: dt.date, known_at: int | None = None
) -> Acknowledged | None:
    """Who acknowledged the sheet of a squad and day last; None while nobody has."""
    where = "t.squad = $2::text and t.day = $3::date"
    found = kept(store, SheetAcknowledged, scope, where, [squad, day], known_at)
    return (
        Acknowledged(found[-1].recorded_by, found[-1].recorded_at, found[-1].event.as_of) if found else None
    )


def _lines(
    store: Store, scope: Scope, squad: str, day: dt.date, known_at: int | None
) -> dict[int, CoachLine]:
    if scope.athlete is not None:
        raise Refusal("The training sheet is for staff.")
    people = roster(store, scope, squad, day, known_at)
    version = EVERYTHING_KNOWN if known_at is None else known_at
    rows = store.engine.read(_DECIDED, [version, [person.athlete for person in people], day])
    lines = {person.athlete: CoachLine(person.known_as, person.position) for person in people}
    for athlete, since, training, match, limits, can_do, cap, review, until, text, talk, at in rows:
        lines[athlete] = replace(
            lines[athlete],
            training=training,
            match=match,
            restrictions=tuple(json.loads(limits)),
            can_do=can_do,
            minutes_cap=cap,
            review_on=review,
            until_reviewed=until,
            text_to_coach=text,
            talk_first=talk,
            since=since,
            decided_at=at,
        )
    return lines
