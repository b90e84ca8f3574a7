"""A fresh store in memory whose clock stands on Monday 23 November 2026, 08:30."""

from collections.abc import Iterator

import pytest

from teamback.store import Store
from tests.fresh_stores import in_memory
from tests.squads import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(clock: Clock) -> Iterator[Store]:
    with in_memory(clock) as made:
        yield made
