"""Opening a store by its address: a path of a DuckDB file, or a postgresql:// address."""

from pathlib import Path

from teamback.record.refusal import Refusal
from teamback.store.duck import Duck
from teamback.store.engine import Engine
from teamback.store.journal import Clock, Store, utc_now
from teamback.store.migrate import migrate

MEMORY = ":memory:"


def open_store(address: str, clock: Clock = utc_now) -> Store:
    """Opens (and, where needed, makes or brings up to date) the store at a path or postgresql:// address."""
    engine = _engine(address)
    try:
        migrate(engine)
    except BaseException as error:
        engine.close()
        if isinstance(error, engine.errors):
            said = str(error).splitlines()[0].rstrip(".")
            raise Refusal(f"The store cannot be read: {said}. Restore a backup into a new one.") from error
        raise
    return Store(engine, clock, place="PostgreSQL" if engine.name == "postgresql" else address)


def _engine(address: str) -> Engine:
    if address.startswith(("postgresql://", "postgres://")):
        from teamback.store.postgres import Postgres  # the driver is an extra

        return Postgres(address)
    if "://" in address:
        raise Refusal(f"{address.split('://')[0]}:// is no store: name a file, or a postgresql:// address.")
    return Duck(None if address == MEMORY else Path(address).expanduser())
