"""Who opened which clinical page of whom: a log of its own with its own chain; it makes no new version."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.scope import Scope
from teamback.store.digest import START_OF_CHAIN, digest, link
from teamback.store.engine import Execute
from teamback.store.journal import Store


@dataclass(frozen=True)
class Opened:
    """One reading of a clinical page."""

    number: int
    read_at: dt.datetime
    person: str
    page: str
    subject: str


def note_opened(store: Store, by: Scope, page: str, subject: str) -> None:
    """Writes down that a person opened a page about somebody."""
    now = store.clock().astimezone(dt.UTC)

    def work(execute: Execute) -> None:
        last = execute("select number, chain from read_log order by number desc limit 1", [])
        number, chain = (int(last[0][0]) + 1, str(last[0][1])) if last else (1, START_OF_CHAIN)
        opened = Opened(number, now, by.signature, page, subject)
        execute(
            "insert into read_log values ($1::bigint, $2::timestamptz, $3, $4, $5, $6)",
            [number, now, by.signature, page, subject, link(chain, _digest(opened))],
        )

    store.engine.write(work)


def first_broken_reading(store: Store) -> int | None:
    """The number of the first altered line of the log, or None when its chain holds."""
    chain = START_OF_CHAIN
    sql = "select number, read_at, person, page, subject, chain from read_log order by number"
    for expected, (*line, kept_chain) in enumerate(store.engine.read(sql), 1):
        opened = Opened(*line)
        chain = link(chain, _digest(opened))
        if opened.number != expected or chain != kept_chain:
            return expected
    return None


def _digest(opened: Opened) -> str:
    return digest({}, vars(opened), "")
