"""Numbered migrations, each in a transaction; a store newer than the program is refused."""

from importlib import resources

from teamback.record.refusal import Refusal
from teamback.store.engine import Engine, Execute

_TABLES = "select table_name from information_schema.tables where table_schema = current_schema()"


def migrations() -> dict[int, str]:
    """Every migration this program knows: its number and its SQL."""
    folder = resources.files("teamback.store") / "migrations"
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return {int(name.split("_")[0]): (folder / name).read_text(encoding="utf-8") for name in files}


def applied(read: Execute) -> list[int]:
    """The migrations a store has had, in order; none for a new store. Refuses what is no store of ours."""
    there = {name for (name,) in read(_TABLES, [])}
    if not there:
        return []
    if not {"migration", "journal"} <= there:
        raise Refusal("This database holds other tables: it is not a teamback store. Name another one.")
    return _numbers(read)


def _numbers(read: Execute) -> list[int]:
    return [int(number) for (number,) in read("select number from migration order by number", [])]


def migrate(engine: Engine) -> list[int]:
    """Brings a store up to this program, one transaction a migration; returns what was applied."""
    had, known = applied(engine.read), migrations()
    if had and had[-1] > max(known):
        raise Refusal(
            f"This store was written by a newer teamback (schema {had[-1]}, this program knows "
            f"{max(known)}). Update teamback; nothing was changed."
        )
    first = min(known)
    return [n for n in known if n not in had and _apply(engine, n, known[n], new=n == first)]


def _apply(engine: Engine, number: int, sql: str, new: bool) -> bool:
    """Applies one migration, unless another server did so while this one waited for the lock.

    Which tables there are is asked of a new store alone: to make one would take a quarter longer.
    """

    def work(execute: Execute) -> bool:
        had = applied(execute) if new else _numbers(execute)
        if number in had:
            return False
        first = "" if had else "create table migration (number bigint primary key);\n"
        execute(f"{first}{sql}\ninsert into migration values ({number});", [])
        return True

    return engine.write(work)
