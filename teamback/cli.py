"""The command line: every command of teamback; errors in one sentence."""

import datetime as dt
import errno
from pathlib import Path
from typing import Any

import click

from teamback import own_data
from teamback.port import refuse_port, refuse_settings, run_streamlit
from teamback.record.refusal import Refusal
from teamback.record.words import how_many
from teamback.rounds.limits_now import bring_into_force
from teamback.settings import DEMO_STORE
from teamback.store.using import using
from teamback.users import store_option, user, whoever_runs_this


def _day(_: click.Context, __: click.Parameter, given: dt.datetime | None) -> dt.date | None:
    if given and not 1970 <= given.year < 2200:
        raise click.BadParameter("the years 1970 to 2199 are possible.")
    return given and given.date()


_DAY: dict[str, Any] = {"type": click.DateTime(formats=["%Y-%m-%d"]), "callback": _day}
_port = click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535))
_EARLIER = "A backup of this store: an end that was cut off since then is seen beside it."
_no_browser = click.option("--no-browser", is_flag=True, help="Do not open a browser window.")


class OneSentence(click.Group):
    """Turns a refusal into one sentence on standard error and exit code 1; wrong usage stays 2."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            raise click.ClickException(refusal.sentence) from refusal
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read along has seen enough
                raise
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}.") from error


@click.group(cls=OneSentence, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="teamback")
def main() -> None:
    """Squad readiness, low back pain and return to sport, over one file that the club owns."""


@main.command()
@_port
@click.option("--day", **_DAY, help="The day that counts as today (YYYY-MM-DD); today by default.")
@_no_browser
def demo(port: int, day: dt.date | None, no_browser: bool) -> None:
    """Shows the product with an invented squad."""
    from teamback.demo import make_ready
    from teamback.demo.club import TIME_ZONE

    refuse_port("127.0.0.1", port)
    today = day or dt.datetime.now(TIME_ZONE).date()
    click.echo("Making the invented squad ready ...")
    make_ready(DEMO_STORE, today)
    run_streamlit(DEMO_STORE, "127.0.0.1", port, not no_browser, demo=True, today=day)


@main.command()
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@_port
@_no_browser
def serve(address: str, host: str, port: int, no_browser: bool) -> None:
    """Serves a store: on this computer, or behind a proxy with TLS."""
    refuse_settings(address, host)
    refuse_port(host, port)
    run_streamlit(address, host, port, not no_browser, demo=False, today=None)


@main.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--as", "preset", required=True, help="How the file is read: a preset of data/mappings.")
@click.option("--squad", required=True, help="The squad; one that does not exist is created.")
@store_option
@click.option("--preview", "only_preview", is_flag=True, help="Show what would happen; write nothing.")
@click.option(
    "--rejects", type=click.Path(path_type=Path), help="Keep the valid rows; write the others here."
)
@click.option("--time-zone", help="Of a new squad, such as Europe/Oslo; UTC by default.")
@click.option("--athlete", help="Whose file it is, where the file does not say (a pain diary).")
def import_(
    path: Path,
    preset: str,
    squad: str,
    address: str,
    only_preview: bool,
    rejects: Path | None,
    time_zone: str | None,
    athlete: str | None,
) -> None:
    """Lets a file or folder in as one batch that can be undone."""
    from teamback.intake import run_import

    by = whoever_runs_this()
    with using(address, make=True) as store:
        came = run_import(
            store, path, preset, squad, by, only_preview, rejects, click.echo, time_zone, athlete
        )
        if came and came.batch:
            bring_into_force(store, store.clock().date())


@main.command()
@click.argument("batch", type=int)
@store_option
def undo(batch: int, address: str) -> None:
    """Makes an import count no longer."""
    with using(address) as store:
        entries = store.undo(batch, whoever_runs_this(), "undone on the command line")
    held = how_many(entries, "entry", "entries")
    click.echo(f"Batch {batch} with {held} counts no longer. The journal keeps what it held.")


@main.command()
@click.option("--squad", required=True)
@click.option("--day", **_DAY, help="YYYY-MM-DD; the squad's today by default.")
@store_option
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
def readiness(squad: str, day: dt.date | None, address: str, form: str) -> None:
    """Prints the morning board."""
    from teamback.reports.readiness import FORMS
    from teamback.rounds.squad_day import squad_day
    from teamback.rounds.squads import now_in, squad_named

    scope = whoever_runs_this()
    with using(address) as store:
        today = now_in(store, squad_named(store, scope, squad)).date()
        board = squad_day(store, squad, day or today, None, scope)
    click.echo(FORMS[form](board))


@main.command()
@click.option("--squad", required=True)
@click.option("--day", **_DAY, help="YYYY-MM-DD; the squad's today by default.")
@click.option("--pathway", help="Only the cases of this pathway, such as low_back.")
@store_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def board(squad: str, day: dt.date | None, pathway: str | None, address: str, form: str) -> None:
    """Prints the return-to-sport board: who stands where, and what is missing."""
    from teamback.reports.return_to_sport import FORMS, of_pathway
    from teamback.rounds.return_to_sport.return_board import return_board
    from teamback.rounds.squads import now_in, squad_named

    scope = whoever_runs_this()
    with using(address) as store:
        today = now_in(store, squad_named(store, scope, squad)).date()
        found = return_board(store, squad, day or today, None, scope)
        click.echo(FORMS[form](found, of_pathway(found, pathway)))


main.add_command(user)


@main.group()
def pathways() -> None:
    """Looks after the ways back to sport in data/pathways."""


@pathways.command()
@click.argument("path", required=False, type=click.Path(path_type=Path, exists=True))
def check(path: Path | None) -> None:
    """Checks all pathways, or a file or folder; exit code 1 and each fault in a sentence."""
    from teamback.reports.pathways import checked

    click.echo(checked(path, dt.datetime.now(dt.UTC).date()))


@main.command()
@store_option
@click.option(
    "--backup", "earlier", type=click.Path(path_type=Path, dir_okay=False, exists=True), help=_EARLIER
)
def verify(address: str, earlier: Path | None) -> None:
    """Checks every digest and the chain; names the first altered entry."""
    from teamback.store import verify as checking
    from teamback.store.backup import ends_of

    with using(address) as store:
        result = checking.verify(store, ends_of(earlier) if earlier else None)
    if result.faults:
        raise Refusal(checking.describe(result))
    click.echo(checking.describe(result))


for command in own_data.COMMANDS:
    main.add_command(command)


if __name__ == "__main__":
    main()
