"""Each event has a table with its fields and their types, and says of every field who may read it."""

import typing
from dataclasses import fields
from types import UnionType

import pytest

from teamback.record.event import Event, columns
from teamback.record.events import KINDS
from teamback.record.scope import EVERYONE
from teamback.store import Store
from teamback.store.appending import JOURNAL
from teamback.store.backup_file import tables
from teamback.store.read_log import READ_LOG
from teamback.store.tables import column_types, content_types

_COLUMNS = (
    "select table_name, column_name, data_type, is_nullable from information_schema.columns"
    " where table_schema = current_schema()"
)
_CALLED = {
    "bigint": "bigint",
    "text": "text",
    "varchar": "text",
    "double": "double precision",
    "double precision": "double precision",
    "boolean": "boolean",
    "date": "date",
    "timestamp with time zone": "timestamptz",
}
_SAID_IN_PYTHON = {
    int: "bigint",
    str: "text",
    float: "double precision",
    bool: "boolean",
}


@pytest.fixture
def there(store: Store) -> dict[str, dict[str, tuple[str, bool]]]:
    """Every table of a new store: its columns, their types, and whether they may be null."""
    found: dict[str, dict[str, tuple[str, bool]]] = {}
    for table, column, sql, nullable in store.engine.read(_COLUMNS):
        found.setdefault(table, {})[column] = (_CALLED[sql.lower()], nullable == "YES")
    return found


def test_every_event_has_a_table_with_its_fields_and_their_types(
    there: dict[str, dict[str, tuple[str, bool]]],
) -> None:
    for kind in KINDS.values():
        types = {name: sql for name, (sql, _) in there[kind.kind].items()}
        assert types == {"seq": "bigint"} | content_types(kind), kind.kind


def test_a_field_that_may_be_unknown_may_be_null_and_no_other(
    there: dict[str, dict[str, tuple[str, bool]]],
) -> None:
    for kind in KINDS.values():
        hints = typing.get_type_hints(kind)
        for name in columns(kind):
            optional = isinstance(hints[name], UnionType) and type(None) in typing.get_args(hints[name])
            assert there[kind.kind][name][1] == optional, f"{kind.kind}.{name}"


def test_a_store_has_these_tables_and_no_other(there: dict[str, dict[str, tuple[str, bool]]]) -> None:
    assert set(there) == {*tables(), "migration"}
    for table, types in (("journal", JOURNAL), ("read_log", READ_LOG)):
        assert {name: sql for name, (sql, _) in there[table].items()} == types


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_says_who_may_read_it_and_every_event_whom_it_is_about(kind: type[Event]) -> None:
    for f in fields(kind):
        assert f.metadata["audience"], f"{kind.kind}.{f.name} is read by nobody"
        assert f.metadata["audience"] <= EVERYONE
    assert kind.about in columns(kind)
    assert kind.__doc__
    if kind.daily:
        assert "athlete" in columns(kind)


def test_a_plain_field_lies_in_the_column_type_of_its_python_type() -> None:
    for kind in KINDS.values():
        hints = typing.get_type_hints(kind)
        for name, sql in column_types(kind).items():
            said = next((t for t in typing.get_args(hints[name]) if t is not type(None)), hints[name])
            assert _SAID_IN_PYTHON.get(said, sql) == sql, f"{kind.kind}.{name}"
