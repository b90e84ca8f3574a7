"""What a store holds, row by row, and backups that somebody changed."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from teamback.store import Store
from teamback.store.backup_file import tables


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, with salts and digests."""
    return {
        table: store.engine.read(f"select {', '.join(columns)} from {table} order by 1, 2")
        for table, columns in tables().items()
    }


def rewritten(path: Path, name: str, change: Callable[[bytes], bytes], to: Path) -> Path:
    """The same backup with one of its files changed."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w") as new:
        for item in old.namelist():
            new.writestr(item, change(old.read(item)) if item == name else old.read(item))
    return to
