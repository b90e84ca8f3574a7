"""Backing a store up, and filling an empty one from a backup: all of it, verified, or nothing."""

from pathlib import Path
from zipfile import ZipFile

from teamback.record.refusal import Refusal
from teamback.store.backup_file import About, fill, opened, write_file
from teamback.store.engine import Engine, Execute
from teamback.store.journal import Store
from teamback.store.migrate import applied, migrate
from teamback.store.verify import Ends, verified

_NOT_EMPTY = ("journal", "read_log", "access_log")
_FIRST = "select chain from journal where seq = 1"


def backup(store: Store, folder: Path) -> Path:
    """Writes a backup into a folder, made where there is none, and returns its path.

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
        path = folder / f"teamback-{store.now():%Y%m%dT%H%M%S}-{checked.entries}.zip"
        write_file(read, path, About(applied(read)[-1], first, checked.ends))
        return path

    return store.engine.snapshot(work)


def restore(path: Path, engine: Engine) -> Store:
    """Fills an empty store from a backup and verifies it against the ends that the backup carries.

    All in one transaction: when anything is amiss the store stays empty.
    """
    migrate(engine)
    with opened(path, *engine.errors) as (archive, about):

        def work(execute: Execute) -> None:
            _refuse_other_schema(about, applied(execute)[-1])
            if any(execute(f"select 1 from {table} limit 1", []) for table in _NOT_EMPTY):
                raise Refusal("This store is not empty. Restore into a new one; nothing was changed.")
            _fill_and_check(execute, archive, about, path)

        engine.write(work)
    return Store(engine)


def ends_of(path: Path) -> Ends:
    """Where a backup says that its journal and its log end, for `verify`."""
    with opened(path) as (_, about):
        return about.ends


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
    for path in sorted(folder.glob("teamback-*.zip"), reverse=True):
        try:
            with opened(path) as (_, about):
                if first and about.first == first:
                    return path
        except Refusal:
            continue
    return None
