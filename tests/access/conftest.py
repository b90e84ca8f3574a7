"""A store with a lead's account, and hashes that are made quickly."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from squads import Clock, a_squad

from teamback.store import Store
from tests.fresh_stores import in_memory


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that cost nothing: for what is no test of them."""
    from teamback.access import passwords

    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


@pytest.fixture
def store(clock: Clock, quick: None) -> Iterator[Store]:
    """Kari and Ola on the first squad, and nobody who can sign in."""
    with in_memory(clock) as made:
        a_squad(made, "Kari Ola")
        yield made
