"""The morning on which these tests look at the invented squad, and how a story has to stand on a board."""

import datetime as dt

from teamback.demo import SEED, Story
from teamback.demo.club import at
from teamback.record.scope import Scope
from teamback.rounds.board import BoardRow, SquadDay
from teamback.rounds.squad_day import squad_day
from tests.both_squads import written_at_once

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
    store = written_at_once(last, seed)
    board = squad_day(store, "First team", last, None, STAFF)
    store.close()
    return board
