"""Who may sign in, and what happened at the door."""

from teamback.record.account import AccessLine, Account, manages_accounts
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.accounts import COLUMNS, of_row
from teamback.store.journal import Store

_ALL = f"select {COLUMNS} from account order by number"
_NAMED = f"select {COLUMNS} from account where sign_in = $1::text"
_OF_IDENTITY = f"select {COLUMNS} from account where identity = $1::text"
_OF_ATHLETE = f"select {COLUMNS} from account where athlete = $1::bigint and role = 'phone'"
_LINK = """
select what, about from access_log where account = $1::bigint and what in ('link_made', 'link_revoked')
order by number desc limit 1
"""
_IN_SESSION = f"""
select {COLUMNS} from account where number = $1::bigint and generation = $2::text and not disabled
and not exists (select 1 from access_log l where l.what = 'signed_out' and l.about = $3::text)
"""
_LINES = """
select number, done_at, what, account, done_by, about from access_log
order by number desc limit $1::bigint
"""


def accounts(store: Store, scope: Scope) -> list[Account]:
    """Every account, in the order they were made; for those who manage them."""
    _refuse_others(scope)
    return [of_row(row)[0] for row in store.engine.read(_ALL)]


def access_lines(store: Store, scope: Scope, newest: int) -> list[AccessLine]:
    """The newest lines of the log of sign-ins and accounts, newest first; for those who manage them."""
    _refuse_others(scope)
    return [AccessLine(*row) for row in store.engine.read(_LINES, [newest])]


def has_accounts(store: Store) -> bool:
    """Whether anybody can sign in."""
    return bool(store.engine.read("select 1 from account where not disabled and role <> 'phone' limit 1"))


def account_named(store: Store, sign_in: str) -> tuple[Account, str | None] | None:
    """The account of a sign-in name, with the hash of its password."""
    return next((of_row(row) for row in store.engine.read(_NAMED, [sign_in])), None)


def account_of_identity(store: Store, identity: str) -> Account | None:
    """The account of somebody whom the club's own sign-in names."""
    return next((of_row(row)[0] for row in store.engine.read(_OF_IDENTITY, [identity])), None)


def account_in_session(store: Store, number: int, generation: str, session: str) -> Account | None:
    """The account of a session that has not ended: not disabled, not signed out here or everywhere."""
    found = store.engine.read(_IN_SESSION, [number, generation, session])
    return next((of_row(row)[0] for row in found), None)


def check_in_account(store: Store, athlete: int) -> tuple[Account, str | None] | None:
    """The account of an athlete's PIN and link, with the hash of the PIN."""
    return next((of_row(row) for row in store.engine.read(_OF_ATHLETE, [athlete])), None)


def link_until(store: Store, number: int) -> int | None:
    """Until when the link of such an account was made, as seconds; None when there is none, or no more."""
    found = store.engine.read(_LINK, [number])
    return next((int(about) for what, about in found if what == "link_made" and about), None)


def _refuse_others(scope: Scope) -> None:
    if not manages_accounts(scope):
        raise Refusal("Only the lead clinician or an administrator sees accounts.")
