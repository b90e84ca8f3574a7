"""The embedded engine: one DuckDB file, owned by one process."""

import random
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import numpy as np

from teamback.record.refusal import Refusal
from teamback.store.engine import Columns, Execute, Row

T = TypeVar("T")
_TRIES = 8
_NO_EXTENSIONS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


class Duck:
    """A DuckDB store; a cursor per use, a process-wide write lock and a retry on conflict."""

    name = "duckdb"

    def __init__(self, path: Path | None) -> None:
        self._connection = _connect(path)
        self._lock = threading.Lock()

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a select."""
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, parameters).fetchall()

    def read_columns(self, sql: str, parameters: Sequence[Any], kinds: dict[str, str]) -> Columns:
        """All rows of a select as arrays; fetchnumpy is the fastest way out at squad size."""
        with self._connection.cursor() as cursor:
            found = cursor.execute(sql, parameters).fetchnumpy()
        return {name: _array(found[name], kind) for name, kind in kinds.items()}

    def write(self, work: Callable[[Execute], T]) -> T:
        """One transaction under the write lock, tried again when DuckDB reports a conflict."""
        for attempt in range(_TRIES):
            try:
                with self._lock, self._connection.cursor() as cursor:
                    return _transaction(cursor, work)
            except duckdb.TransactionException:
                if attempt == _TRIES - 1:
                    raise
                time.sleep(random.uniform(0.005, 0.02) * (attempt + 1))
        raise AssertionError("unreachable")

    def script(self, sql: str) -> None:
        """Several statements in one transaction."""
        with self._lock, self._connection.cursor() as cursor:
            _transaction(cursor, lambda execute: cursor.execute(sql))

    def close(self) -> None:
        """Closes the file; another process may open it then."""
        self._connection.close()


def _transaction(cursor: duckdb.DuckDBPyConnection, work: Callable[[Execute], T]) -> T:
    def execute(sql: str, parameters: Sequence[Any]) -> list[Row]:
        return cursor.execute(sql, parameters).fetchall()

    cursor.begin()
    try:
        result = work(execute)
    except BaseException:
        cursor.rollback()
        raise
    cursor.commit()
    return result


def _array(values: np.ndarray, kind: str) -> np.ndarray:
    unknown = np.ma.getmaskarray(values) if isinstance(values, np.ma.MaskedArray) else None
    plain: np.ndarray = np.ma.getdata(values)
    if kind == "i":
        return plain.astype(np.int64, copy=False)
    array = plain.astype(np.float64 if kind == "f" else object, copy=unknown is not None)
    if unknown is not None:
        array[unknown] = np.nan if kind == "f" else None
    return array


def _connect(path: Path | None) -> duckdb.DuckDBPyConnection:
    if path is None:
        connection = duckdb.connect(":memory:", config=_NO_EXTENSIONS)
        connection.execute("set TimeZone = 'UTC'")
        return connection
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = duckdb.connect(str(path), config=_NO_EXTENSIONS)
    except duckdb.Error as error:
        raise Refusal(_why_not(path, str(error))) from error
    folder = str(path.parent.resolve()).replace("'", "''")
    for setting in (
        "TimeZone = 'UTC'",
        f"allowed_directories = ['{folder}']",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"set {setting}")
    return connection


def _why_not(path: Path, said: str) -> str:
    if "lock" in said.lower():
        return f"The store {path} is in use by another program. Stop teamback there, then try again."
    if "not a valid" in said:
        return f"{path} is not a teamback store. Name another file, or restore a backup into a new one."
    return f"The store {path} cannot be opened ({said.splitlines()[0]}). Check the path and its permissions."
