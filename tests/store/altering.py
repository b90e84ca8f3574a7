"""Every way to alter one value of a store beside the program, and whether what is wrong names it."""

from collections.abc import Iterator, Sequence

from teamback.store import Store
from teamback.store.backup_file import tables

OTHERWISE = {
    "bigint": "{0} + 1",
    "double precision": "{0} + 0.000000001",
    "boolean": "not {0}",
    "text": "overlay({0} placing '~' from 1)",
    "date": "{0} + 1",
    "timestamptz": "{0} + interval '1 microsecond'",
}
OTHERWISE_IN_DUCKDB = OTHERWISE | {"text": "'~' || substr({0}, 2)"}
FROM_NOTHING = {
    "bigint": "1",
    "double precision": "0.0",
    "boolean": "false",
    "text": "''",
    "date": "date '1970-01-01'",
    "timestamptz": "timestamptz '1970-01-01 00:00:00Z'",
}


def columns(store: Store, table: str) -> dict[str, str]:
    """The columns that are altered: all of them, and on the second engine one of each type.

    Digests and chain are the program's; an engine adds how it gives back a value of a type.
    """
    every = tables()[table]
    if store.engine.name == "duckdb" or table == "journal":
        return every
    return {column: sql for sql, column in {sql: column for column, sql in every.items()}.items()}


def alterations(store: Store, table: str) -> Iterator[tuple[str, int, str]]:
    """Every way to alter one value of a table: (what, the row's number, the SQL that does it)."""
    number = next(iter(tables()[table]))
    kept = " and salt is not null" if table == "journal" else ""
    ways = OTHERWISE_IN_DUCKDB if store.engine.name == "duckdb" else OTHERWISE
    for column, sql in columns(store, table).items():
        for state, new in (("is not null", ways[sql].format(column)), ("is null", FROM_NOTHING[sql])):
            rows = store.engine.read(
                f"select max({number}) from {table} where {column} {state}{kept} and ({new}) is not null"
            )
            if rows[0][0] is not None:
                row = int(rows[0][0])
                yield (
                    f"{table}.{column} {state}",
                    row,
                    f"update {table} set {column} = {new} where {number} = {row}",
                )


def named(row: int, faults: Sequence[str]) -> bool:
    """Whether an entry is named among what is wrong."""
    return any(f"ntry {row} " in fault for fault in faults)
