"""What the store asks of a database: read rows, read columns, write in one transaction under one lock."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

import numpy as np

T = TypeVar("T")
Row = tuple[Any, ...]
Columns = dict[str, np.ndarray]
Execute = Callable[[str, Sequence[Any]], list[Row]]


class Engine(Protocol):
    """DuckDB or PostgreSQL, speaking the same SQL text with $1 placeholders."""

    name: str
    errors: tuple[type[Exception], ...]

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a select."""
        ...

    def read_columns(self, sql: str, parameters: Sequence[Any], kinds: dict[str, str]) -> Columns:
        """All rows of a select as arrays: kind "f" float64 (null is NaN), "i" int64, "o" objects."""
        ...

    def snapshot(self, work: Callable[[Execute], T]) -> T:
        """Runs several reads that all see the store as it is at one moment."""
        ...

    def write(self, work: Callable[[Execute], T]) -> T:
        """Runs `work` in one transaction under the one write lock; all of it is kept or nothing.

        Without parameters, one text may hold several statements, as a migration does.
        """
        ...

    def forget(self) -> None:
        """Leaves nothing on disk of rows that were deleted: they would stay in free blocks otherwise."""
        ...

    def close(self) -> None:
        """Closes every connection."""
        ...
