"""The command line: demo, serve, import, undo, readiness, verify, backup, restore; errors in one sentence."""

import datetime as dt
import getpass
import ipaddress
import os
import runpy
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.limits_now import bring_into_force
from teamback.settings import DEFAULT_STORE, DEMO_STORE, ROOT
from teamback.store import Store, open_store

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_store = click.option(
    "--store",
    "address",
    default=lambda: os.environ.get("TEAMBACK_STORE", DEFAULT_STORE),
    show_default=DEFAULT_STORE,
    help="A DuckDB file, or postgresql://... for a server.",
)
_port = click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535))
_no_browser = click.option("--no-browser", is_flag=True, help="Do not open a browser window.")


class OneSentence(click.Group):
    """Turns a refusal into one sentence on standard error and exit code 1; wrong usage stays 2."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            raise click.ClickException(refusal.sentence) from refusal


@click.group(cls=OneSentence, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="teamback")
def main() -> None:
    """Squad readiness, low back pain and return to sport, over one file that the club owns."""


def _whoever_runs_this() -> Scope:
    return Scope(getpass.getuser(), "command line", "lead")


@contextmanager
def _opened(address: str, must_exist: bool = True) -> Iterator[Store]:
    if must_exist and "://" not in address and not Path(address).exists():
        raise Refusal(f"There is no store at {address}. Import a file into it first, or name another.")
    store = open_store(address)
    try:
        yield store
    finally:
        store.close()


@main.command()
@_port
@click.option("--day", type=_DAY, help="The day that counts as today (YYYY-MM-DD); today by default.")
@_no_browser
def demo(port: int, day: dt.datetime | None, no_browser: bool) -> None:
    """Shows the product with an invented squad."""
    from teamback.demo import make_ready

    today = day.date() if day else dt.datetime.now(dt.UTC).date()
    click.echo("Making the invented squad ready ...")
    make_ready(DEMO_STORE, today)
    _run_streamlit(DEMO_STORE, "127.0.0.1", port, not no_browser, demo=True, today=day and today)


@main.command()
@_store
@click.option("--host", default="127.0.0.1", show_default=True, help="A loopback address.")
@_port
@_no_browser
def serve(address: str, host: str, port: int, no_browser: bool) -> None:
    """Serves a store on this computer."""
    if not _is_loopback(host):
        raise Refusal(
            f"teamback serves this computer only until people can sign in: {host} is not a loopback "
            "address. Use --host 127.0.0.1."
        )
    _run_streamlit(address, host, port, not no_browser, demo=False, today=None)


@main.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--as", "preset", required=True, help="How the file is read: a preset of data/mappings.")
@click.option("--squad", required=True, help="The squad; one that does not exist is created.")
@_store
@click.option("--preview", "only_preview", is_flag=True, help="Show what would happen; write nothing.")
@click.option(
    "--rejects", type=click.Path(path_type=Path), help="Keep the valid rows; write the others here."
)
def import_(
    path: Path, preset: str, squad: str, address: str, only_preview: bool, rejects: Path | None
) -> None:
    """Lets a file or folder in as one batch that can be undone."""
    from teamback.intake import run_import

    with _opened(address, must_exist=False) as store:
        bring_into_force(store, store.clock().date())
        run_import(store, path, preset, squad, _whoever_runs_this(), only_preview, rejects, click.echo)


@main.command()
@click.argument("batch", type=int)
@_store
def undo(batch: int, address: str) -> None:
    """Makes an import count no longer."""
    with _opened(address) as store:
        entries = store.undo(batch, _whoever_runs_this(), "undone on the command line")
    click.echo(f"Batch {batch} with {entries:,} entries counts no longer. The journal keeps them.")


@main.command()
@click.option("--squad", required=True)
@click.option("--day", type=_DAY, help="YYYY-MM-DD; the squad's today by default.")
@_store
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
def readiness(squad: str, day: dt.datetime | None, address: str, form: str) -> None:
    """Prints the morning board."""
    from teamback.reports.readiness import FORMS
    from teamback.rounds.squad_day import squad_day
    from teamback.rounds.squads import now_in, squad_named

    scope = _whoever_runs_this()
    with _opened(address) as store:
        today = now_in(store, squad_named(store, scope, squad)).date()
        board = squad_day(store, squad, day.date() if day else today, None, scope)
    click.echo(FORMS[form](board))


@main.command()
@_store
def verify(address: str) -> None:
    """Checks every digest and the chain; names the first altered entry."""
    from teamback.store.verify import describe
    from teamback.store.verify import verify as verified

    with _opened(address) as store:
        result = verified(store)
    click.echo(describe(result))
    if result.faults:
        sys.exit(1)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@_store
def backup(folder: Path, address: str) -> None:
    """Writes a backup that either engine can read back."""
    from teamback.store.backup import backup as write_backup

    with _opened(address) as store:
        click.echo(f"Wrote {write_backup(store, folder)}")


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_store
def restore(file: Path, address: str) -> None:
    """Fills a new, empty store from a backup and verifies it."""
    from teamback.store.backup import restore as fill
    from teamback.store.verify import describe
    from teamback.store.verify import verify as verified

    if not file.exists():
        raise Refusal(f"There is no backup at {file}.")
    with _opened(address, must_exist=False) as store:
        fill(file, store.engine)
        click.echo(describe(verified(store)))


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _run_streamlit(
    address: str, host: str, port: int, browser: bool, *, demo: bool, today: dt.date | None
) -> None:
    """Runs the front door in this process; its settings reach the pages through the surroundings."""
    os.environ |= {"TEAMBACK_STORE": address, "TEAMBACK_DEMO": str(demo)}
    if today:
        os.environ["TEAMBACK_TODAY"] = today.isoformat()
    open_store(address).close()
    os.chdir(ROOT)
    click.echo(f"teamback answers at http://{host}:{port} (stop it with Ctrl+C)")
    options = {"server.address": host, "server.port": port, "server.headless": str(not browser).lower()}
    given = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    sys.argv = ["streamlit", "run", str(ROOT / "streamlit_app.py"), *given]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
