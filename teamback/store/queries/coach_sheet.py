"""The coach's query: what each athlete may do, and no clinical column."""

import datetime as dt
import json

from teamback.record.coach import CoachLine
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.live import LIVE
from teamback.store.queries.entries import EVERYTHING_KNOWN
from teamback.store.queries.roster import roster

_DECIDED = f"""
select distinct on (t.athlete) t.athlete, t.day, t.training, t.match, t.restrictions, t.can_do, t.minutes_cap,
  t.review_on, t.until_reviewed, t.text_to_coach, j.recorded_at
from availability t join journal j on j.seq = t.seq
where t.athlete = any($2::bigint[]) and t.day <= $3::date and {LIVE}
order by t.athlete, t.day desc, t.seq desc
"""


def coach_lines(
    store: Store, scope: Scope, squad: str, day: dt.date, known_at: int | None = None
) -> list[CoachLine]:
    """The whole roster with each athlete's latest decision; never decided stays "not decided"."""
    if scope.athlete is not None:
        raise Refusal("The training sheet is for staff.")
    people = roster(store, scope, squad, day, known_at)
    version = EVERYTHING_KNOWN if known_at is None else known_at
    rows = store.engine.read(_DECIDED, [version, [person.athlete for person in people], day])
    decided = {row[0]: row for row in rows}
    lines = []
    for person in people:
        if person.athlete not in decided:
            lines.append(CoachLine(person.known_as, person.position))
            continue
        _, since, training, match, limits, can_do, cap, review, until, text, at = decided[person.athlete]
        allowed = tuple(json.loads(limits))
        lines.append(
            CoachLine(
                person.known_as,
                person.position,
                training,
                match,
                allowed,
                can_do,
                cap,
                review,
                until,
                text,
                since,
                at,
            )
        )
    return lines
