"""The invented squad in memory, as it stands on a Friday morning."""

from collections.abc import Iterator

import pytest
from demo_morning import LAST, LATER, STAFF, WRITTEN

from teamback.demo import fill
from teamback.rounds.board import BoardRow, SquadDay
from teamback.rounds.squad_day import squad_day
from teamback.store import Store, open_store


@pytest.fixture(scope="session")
def demo() -> Iterator[Store]:
    """A store with the whole demo, written on its last day at ten past eight."""
    store = open_store(":memory:", clock=lambda: LATER)
    fill(store, LAST, now=lambda: WRITTEN)
    yield store
    store.close()


@pytest.fixture(scope="session")
def board(demo: Store) -> SquadDay:
    """The first team's board of the last day."""
    return squad_day(demo, "First team", LAST, None, STAFF)


@pytest.fixture(scope="session")
def rows(board: SquadDay) -> dict[str, BoardRow]:
    """Its rows by name."""
    return {row.athlete.known_as: row for row in board.rows}
