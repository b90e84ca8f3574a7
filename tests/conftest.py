"""What all tests can ask for: a PostgreSQL of their own; programs that start quickly, away from the club."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from postgres_server import fresh_database, running_postgres

from teamback.store import Store
from tests.fresh_stores import close_all, in_memory
from tests.squads import Clock

COMPILED = Path(__file__).parent / "output" / "compiled"


def pytest_configure() -> None:
    """No test opens the club's own store or makes its key; programs that start keep what they compiled.

    Many are started here, also where Python is told to keep nothing: a server that has to compile all it
    imports takes twice as long.
    """
    os.environ |= {"TEAMBACK_STORE": ":memory:", "TEAMBACK_SECRET_KEY": "only-for-tests-" * 3}
    if sys.dont_write_bytecode:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(COMPILED)
        sys.dont_write_bytecode, sys.pycache_prefix = False, str(COMPILED)


def pytest_unconfigure() -> None:
    """Stores that wait for another test are closed: DuckDB complains of what is open when Python ends."""
    close_all()


@pytest.fixture(autouse=True)
def the_main_module_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest makes the page the main module and leaves it so: processes that start later would run it."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def clock() -> Clock:
    """Monday 23 November 2026, half past eight, until it is moved."""
    return Clock()


@pytest.fixture
def store(clock: Clock) -> Iterator[Store]:
    """An empty store in memory; folders that need another kind have their own."""
    with in_memory(clock) as made:
        yield made


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of one PostgreSQL server, for as long as this process of the test run lives."""
    with running_postgres() as address:
        yield address


@pytest.fixture(scope="session")
def new_database(postgres_server: str) -> Iterator[Callable[[], str]]:
    """Gives the address (postgresql://) of a new, empty database that stays until the run ends."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(fresh_database(postgres_server))


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address (postgresql://) of a fresh, empty database of this test alone."""
    with fresh_database(postgres_server) as address:
        yield address
