"""Whole check-ins, and a board looked at, as short as one tells them."""

import datetime as dt
from typing import Any

from teamback.record.events import CheckIn
from teamback.record.scope import Scope
from teamback.rounds.board import BoardRow, SquadDay
from teamback.rounds.squad_day import squad_day
from teamback.store import Store
from tests.squads import MONDAY, PHYSIO, mornings

WELL = {"fatigue": 4, "sleep_quality": 4, "soreness": 4, "stress": 4, "mood": 4}


def answered(athlete: int, pain: str = "0", until: dt.date = MONDAY, **others: Any) -> list[CheckIn]:
    """Check-ins with every question answered, a row of days for the back."""
    return mornings(athlete, until, low_back_now=pain, flare=False, **WELL | others)


def board_of(
    store: Store, day: dt.date = MONDAY, known_at: int | None = None, scope: Scope = PHYSIO
) -> SquadDay:
    return squad_day(store, "first", day, known_at, scope)


def row_of(board: SquadDay, known_as: str) -> BoardRow:
    return next(row for row in board.rows if row.athlete.known_as == known_as)


def said(row: BoardRow) -> dict[str, str]:
    """What each rule says in a row."""
    return {reason.rule: reason.says for reason in row.flag.reasons}
