"""How accounts are made and changed: in one transaction with the line that says so."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from teamback.record.account import MANAGERS, Account
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.access_log import ACCOUNT, add_line
from teamback.store.engine import Execute, Row
from teamback.store.integrity import refuse_text
from teamback.store.journal import Store

NONE = ""
"""No password any more."""
COLUMNS = ", ".join(ACCOUNT)
_ONE = f"select {COLUMNS} from account where number = $1::bigint"
_NEW = "select coalesce(max(account), 0) + 1 from access_log"
_TAKEN = "select 1 from account where sign_in = $1::text and number <> $2::bigint"
_ATHLETE_TAKEN = (
    "select 1 from account where athlete = $1::bigint and number <> $2::bigint and role = $3::text"
)
_NAMESAKE = """
select 1 from account where person = $1::text and profession = $2::text and number <> $3::bigint
"""
_MANAGED = "select 1 from account where role = any($1::text[]) and not disabled"
_INSERT = (
    f"insert into account ({COLUMNS})"
    f" values ({', '.join(f'${n}::{sql}' for n, sql in enumerate(ACCOUNT.values(), 1))})"
)
_DELETE = "delete from account where number = $1::bigint"
_OF_ATHLETE = "delete from account where athlete = $1::bigint returning number"


def of_row(row: Sequence[Any]) -> tuple[Account, str | None]:
    """An account and the hash of its password, from a row as COLUMNS names it."""
    said = dict(zip(ACCOUNT, row, strict=True))
    password = said.pop("password")
    squads = said["squads"]
    said["squads"] = None if squads is None else frozenset(json.loads(squads))
    return Account(**said), password


def _row(account: Account, password: str | None) -> Row:
    said = vars(account) | {"password": password}
    if account.squads is not None:
        said["squads"] = json.dumps(sorted(account.squads), ensure_ascii=False)
    return tuple(said[name] for name in ACCOUNT)


def add(
    store: Store, account: Account, password: str | None, by: Scope | None, *, first: bool = False
) -> Account:
    """Makes an account and gives it its number; `first` refuses when there is one already."""

    def work(execute: Execute) -> Account:
        if first and execute("select 1 from account limit 1", []):
            raise Refusal("There is an account already. Sign in, or ask the lead clinician for one.")
        ((number,),) = execute(_NEW, [])
        made = replace(account, number=int(number), made_at=store.now())
        _refuse(execute, made)
        row = _row(made, password)
        execute(_INSERT, row)
        add_line(execute, store.now(), "made", made.number, by, state=row)
        return made

    return store.engine.write(work)


def change(
    store: Store,
    number: int,
    to: Callable[[Account], Account],
    what: str,
    by: Scope | None,
    password: str | None = None,
    about: str | None = None,
) -> Account:
    """Changes an account as `to` says of its state, and its password when one is given (NONE: no more)."""

    def work(execute: Execute) -> Account:
        rows = execute(_ONE, [number])
        if not rows:
            raise Refusal("There is no such account any more.")
        before, kept = of_row(rows[0])
        after = to(before)
        _refuse(execute, after)
        row = _row(after, None if password == NONE else password or kept)
        execute(_DELETE, [number])
        execute(_INSERT, row)
        if before.role in MANAGERS and not execute(_MANAGED, [sorted(MANAGERS)]):
            raise Refusal("This is the last account that manages accounts. Make another one first.")
        add_line(execute, store.now(), what, number, by, about, state=row)
        return after

    return store.engine.write(work)


def erase_account(execute: Execute, store: Store, athlete: int, by: Scope) -> None:
    """Deletes the account of an athlete who is erased; the log keeps its number, which leads to nobody."""
    for (number,) in execute(_OF_ATHLETE, [athlete]):
        add_line(execute, store.now(), "erased", int(number), by)


def _refuse(execute: Execute, account: Account) -> None:
    for text, name in ((account.sign_in, "sign_in"), (account.person, "person")):
        refuse_text(text, name)
    if execute(_TAKEN, [account.sign_in, account.number]):
        raise Refusal(f"There is an account {account.sign_in} already. Choose another name.", "sign_in")
    if account.athlete is not None and execute(
        _ATHLETE_TAKEN, [account.athlete, account.number, account.role]
    ):
        raise Refusal("This athlete has an account already.", "athlete")
    if execute(_NAMESAKE, [account.person, account.profession, account.number]):
        said = (
            f"There is an account of {account.person} already, and the record would not tell the two apart."
        )
        raise Refusal(f"{said} Add an initial.", "person")
