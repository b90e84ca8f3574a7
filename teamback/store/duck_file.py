"""Opening a DuckDB file: hardened, and with one clear sentence when it cannot be opened."""

from pathlib import Path

import duckdb

from teamback.record.refusal import Refusal

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    # A select of one squad is over before a second thread is awake (a board: 15 % slower with it), and people
    # who look at the same time are on threads of their own.
    "threads": 1,
    # DuckDB 2.0.0 finds no row by `order by ... limit` when those that it takes for the first were deleted.
    "disabled_optimizers": "row_group_pruner",
}


def connect(path: Path | None) -> duckdb.DuckDBPyConnection:
    """A connection to a file, made where there is none, or to a database in memory."""
    if path is None:
        connection = duckdb.connect(":memory:", config=_CONFIG)
        connection.execute("set TimeZone = 'UTC'")
        return connection
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Without the prefix DuckDB takes a file named .csv or .json for data to be viewed.
        connection = duckdb.connect(f"duckdb:{path}", config=_CONFIG)
    except (duckdb.Error, OSError) as error:
        raise Refusal(_why_not(path, str(error))) from error
    try:
        _harden(connection, path.parent)
    except duckdb.Error as error:
        connection.close()
        raise Refusal(f"The store {path} is open already in this very program.") from error
    return connection


def _harden(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Nothing outside the store's own folder can be read or written, and no setting changed any more."""
    place = str(folder.resolve()).replace("'", "''")
    for setting in (
        "TimeZone = 'UTC'",
        f"allowed_directories = ['{place}']",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"set {setting}")


def _why_not(path: Path, said: str) -> str:
    if "Could not set lock" in said:
        return f"The store {path} is in use by another program. Stop teamback there, then try again."
    if path.is_file() and path.stat().st_size == 0:
        return f"{path} is an empty file, not a teamback store. Delete it, or name another one."
    if "not a valid DuckDB" in said:
        return f"{path} is not a teamback store. Name another file, or restore a backup into a new one."
    reason = said.splitlines()[0].rstrip(".")
    return f"The store {path} cannot be opened ({reason}). Check the path and its permissions."
