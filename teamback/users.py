"""The commands about accounts, and as whom a command works."""

import getpass
import os

import click

from teamback.access import managing
from teamback.access.signing_in import plain
from teamback.record.account import BY_HAND, PROFESSIONS_OF_ROLE, ROLES, Account
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.squads import squad_named
from teamback.settings import DEFAULT_STORE
from teamback.store import Store
from teamback.store.queries.accounts import account_named, accounts
from teamback.store.queries.roster import namesakes
from teamback.store.using import using

store_option = click.option(
    "--store",
    "address",
    default=lambda: os.environ.get("TEAMBACK_STORE", DEFAULT_STORE),
    show_default=DEFAULT_STORE,
    help="A DuckDB file, or postgresql://... for a server.",
)
_PROFESSIONS = sorted({word for words in PROFESSIONS_OF_ROLE.values() for word in words})


def whoever_runs_this() -> Scope:
    """A command works in the name of whoever runs it on this computer."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        name = "somebody"
    return Scope(name, "command line", "lead")


@click.group()
def user() -> None:
    """Makes, lists, disables and resets accounts."""


@user.command()
@click.argument("name")
@click.option("--person", required=True, help="The person's name, beside everything they save.")
@click.option("--role", required=True, type=click.Choice(BY_HAND))
@click.option("--profession", type=click.Choice(_PROFESSIONS), help="By default the usual one of the role.")
@click.option("--squad", "squads", multiple=True, help="A squad they serve; all without it. May be repeated.")
@click.option("--athlete", help="For an athlete's own account: who of the record they are.")
@click.option("--sso", is_flag=True, help="NAME is an e-mail address at the club's own sign-in: no password.")
@store_option
def add(
    name: str,
    person: str,
    role: str,
    profession: str | None,
    squads: tuple[str, ...],
    athlete: str | None,
    sso: bool,
    address: str,
) -> None:
    """Makes an account; prints a one-time password."""
    by = whoever_runs_this()
    with using(address, make=True) as store:
        serves = frozenset(squad_named(store, by, squad).squad for squad in squads) if squads else None
        number = _athlete(store, athlete) if athlete else None
        new = Account(name, person, profession or PROFESSIONS_OF_ROLE[role][0], role, serves, number)
        if sso:
            managing.add_for_sso(store, new, by)
            click.echo(f"{person} signs in through the club's own sign-in as {plain(name)}.")
        else:
            _tell_once(plain(name), managing.add(store, new, by))


@user.command("list")
@store_option
def list_(address: str) -> None:
    """Lists the accounts."""
    with using(address) as store:
        found = [one for one in accounts(store, whoever_runs_this()) if one.role in BY_HAND]
    if not found:
        raise Refusal("There is no account yet. Make the first with teamback user add.")
    wide = max(len(account.sign_in) for account in found)
    for account in found:
        state = "disabled" if account.disabled else "one-time password" if account.must_change else ""
        squads = ", ".join(sorted(account.squads)) if account.squads else ""
        said = (f"{account.sign_in:{wide}}", ROLES[account.role], account.person, squads, state)
        click.echo("  ".join(part for part in said if part))


@user.command()
@click.argument("name")
@store_option
def disable(name: str, address: str) -> None:
    """Closes an account and ends its sessions; enable opens it again."""
    with using(address) as store:
        managing.disable(store, _number(store, name), whoever_runs_this())
    click.echo(f"{plain(name)} is disabled.")


@user.command()
@click.argument("name")
@store_option
def enable(name: str, address: str) -> None:
    """Opens a disabled account again."""
    with using(address) as store:
        managing.enable(store, _number(store, name), whoever_runs_this())
    click.echo(f"{plain(name)} may sign in again.")


@user.command()
@click.argument("name")
@store_option
def reset(name: str, address: str) -> None:
    """Gives an account a one-time password and ends its sessions."""
    with using(address) as store:
        once = managing.reset(store, _number(store, name), whoever_runs_this())
    _tell_once(plain(name), once)


def _tell_once(name: str, once: str) -> None:
    click.echo(f"One-time password of {name}: {once}")
    click.echo("It has to be changed at the first sign-in. It is not shown again.")


def _number(store: Store, name: str) -> int:
    found = account_named(store, plain(name))
    if found is None:
        raise Refusal(f"There is no account {plain(name)}. teamback user list shows those there are.")
    return found[0].number


def _athlete(store: Store, name: str) -> int:
    found = {item.event.athlete for item in namesakes(store, PROGRAM, [name])}
    if len(found) != 1:
        how_many = "No athlete is" if not found else "Several athletes are"
        raise Refusal(
            f"{how_many} called {name}. Give the name as the record has it, or make it under Accounts."
        )
    return found.pop()
