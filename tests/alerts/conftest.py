"""A fresh store in memory whose clock stands on Monday 23 November 2026, 08:30."""

from collections.abc import Iterator

import pytest

from teamback.store import Store, open_store
from tests.squads import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(clock: Clock) -> Iterator[Store]:
    opened = open_store(":memory:", clock)
    yield opened
    opened.close()
