"""The commands about the club's own data: backups and their keys, what is held on a person, removal."""

from pathlib import Path

import click

from teamback.record.refusal import Refusal
from teamback.settings import Backups, Retention
from teamback.store.using import using
from teamback.users import store_option, whoever_runs_this

_athlete = click.option("--athlete", required=True, type=int, help="The athlete's number.")
_NO_RECIPIENT = (
    "Say to whom the backup is encrypted: --to age1..., or TEAMBACK_BACKUP_RECIPIENT; `teamback keys` makes "
    "the keys. A backup that anybody can read is made with --plain."
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def keys(file: Path) -> None:
    """Makes the pair of keys for encrypted backups; FILE is to hold the secret one."""
    from teamback.store.sealed import new_keys

    if file.exists():
        raise Refusal(f"{file} is there already. Name another: a key that is lost opens no backup any more.")
    pair = new_keys()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_text(f"# recipient: {pair.recipient}\n{pair.secret}\n", encoding="utf-8")
    click.echo(
        f"The secret key is in {file}. Keep it, twice, away from this computer: it alone opens backups."
    )
    click.echo(f"TEAMBACK_BACKUP_RECIPIENT={pair.recipient}")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@store_option
@click.option("--to", "recipient", help="The recipient (age1...) whose secret key opens the backup.")
@click.option("--plain", is_flag=True, help="Not encrypted: whoever has the file can read it.")
def backup(folder: Path, address: str, recipient: str | None, plain: bool) -> None:
    """Writes a backup that either engine can read back, encrypted to a recipient."""
    from teamback.store import backup as backing_up

    to = None if plain else recipient or Backups().recipient
    if to is None and not plain:
        raise Refusal(_NO_RECIPIENT)
    with using(address) as store:
        click.echo(f"Wrote {backing_up.backup(store, folder, to)}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@store_option
@click.option("--key", type=click.Path(path_type=Path, dir_okay=False), help="The file with the secret key.")
def restore(file: Path, address: str, key: Path | None) -> None:
    """Fills a new, empty store from a backup and verifies it."""
    from teamback.store import backup as backing_up
    from teamback.store import verify as checking

    for needed in (file, key):
        if needed and not needed.exists():
            raise Refusal(f"There is no {'backup' if needed is file else 'key'} at {needed}.")
    with using(address, make=True) as store:
        backing_up.restore(file, store.engine, key)
        click.echo(checking.describe(checking.verify(store)))


@click.command()
@_athlete
@store_option
@click.option("--out", "folder", required=True, type=click.Path(path_type=Path, file_okay=False))
def export(athlete: int, address: str, folder: Path) -> None:
    """Writes down everything held on one athlete, readable; the log keeps that it was handed out."""
    from teamback.reports.athlete_file import PAGE, files
    from teamback.rounds.own_data.held import held, in_short

    if folder.exists() and any(folder.iterdir()):
        raise Refusal(f"{folder} is not empty. Name a new folder.")
    with using(address) as store:
        record = held(store, whoever_runs_this(), athlete)
    for name, text in files(record).items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(text, encoding="utf-8")
    click.echo(f"{in_short(record)} Begin with {folder / PAGE}.")


def _removing(how: str, says: str) -> click.Command:
    @click.command(how, help=says)
    @_athlete
    @store_option
    @click.option("--reason", required=True, help="Stays in the journal: without the person's name.")
    @click.option("--ask", is_flag=True, help="Ask for it: somebody else carries it out.")
    @click.option("--yes", is_flag=True, help="Do not ask whether this is meant.")
    def remove(athlete: int, address: str, reason: str, ask: bool, yes: bool) -> None:
        from teamback.rounds.own_data import backups, removal

        me, rules = whoever_runs_this(), Retention().rules()
        with using(address) as store:
            stands = removal.removal(store, me, athlete, rules)
            if ask:
                removal.ask(store, me, athlete, how, reason)
                click.echo(f"Asked for {stands.known_as}. Another person carries it out.")
                return
            if not yes:
                click.confirm(f"This cannot be taken back. {how.capitalize()} {stands.known_as}?", abort=True)
            removal.carry_out(store, me, athlete, how, reason, rules)
            gone = backups.removed(store, Backups().plan())[0]
        click.echo(f"{gone.entries:,} entries lost their content. {gone.backups_in_words}")

    return remove


erase = _removing("erase", "Deletes everything held on one athlete, for good.")
anonymise = _removing("anonymise", "Deletes who an athlete was; their facts stay for statistics, of nobody.")


@click.command()
def dictionary() -> None:
    """Prints the data dictionary: every kind of entry, its fields, units and who may read them."""
    from teamback.reports.data_dictionary import data_dictionary

    click.echo(data_dictionary(), nl=False)


COMMANDS = (keys, backup, restore, export, erase, anonymise, dictionary)
