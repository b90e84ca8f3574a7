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

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a select."""
        ...

    def read_columns(self, sql: str, parameters: Sequence[Any], kinds: dict[str, str]) -> Columns:
        """All rows of a select as arrays: kind "f" float64 (null is NaN), "i" int64, "o" objects."""
        ...

    def write(self, work: Callable[[Execute], T]) -> T:
        """Runs `work` in one transaction under the one write lock; all of it is kept or nothing."""
        ...

    def script(self, sql: str) -> None:
        """Runs several statements, as a migration has them, in one transaction."""
        ...

    def close(self) -> None:
        """Closes every connection."""
        ...
