"""The key that cookies are signed with: made once, readable by the owner of the program alone."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from teamback.record.refusal import Refusal


def kept_at(path: Path) -> str:
    """The key in a file; made there when there is none, also when several programs start at once."""
    try:
        if not path.exists():
            _make(path)
        key = path.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise Refusal(f"The key at {path} cannot be read. Check its permissions, or delete it.") from error
    if len(key) < 32:
        raise Refusal(f"The key at {path} is too short. Delete it: a new one is made, all sign in again.")
    return key


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
    with suppress(FileExistsError):  # another program was first: theirs counts
        os.link(fresh, path)
    fresh.unlink()
