"""The embedded engine: one DuckDB file, owned by one process."""

import contextlib
import os
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import numpy as np

from teamback.record.refusal import Refusal
from teamback.store.duck_file import connect
from teamback.store.engine import Columns, Execute, Row

T = TypeVar("T")
_TRIES = 8
_PARSED = 1_000


class Duck:
    """A DuckDB store; a cursor per use, a process-wide write lock and a retry on conflict."""

    name = "duckdb"
    errors: tuple[type[Exception], ...] = (duckdb.Error,)

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._connection = connect(path)
        self._lock = threading.Lock()
        self._turn = threading.Condition()
        self._cursors = 0
        self._at_rest: list[duckdb.DuckDBPyConnection] = []
        self._parsed: dict[str, duckdb.Statement] = {}

    @contextlib.contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """One for this thread alone: used again, as a new one makes its first select a tenth slower."""
        with self._turn:
            self._cursors += 1
            cursor = self._at_rest.pop() if self._at_rest else self._connection.cursor()
        try:
            yield cursor
        except BaseException:
            cursor.close()
            raise
        else:
            self._at_rest.append(cursor)
        finally:
            with self._turn:
                self._cursors -= 1
                self._turn.notify_all()

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a select."""
        with self._cursor() as cursor:
            return cursor.execute(self._statement(cursor, sql), parameters).fetchall()

    def read_columns(self, sql: str, parameters: Sequence[Any], kinds: dict[str, str]) -> Columns:
        """All rows of a select as arrays; fetchnumpy is the fastest way out at squad size."""
        with self._cursor() as cursor:
            found = cursor.execute(self._statement(cursor, sql), parameters).fetchnumpy()
        return {name: _array(found[name], kind) for name, kind in kinds.items()}

    def _statement(self, cursor: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
        """What is asked as DuckDB parsed it, once a text: to parse a small one costs a third of its time."""
        found = self._parsed.get(sql)
        if found is None:
            if len(self._parsed) >= _PARSED:  # an insert is another text for each choice of columns
                self._parsed.clear()
            (found,) = cursor.extract_statements(sql)
            self._parsed[sql] = found
        return found

    def snapshot(self, work: Callable[[Execute], T]) -> T:
        """Reads that see one moment: a transaction of DuckDB sees no later one."""
        with self._cursor() as cursor:
            return self._transaction(cursor, work)

    def write(self, work: Callable[[Execute], T]) -> T:
        """One transaction under the write lock, tried again when DuckDB reports a conflict."""
        for attempt in range(1, _TRIES + 1):
            try:
                with self._lock, self._cursor() as cursor:
                    return self._transaction(cursor, work)
            except duckdb.TransactionException as error:
                if attempt == _TRIES:
                    reason = str(error).splitlines()[0]
                    raise Refusal(f"Nothing was kept: the store cannot be written ({reason}).") from error
                time.sleep(random.uniform(0.005, 0.02) * attempt)
        raise AssertionError("unreachable")

    def _transaction(self, cursor: duckdb.DuckDBPyConnection, work: Callable[[Execute], T]) -> T:
        def execute(sql: str, parameters: Sequence[Any]) -> list[Row]:
            asked = self._statement(cursor, sql) if parameters else sql  # a migration is several statements
            return cursor.execute(asked, parameters).fetchall()

        cursor.begin()
        try:
            result = work(execute)
        except BaseException:
            with contextlib.suppress(duckdb.Error):  # the first error is the one to be told
                cursor.rollback()
            raise
        cursor.commit()
        return result

    def forget(self) -> None:
        """Copies what counts into a new file and puts it in the place of the old one, while nobody reads."""
        if self._path is None:
            return
        fresh = self._path.with_name(f"{self._path.name}.rewriting")
        with self._lock, self._turn:
            self._turn.wait_for(lambda: self._cursors == 0)
            self._rest_no_more()
            fresh.unlink(missing_ok=True)
            place = str(fresh.resolve()).replace("'", "''")
            self._connection.execute(f"attach '{place}' as rewritten")
            (name,) = self._connection.execute("select current_database()").fetchall()[0]
            self._connection.execute(f'copy from database "{name}" to rewritten')
            self._connection.execute("detach rewritten")
            self._connection.close()
            os.replace(fresh, self._path)
            self._connection = connect(self._path)

    def close(self) -> None:
        """Closes the file; another process may open it then."""
        self._rest_no_more()
        self._parsed.clear()
        self._connection.close()

    def _rest_no_more(self) -> None:
        while self._at_rest:
            self._at_rest.pop().close()


def _array(values: np.ndarray, kind: str) -> np.ndarray:
    unknown = np.ma.getmaskarray(values) if isinstance(values, np.ma.MaskedArray) else None
    plain: np.ndarray = np.ma.getdata(values)
    if kind == "i":
        return plain.astype(np.int64, copy=False)
    array = plain.astype(np.float64 if kind == "f" else object, copy=unknown is not None)
    if unknown is not None:
        array[unknown] = np.nan if kind == "f" else None
    return array
