"""Numbered migrations, each in a transaction; a store newer than the program is refused."""

from importlib import resources

from teamback.record.refusal import Refusal
from teamback.store.engine import Engine

_HAS_TABLES = "select count(*) from information_schema.tables where table_schema = current_schema()"
_IS_OURS = _HAS_TABLES + " and table_name = 'migration'"


def migrations() -> dict[int, str]:
    """Every migration this program knows: its number and its SQL."""
    folder = resources.files("teamback.store") / "migrations"
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return {int(name.split("_")[0]): (folder / name).read_text(encoding="utf-8") for name in files}


def applied(engine: Engine) -> list[int]:
    """The migrations a store has had, in order; none for a new store. Refuses what is no store of ours."""
    if engine.read(_IS_OURS)[0][0] == 0:
        if engine.read(_HAS_TABLES)[0][0]:
            raise Refusal("This database holds other tables: it is not a teamback store. Name another one.")
        return []
    return [int(number) for (number,) in engine.read("select number from migration order by number")]


def migrate(engine: Engine) -> list[int]:
    """Brings a store up to this program, one transaction a migration; returns what was applied."""
    had, known = applied(engine), migrations()
    if had and had[-1] > max(known):
        raise Refusal(
            f"This store was written by a newer teamback (schema {had[-1]}, this program knows "
            f"{max(known)}). Update teamback; nothing was changed."
        )
    pending = [number for number in known if number not in had]
    for number in pending:
        first = "create table migration (number bigint primary key);\n" if not had and number == 1 else ""
        engine.script(f"{first}{known[number]}\ninsert into migration values ({number});")
    return pending
