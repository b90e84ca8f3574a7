"""The invented squad as it stands on a Friday morning."""

import shutil
from collections.abc import Iterator

import pytest
from demo_morning import LAST, LATER, STAFF, WRITTEN

from teamback.demo.building import build
from teamback.rounds.board import BoardRow, SquadDay
from teamback.rounds.squad_day import squad_day
from teamback.store import Store, open_store
from tests.made_once import made_once


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the whole demo, written on its last day at ten past eight."""
    made = made_once(
        tmp_path_factory, "friday.duckdb", lambda path: build(str(path), LAST, now=lambda: WRITTEN)
    )
    store = open_store(shutil.copy(made, tmp_path_factory.mktemp("friday")), clock=lambda: LATER)
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
