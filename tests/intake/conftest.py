"""A store in memory whose clock stands at a Monday morning."""

from collections.abc import Iterator

import pytest

from teamback.store import Store
from tests.fresh_stores import in_memory
from tests.intake.exported import NOW


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory(lambda: NOW) as made:
        yield made
