"""What all tests can ask for: a PostgreSQL of their own."""

from collections.abc import Iterator

import pytest
from postgres_server import fresh_database, running_postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of one PostgreSQL server, for as long as this process of the test run lives."""
    with running_postgres() as address:
        yield address


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address (postgresql://) of a fresh, empty database of this test alone."""
    with fresh_database(postgres_server) as address:
        yield address
