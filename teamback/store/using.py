"""A store that is open for the length of one command, and leaves nothing behind when nothing came into it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from teamback.record.refusal import Refusal
from teamback.store.journal import Store
from teamback.store.opening import open_store


@contextmanager
def using(address: str, make: bool = False) -> Iterator[Store]:
    """Opens the store at an address and closes it; Refusal when there is none, unless one is to be made.

    A store that was made for this and is still empty at the end is taken away, with the folders made for it.
    What the engine itself cannot read is told in one sentence.
    """
    missing = [] if "://" in address else _missing(Path(address).expanduser())
    if missing and not make:
        raise Refusal(f"There is no store at {address}. Import a file into it first, or name another.")
    store = open_store(address)
    try:
        yield store
    except store.engine.errors as error:
        said = f"The store ({store.place}) cannot be read: {str(error).splitlines()[0].rstrip('.')}"
        raise Refusal(f"{said}. Restore a backup into a new one.") from error
    finally:
        nothing_came = missing and store.is_empty()
        store.close()
        if nothing_came:
            _take_away(missing)


def _missing(path: Path) -> list[Path]:
    """The file and the folders above it that are not there yet."""
    return [place for place in (path, *path.parents) if not place.exists()]


def _take_away(made: list[Path]) -> None:
    made[0].unlink(missing_ok=True)
    with suppress(OSError):  # somebody put something there meanwhile
        for folder in made[1:]:
            folder.rmdir()
