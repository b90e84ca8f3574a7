"""What happened to accounts and at the door: a log with its own chain, which holds each account's state."""

import datetime as dt

from teamback.record.account import ACCESS
from teamback.record.scope import Scope
from teamback.store.digest import START_OF_CHAIN, digest, link
from teamback.store.engine import Execute, Row
from teamback.store.integrity import refuse_text
from teamback.store.journal import Store

ACCOUNT = {
    "number": "bigint",
    "sign_in": "text",
    "person": "text",
    "profession": "text",
    "role": "text",
    "squads": "text",
    "athlete": "bigint",
    "disabled": "boolean",
    "must_change": "boolean",
    "generation": "text",
    "identity": "text",
    "from_claims": "boolean",
    "made_at": "timestamptz",
    "password": "text",
}
ACCESS_LOG = {
    "number": "bigint",
    "done_at": "timestamptz",
    "what": "text",
    "account": "bigint",
    "done_by": "text",
    "about": "text",
    "state": "text",
    "chain": "text",
}
_LINE = tuple(ACCESS_LOG)[:-1]
_LAST = "select number, chain from access_log order by number desc limit 1"
_VALUES = ", ".join(f"${n}::{sql}" for n, sql in enumerate(ACCESS_LOG.values(), 1))
_ADD = f"insert into access_log ({', '.join(ACCESS_LOG)}) values ({_VALUES})"
_LINES = f"select {', '.join(ACCESS_LOG)} from access_log order by number"
_ACCOUNTS = f"select {', '.join(ACCOUNT)} from account order by number"


def note(
    store: Store, what: str, account: int | None = None, by: Scope | None = None, about: str | None = None
) -> None:
    """Writes down what happened at the door; `about` is an address, or the session that ended."""
    store.engine.write(lambda execute: add_line(execute, store.now(), what, account, by, about))


def add_line(
    execute: Execute,
    now: dt.datetime,
    what: str,
    account: int | None,
    by: Scope | None,
    about: str | None = None,
    state: Row | None = None,
) -> None:
    """One more line; `state` is the row of the account after a change.

    An account stands there by its number: this log outlives an erasure, so no athlete's name may enter it.
    """
    if what not in ACCESS:
        raise ValueError(f"{what} is nothing that happens to an account")
    if about is not None:
        refuse_text(about, "about")
    last = execute(_LAST, [])
    number, chain = (int(last[0][0]) + 1, str(last[0][1])) if last else (1, START_OF_CHAIN)
    signed = by.signature if by else None
    line: Row = (number, now, what, account, signed, about, state and digest_of(state))
    execute(_ADD, [*line, link(chain, _digest(line))])


def digest_of(row: Row) -> str:
    """What the log holds of an account's row: a change past the program is seen by it."""
    return digest(dict(zip(ACCOUNT, row, strict=True)), {}, "account")


def _digest(line: Row) -> str:
    return digest({}, dict(zip(_LINE, line, strict=True)), "access")


def access_held(read: Execute) -> tuple[int, str, list[str]]:
    """The log's length, the end of its chain, and what is wrong with it or with the accounts."""
    chain, count, states = START_OF_CHAIN, 0, dict[int, str]()
    faults = []
    for count, (*line, kept_chain) in enumerate(read(_LINES, []), 1):
        chain = link(chain, _digest(tuple(line)))
        if line[0] != count or chain != kept_chain:
            faults.append(f"Line {count} of the log of sign-ins and accounts was altered.")
            break
        if line[2] == "erased":
            states.pop(line[3], None)
        elif line[6] is not None:
            states[line[3]] = line[6]
    for row in [] if faults else read(_ACCOUNTS, []):
        if states.pop(row[0], None) != digest_of(row):
            faults.append(f"Account {row[0]} is not as it was left: it was altered past the program.")
    if not faults:
        faults += [f"Account {number} is gone." for number in states]
    return count, chain, faults
