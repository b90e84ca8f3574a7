"""The engine for several app servers: the same SQL text on PostgreSQL."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np

from teamback.record.refusal import Refusal
from teamback.store.engine import Columns, Execute, Row

try:
    import psycopg
    from psycopg_pool import ConnectionPool
except ImportError as missing:
    raise Refusal("PostgreSQL needs the extra 'postgres': install teamback[postgres].") from missing

T = TypeVar("T")
Connection = psycopg.Connection[Row]
WRITE_LOCK = 7205321
_PATIENCE = 10
_TABLES = "select table_name from information_schema.tables where table_schema = current_schema()"
_SETTINGS = (
    b"set timezone = 'UTC'",
    b"set client_encoding = 'UTF8'",
    # Live rows are asked for with `not in`: with less it would go through what was superseded row by row.
    b"set work_mem = '128MB'",
    # Whoever waited for the write lock must see what was written meanwhile.
    b"set default_transaction_isolation = 'read committed'",
)


class Postgres:
    """A PostgreSQL store; writers of every server wait for one advisory lock."""

    name = "postgresql"
    errors: tuple[type[Exception], ...] = (psycopg.Error,)

    def __init__(self, url: str) -> None:
        try:
            psycopg.connect(url, connect_timeout=_PATIENCE).close()  # the pool would try again and again
        except psycopg.Error as error:
            raise Refusal(
                "The PostgreSQL store does not answer. Check its address and that it runs."
            ) from error
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            url,
            kwargs={"cursor_factory": psycopg.RawCursor},
            configure=_configure,
            check=ConnectionPool.check_connection,
            min_size=1,
            max_size=8,
            open=True,
        )
        if self.read("show server_encoding") != [("UTF8",)]:
            self._pool.close()
            raise Refusal("This PostgreSQL database does not keep UTF-8. Make one that does, and name it.")

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a select."""
        with self._pool.connection() as connection:
            return _execute(connection)(sql, parameters)

    def read_columns(self, sql: str, parameters: Sequence[Any], kinds: dict[str, str]) -> Columns:
        """All rows of a select as arrays, in the shapes the embedded engine gives."""
        rows = self.read(sql, parameters)
        columns = list(zip(*rows, strict=True)) if rows else [()] * len(kinds)
        return {
            name: _array(values, kind) for (name, kind), values in zip(kinds.items(), columns, strict=True)
        }

    def snapshot(self, work: Callable[[Execute], T]) -> T:
        """Reads that see one moment."""
        with self._pool.connection() as connection:
            connection.execute(b"set transaction isolation level repeatable read, read only")
            return work(_execute(connection))

    def write(self, work: Callable[[Execute], T]) -> T:
        """One transaction under the advisory lock."""
        with self._pool.connection() as connection:
            execute = _execute(connection)
            execute("select pg_advisory_xact_lock($1::bigint)", [WRITE_LOCK])
            return work(execute)

    def forget(self) -> None:
        """Rewrites every table of the store, so that no dead row stays in its file."""
        tables = ", ".join(name for (name,) in self.read(_TABLES))
        with self._pool.connection() as connection:
            connection.autocommit = True
            connection.execute(f"vacuum full {tables}".encode())
            connection.autocommit = False

    def close(self) -> None:
        """Closes every connection of the pool."""
        self._pool.close()


def _configure(connection: Connection) -> None:
    for setting in _SETTINGS:
        connection.execute(setting)
    connection.commit()


def _execute(connection: Connection) -> Execute:
    def execute(sql: str, parameters: Sequence[Any]) -> list[Row]:
        cursor = connection.execute(sql.encode(), parameters or None)
        return cursor.fetchall() if cursor.description else []

    return execute


def _array(values: Sequence[Any], kind: str) -> np.ndarray:
    if kind == "f":
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    return np.array(values, dtype=np.int64 if kind == "i" else object)
