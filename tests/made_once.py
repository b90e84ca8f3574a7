"""A file that takes long to make is made by the first process of a test run that asks for it."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The file that `make` writes at the path it is given, once for all processes: read it, or copy it."""
    own = folders.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with (shared / f"{name}.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not (shared / name).exists():
            made = folders.mktemp("made") / name
            make(made)
            os.replace(made, shared / name)
    return shared / name
