"""The morning on which these tests look at the invented squad, and how a story has to stand on a board."""

import datetime as dt

from teamback.demo import SEED, Story
from teamback.demo.building import writings
from teamback.demo.club import at
from teamback.record.scope import Scope
from teamback.rounds.board import BoardRow, SquadDay
from teamback.rounds.squad_day import squad_day
from teamback.store import open_store
from teamback.store.appending import Entry

LAST = dt.date(2026, 11, 20)
WRITTEN, LATER = at(LAST, "08:10"), at(LAST, "08:42")
STAFF = Scope("Dr Lee", "doctor", "lead")


def shown(row: BoardRow) -> dict[str, object]:
    """What a row shows of all that a story promises."""
    return {
        "flag": row.flag.level,
        "training": row.training,
        "match": row.match,
        "rules": {reason.rule for reason in row.flag.reasons},
        "says": " | ".join(reason.says for reason in row.flag.reasons),
    }


def keeps(story: Story, row: BoardRow) -> bool:
    """Whether a row keeps what the story promises; other rules may speak beside those it names."""
    seen, promised = shown(row), story.board
    alike = all(seen[name] == promised[name] for name in ("flag", "training", "match"))
    return alike and set(promised["rules"]) <= seen["rules"] and promised["says"] in seen["says"]  # type: ignore[operator]


def board_written_at_once(last: dt.date, seed: int = SEED) -> SquadDay:
    """The board of a demo that ends on another day, in two batches: what was known when is lost, not what."""
    written = sorted(writings(last, seed), key=lambda writing: writing.at)
    store = open_store(":memory:", clock=lambda: at(last, "08:42"))
    events = [event for writing in written if not writing.corrects for event in writing.events]
    numbers = store.keep(events, STAFF)
    where = {(e.subject, e.day): seq for e, seq in zip(events, numbers, strict=True) if e.kind == "check_in"}
    corrections = [event for writing in written if writing.corrects for event in writing.events]
    store.keep([Entry(event, where[event.subject, event.day]) for event in corrections], STAFF)
    board = squad_day(store, "First team", last, None, STAFF)
    store.close()
    return board
