"""The file of a backup: a zip with `about.json` and, for each table, its columns and rows as JSON lines."""

import datetime as dt
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any

from teamback.record.events import KINDS
from teamback.record.refusal import Refusal
from teamback.store.access_log import ACCESS_LOG, ACCOUNT
from teamback.store.appending import JOURNAL, insert, table_columns
from teamback.store.digest import moment
from teamback.store.engine import Execute
from teamback.store.read_log import READ_LOG
from teamback.store.sealed import is_sealed, key_in, sealing, unsealed
from teamback.store.verify import Ends

_ABOUT = "about.json"
_BLOCK = 20_000
_SUPERSEDED = {"seq": "bigint", "by_seq": "bigint", "until_seq": "bigint"}
_BROKEN = (
    OSError,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)


@dataclass(frozen=True)
class About:
    """What a backup says of itself: the schema, the chain's first link (which store it is), and its ends."""

    schema: int
    first: str
    ends: Ends


def tables() -> dict[str, dict[str, str]]:
    """Every table of a store and its columns; the first column is its number."""
    others = {"journal": JOURNAL, "superseded": _SUPERSEDED, "read_log": READ_LOG}
    others |= {"account": ACCOUNT, "access_log": ACCESS_LOG}
    return others | {kind.kind: table_columns(kind) for kind in KINDS.values()}


def write_file(read: Execute, path: Path, about: About, to: str | None = None) -> None:
    """Writes all tables; a half-written file never gets the final name, and nobody else may read it.

    `to` is the recipient of an encrypted one: where it ends then lies beside it in the open, for the next
    backup to be compared with (numbers and digests, nothing of anybody).
    """
    partial = path.with_suffix(".partial")
    try:
        partial.touch(mode=0o600)
        with sealing(partial, to) if to else partial.open("wb") as out:
            _write_tables(read, out, about)
        if to:
            head_beside(path).touch(mode=0o600)
            head_beside(path).write_text(json.dumps(asdict(about)), encoding="utf-8")
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def _write_tables(read: Execute, out: IO[bytes], about: About) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_ABOUT, json.dumps(asdict(about)))
        for table, columns in tables().items():
            with archive.open(f"{table}.jsonl", "w", force_zip64=True) as file:
                for line in _lines(read, table, list(columns)):
                    file.write(json.dumps(line, default=_plain).encode() + b"\n")


def head_beside(path: Path) -> Path:
    """Where an encrypted backup says where it ends."""
    return path.with_name(f"{path.name}.head")


def fill(execute: Execute, archive: zipfile.ZipFile) -> None:
    """Inserts what a backup holds; a table or a column that came later stays empty."""
    for table, known in tables().items():
        if f"{table}.jsonl" not in archive.namelist():
            continue
        with archive.open(f"{table}.jsonl") as file:
            columns = {name: known[name] for name in json.loads(file.readline())}
            while lines := list(islice(file, _BLOCK)):
                rows = [json.loads(line) for line in lines]
                values = [[_value(v, sql) for v, sql in zip(r, columns.values(), strict=True)] for r in rows]
                insert(execute, table, columns, values)


def about_of(path: Path) -> About:
    """What a backup says of itself; an encrypted one needs no key for that, but the file beside it."""
    try:
        if is_sealed(path):
            return _about(json.loads(head_beside(path).read_text(encoding="utf-8")))
        with zipfile.ZipFile(path) as archive:
            return _about(json.loads(archive.read(_ABOUT)))
    except _BROKEN as error:
        raise Refusal(f"{path} is not a whole teamback backup, or its end is not told beside it.") from error


@contextmanager
def opened(
    path: Path, *errors: type[Exception], key: Path | None = None
) -> Iterator[tuple[zipfile.ZipFile, About]]:
    """A backup's archive and what it says of itself; what goes wrong inside is told in one sentence."""
    try:
        with ExitStack() as open_files:
            file: Path | IO[bytes] = path
            if is_sealed(path):
                if key is None:
                    raise Refusal(f"{path} is encrypted. Name the file that holds its secret key: --key.")
                file = open_files.enter_context(unsealed(path, key_in(key)))
            archive = open_files.enter_context(zipfile.ZipFile(file))
            yield archive, _about(json.loads(archive.read(_ABOUT)))
    except (*_BROKEN, *errors) as error:  # type: ignore[misc]
        raise Refusal(f"{path} is not a whole teamback backup. Nothing was restored.") from error


def _about(said: dict[str, Any]) -> About:
    return About(int(said["schema"]), str(said["first"]), Ends(**said["ends"]))


def _lines(read: Execute, table: str, columns: list[str]) -> Iterator[list[Any]]:
    yield columns
    number, names = columns[0], ", ".join(columns)
    last = int(read(f"select coalesce(max({number}), 0) from {table}", [])[0][0])
    sql = f"select {names} from {table} where {number} between $1::bigint and $2::bigint order by 1, 2"
    for start in range(1, last + 1, _BLOCK):
        yield from map(list, read(sql, [start, start + _BLOCK - 1]))


def _plain(value: dt.date) -> str:
    return moment(value) if isinstance(value, dt.datetime) else value.isoformat()


def _value(value: Any, sql: str) -> Any:
    if value is None or sql not in ("date", "timestamptz"):
        return value
    return dt.date.fromisoformat(value) if sql == "date" else dt.datetime.fromisoformat(value)
