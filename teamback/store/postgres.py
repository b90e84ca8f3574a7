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
_WRITE_LOCK = 7205321


class Postgres:
    """A PostgreSQL store; writers of every server wait for one advisory lock."""

    name = "postgresql"

    def __init__(self, url: str) -> None:
        self._pool: ConnectionPool[psycopg.Connection[Row]] = ConnectionPool(
            url,
            kwargs={"cursor_factory": psycopg.RawCursor, "options": "-c timezone=UTC"},
            min_size=1,
            max_size=8,
            open=False,
        )
        try:
            self._pool.open(wait=True, timeout=10)
        except psycopg.Error as error:
            self._pool.close()
            raise Refusal(
                "The PostgreSQL store does not answer. Check its address and that it runs."
            ) from error

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a select."""
        with self._pool.connection() as connection:
            return _rows(connection.execute(sql.encode(), parameters))

    def read_columns(self, sql: str, parameters: Sequence[Any], kinds: dict[str, str]) -> Columns:
        """All rows of a select as arrays, in the shapes the embedded engine gives."""
        rows = self.read(sql, parameters)
        columns = list(zip(*rows, strict=True)) if rows else [()] * len(kinds)
        return {
            name: _array(values, kind) for (name, kind), values in zip(kinds.items(), columns, strict=True)
        }

    def write(self, work: Callable[[Execute], T]) -> T:
        """One transaction under the advisory lock."""
        with self._pool.connection() as connection:

            def execute(sql: str, parameters: Sequence[Any]) -> list[Row]:
                return _rows(connection.execute(sql.encode(), parameters))

            execute("select pg_advisory_xact_lock($1::bigint)", [_WRITE_LOCK])
            return work(execute)

    def script(self, sql: str) -> None:
        """Several statements in one transaction."""
        with self._pool.connection() as connection, psycopg.ClientCursor(connection) as cursor:
            cursor.execute(sql.encode())

    def close(self) -> None:
        """Closes every connection of the pool."""
        self._pool.close()


def _rows(cursor: "psycopg.Cursor[Row]") -> list[Row]:
    return cursor.fetchall() if cursor.description else []


def _array(values: Sequence[Any], kind: str) -> np.ndarray:
    if kind == "f":
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    return np.array(values, dtype=np.int64 if kind == "i" else object)
