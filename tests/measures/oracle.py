"""The oracle tables, a row a case."""

import csv
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

ORACLES = Path(__file__).parents[1] / "oracles"
REAL_DATA = Path(os.environ["TEAMBACK_REAL_DATA"]) if os.environ.get("TEAMBACK_REAL_DATA") else None
skipped_without_real_data = pytest.mark.skipif(REAL_DATA is None, reason="TEAMBACK_REAL_DATA names no folder")

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def cases(name: str, *identity: str) -> Any:
    """A parametrisation with one case for every row of an oracle table."""
    return _cases(rows(ORACLES / name), identity, ())


def real_cases(name: str, *identity: str) -> Any:
    """The same for a table among the real data; one skipped case where those are absent."""
    found = rows(REAL_DATA / name) if REAL_DATA else [dict.fromkeys(identity, "absent")]
    return _cases(found, identity, (pytest.mark.real_data, skipped_without_real_data))


def _cases(table: list[Row], identity: tuple[str, ...], marks: tuple[Any, ...]) -> Any:
    named = [pytest.param(row, id="-".join(row[c] for c in identity), marks=marks) for row in table]
    return pytest.mark.parametrize("row", named)


def figure(text: str) -> float:
    """A figure of a table; an empty cell is unknown."""
    return float(text) if text else float("nan")


def series(text: str) -> Any:
    """Scores or loads set apart by semicolons, as a squad of one; an empty place is an unknown day."""
    return np.array([[figure(part) for part in text.split(";")]])
