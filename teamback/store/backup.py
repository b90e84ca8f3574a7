"""Backing a store up, and filling an empty one from a backup: all of it, verified, or nothing."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from teamback.record.refusal import Refusal
from teamback.store.backup_file import About, about_of, fill, head_beside, opened, write_file
from teamback.store.engine import Engine, Execute
from teamback.store.journal import Store
from teamback.store.migrate import applied, migrate
from teamback.store.verify import Ends, verified

_NOT_EMPTY = ("journal", "read_log", "access_log")
_FIRST = "select chain from journal where seq = 1"


_NAMES = ("teamback-*.zip", "teamback-*.zip.age")


@dataclass(frozen=True)
class Backup:
    """A backup in a folder: its file, when it was made, and whether it is encrypted."""

    path: Path
    at: dt.datetime
    sealed: bool

    def delete(self) -> None:
        """Takes it away with what lies beside it."""
        self.path.unlink(missing_ok=True)
        head_beside(self.path).unlink(missing_ok=True)


def backup(store: Store, folder: Path, to: str | None = None) -> Path:
    """Writes a backup into a folder, made where there is none, and returns its path.

    `to` is the recipient that it is encrypted to; without one it can be read by whoever has the file.

    All of it is the store at one moment. Refuses a store that does not verify, or that does not go on from
    the newest backup of the same store in this folder: its end was cut off or rewritten.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def work(read: Execute) -> Path:
        first = "".join(chain for (chain,) in read(_FIRST, []))
        newest = _newest_of(folder, first)
        checked = verified(read, ends_of(newest) if newest else None)
        if checked.faults:
            beside = f" (compared with {newest.name})" if newest else ""
            raise Refusal(f"Not backed up{beside}: {checked.faults[0]}")
        path = folder / f"teamback-{store.now():%Y%m%dT%H%M%S}-{checked.entries}.zip{'.age' if to else ''}"
        write_file(read, path, About(applied(read)[-1], first, checked.ends), to)
        return path

    return store.engine.snapshot(work)


def restore(path: Path, engine: Engine, key: Path | None = None) -> Store:
    """Fills an empty store from a backup and verifies it against the ends that the backup carries.

    All in one transaction: when anything is amiss the store stays empty. `key` is the file with the secret
    key of an encrypted one.
    """
    migrate(engine)
    with opened(path, *engine.errors, key=key) as (archive, about):

        def work(execute: Execute) -> None:
            _refuse_other_schema(about, applied(execute)[-1])
            if any(execute(f"select 1 from {table} limit 1", []) for table in _NOT_EMPTY):
                raise Refusal("This store is not empty. Restore into a new one; nothing was changed.")
            _fill_and_check(execute, archive, about, path)

        engine.write(work)
    return Store(engine)


def ends_of(path: Path) -> Ends:
    """Where a backup says that its journal and its log end, for `verify`."""
    return about_of(path).ends


def backups_of(store: Store, folder: Path) -> list[Backup]:
    """The backups of a store that lie in a folder, newest first."""
    first = "".join(chain for (chain,) in store.engine.read(_FIRST))
    return [
        Backup(path, at, path.suffix == ".age")
        for path in _all_of(folder, first)
        if (at := _moment(path)) is not None
    ]


def _fill_and_check(execute: Execute, archive: ZipFile, about: About, path: Path) -> None:
    fill(execute, archive)
    checked = verified(execute)
    if checked.faults:
        raise Refusal(f"Not restored from {path}: {checked.faults[0]}")
    if checked.ends != about.ends:
        raise Refusal(f"Not restored: the backup {path} does not end where it says it does.")


def _refuse_other_schema(about: About, ours: int) -> None:
    if about.schema > ours:
        raise Refusal("This backup was written by a newer teamback. Update teamback, then restore.")


def _newest_of(folder: Path, first: str) -> Path | None:
    """The newest whole backup in a folder of the store whose chain begins so."""
    return next(_all_of(folder, first), None)


def _all_of(folder: Path, first: str) -> Iterator[Path]:
    """The whole backups in a folder of the store whose chain begins so, newest first."""
    found = [path for name in _NAMES for path in folder.glob(name)]
    for path in sorted(found, key=lambda path: path.name, reverse=True):
        try:
            if first and about_of(path).first == first:
                yield path
        except Refusal:
            continue


def _moment(path: Path) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(path.name.split("-")[1], "%Y%m%dT%H%M%S").replace(tzinfo=dt.UTC)
    except (ValueError, IndexError):
        return None
