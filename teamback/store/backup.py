"""Backups that either engine can read back: a zip of every table as JSON lines, with the journal's head."""

import datetime as dt
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from teamback.record.events import KINDS
from teamback.record.refusal import Refusal
from teamback.store.appending import JOURNAL, insert, table_columns
from teamback.store.digest import canonical
from teamback.store.engine import Engine, Execute
from teamback.store.journal import Store
from teamback.store.migrate import applied
from teamback.store.verify import verify

_BLOCK = 20_000
_OTHERS = {
    "superseded": {"seq": "bigint", "by_seq": "bigint", "until_seq": "bigint"},
    "read_log": {
        "number": "bigint",
        "read_at": "timestamptz",
        "person": "text",
        "page": "text",
        "subject": "text",
        "chain": "text",
    },
}


def tables() -> dict[str, dict[str, str]]:
    """Every table of a store and its columns."""
    return {"journal": JOURNAL} | _OTHERS | {kind.kind: table_columns(kind) for kind in KINDS.values()}


def backup(store: Store, folder: Path) -> Path:
    """Writes a backup into a folder and returns its path; a half-written file never gets the final name."""
    checked = verify(store)
    if checked.faults:
        raise Refusal(f"Not backed up: {checked.faults[0]}")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"teamback-{store.clock():%Y%m%dT%H%M%S}-{checked.entries}.zip"
    partial = path.with_suffix(".partial")
    about = {"schema": applied(store.engine)[-1], "entries": checked.entries, "head": checked.head}
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("about.json", json.dumps(about))
        for table, names in tables().items():
            lines = (
                json.dumps([canonical(value) if not isinstance(value, float) else value for value in row])
                for row in store.engine.read(f"select {', '.join(names)} from {table} order by 1")
            )
            archive.writestr(f"{table}.jsonl", "\n".join(lines))
    os.replace(partial, path)
    return path


def restore(path: Path, engine: Engine) -> Store:
    """Fills an empty store from a backup and verifies it against the head that the backup carries."""
    store = Store(engine)
    if store.head():
        raise Refusal("This store is not empty. Restore into a new one; nothing was changed.")
    try:
        with zipfile.ZipFile(path) as archive:
            about = json.loads(archive.read("about.json"))
            if about["schema"] > applied(engine)[-1]:
                raise Refusal("This backup was written by a newer teamback. Update teamback, then restore.")
            engine.write(lambda execute: _fill(execute, archive))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise Refusal(f"{path} is not a whole teamback backup. Nothing was restored.") from error
    checked = verify(store)
    if checked.faults or checked.head != about["head"] or checked.entries != about["entries"]:
        raise Refusal(f"The backup {path} does not end where it says it does: do not rely on it.")
    return store


def _fill(execute: Execute, archive: zipfile.ZipFile) -> None:
    for table, names in tables().items():
        for block in _blocks(archive.read(f"{table}.jsonl").decode().splitlines(), names):
            insert(execute, table, names, block)


def _blocks(lines: list[str], names: dict[str, str]) -> Iterator[list[list[Any]]]:
    for start in range(0, len(lines), _BLOCK):
        rows = [json.loads(line) for line in lines[start : start + _BLOCK]]
        yield [[_value(v, sql) for v, sql in zip(row, names.values(), strict=True)] for row in rows]


def _value(value: Any, sql: str) -> Any:
    if value is None or sql not in ("date", "timestamptz"):
        return value
    return dt.date.fromisoformat(value) if sql == "date" else dt.datetime.fromisoformat(value)
