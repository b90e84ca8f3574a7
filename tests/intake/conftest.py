"""A store in memory whose clock stands at a Monday morning."""

from collections.abc import Iterator

import pytest

from teamback.store import Store, open_store
from tests.intake.exported import NOW


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:", clock=lambda: NOW)
    yield opened
    opened.close()
