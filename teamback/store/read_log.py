"""Who opened which clinical page of whom: a log of its own with its own chain; it makes no new version."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.scope import Scope
from teamback.store.digest import START_OF_CHAIN, digest, link
from teamback.store.engine import Execute
from teamback.store.integrity import refuse_text
from teamback.store.journal import Store

READ_LOG = {
    "number": "bigint",
    "read_at": "timestamptz",
    "person": "text",
    "page": "text",
    "subject": "text",
    "chain": "text",
}
_LAST = "select number, chain from read_log order by number desc limit 1"
_ADD = (
    "insert into read_log (number, read_at, person, page, subject, chain)"
    " values ($1::bigint, $2::timestamptz, $3::text, $4::text, $5::text, $6::text)"
)
_LINES = f"select {', '.join(READ_LOG)} from read_log order by number"


@dataclass(frozen=True)
class Opened:
    """One reading of a clinical page."""

    number: int
    read_at: dt.datetime
    person: str
    page: str
    subject: str


@dataclass(frozen=True)
class Readings:
    """The log's length, the end of its chain, and its first altered line (None: the chain holds)."""

    count: int
    chain: str
    broken: int | None


def note_opened(store: Store, by: Scope, page: str, subject: str) -> None:
    """Writes down that a person opened a page about somebody.

    `subject` is the athlete's number, and an athlete who reads stands there by number too: this log outlives
    an erasure, so no athlete's name may enter it.
    """
    person = by.signature if by.athlete is None else f"athlete {by.athlete}"
    for text in (person, page, subject):
        refuse_text(text, "page")

    def work(execute: Execute) -> None:
        last = execute(_LAST, [])
        number, chain = (int(last[0][0]) + 1, str(last[0][1])) if last else (1, START_OF_CHAIN)
        opened = Opened(number, store.now(), person, page, subject)
        execute(_ADD, [*vars(opened).values(), link(chain, _digest(opened))])

    store.engine.write(work)


def readings(read: Execute) -> Readings:
    """Walks the log and its chain."""
    chain, count, broken = START_OF_CHAIN, 0, None
    for count, (*line, kept_chain) in enumerate(read(_LINES, []), 1):
        opened = Opened(*line)
        chain = link(chain, _digest(opened))
        if opened.number != count or chain != kept_chain:
            broken = count
            break
    return Readings(count, chain, broken)


def _digest(opened: Opened) -> str:
    return digest({}, vars(opened), "")
