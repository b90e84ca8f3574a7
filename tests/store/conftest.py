"""Stores on both engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from teamback.store import Store
from tests.fresh_stores import in_memory, in_postgresql
from tests.squads import PHYSIO, Clock, a_squad, mornings, sessions
from tests.store.ward import KARI, OLA


@pytest.fixture(params=["duckdb", "postgresql"])
def store(request: pytest.FixtureRequest, clock: Clock) -> Iterator[Store]:
    """A fresh store, the test once on each engine."""
    if request.param == "duckdb":
        fresh = in_memory(clock)
    else:
        fresh = in_postgresql(clock, request.getfixturevalue("new_database"))
    with fresh as made:
        yield made


@pytest.fixture
def duck(clock: Clock) -> Iterator[Store]:
    """A fresh store in memory, for what does not depend on the engine."""
    with in_memory(clock) as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a store on disk may be made."""
    return tmp_path / "store" / "squad.duckdb"


@pytest.fixture
def ward(duck: Store) -> Store:
    """Two athletes, a check-in of Kari's on MONDAY (entry 6) and a session (7)."""
    assert a_squad(duck, "Kari Ola") == [KARI, OLA]
    assert duck.keep(mornings(KARI, low_back_now="7"), PHYSIO) == range(6, 7)
    assert duck.keep(sessions(KARI, minutes="60"), PHYSIO) == range(7, 8)
    return duck
