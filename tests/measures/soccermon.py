"""The SoccerMon squad as arrays, straight from its files (Midoglu 2024, doi 10.1038/s41597-024-03386-x)."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ITEMS = ("fatigue", "sleep_quality", "soreness", "stress", "mood")
TABLES = ("daily_load", "weekly_load", "atl", "ctl28", "acwr", "monotony", "strain")


@dataclass(frozen=True)
class SoccerMon:
    """Sessions as columns; items [item, player, day]; its own load tables, each [player, day]."""

    players: tuple[str, ...]
    days: tuple[str, ...]
    athlete: Any
    day: Any
    rpe: Any
    minutes: Any
    items: Any
    tables: dict[str, Any]

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.players), len(self.days)


def read_soccermon(folder: Path) -> SoccerMon:
    players, days, _ = _wide(folder / "training-load" / "daily_load.csv")
    by_player = json.loads((folder / "training-load" / "session.json").read_text(encoding="utf-8"))
    sessions = [(players.index(p), s) for p, rows in by_player.items() for s in rows]
    return SoccerMon(
        players,
        days,
        athlete=np.array([player for player, _ in sessions]),
        day=np.array([days.index(s["date"]) for _, s in sessions]),
        rpe=np.array([s["rpe"] for _, s in sessions], dtype=float),
        minutes=np.array([s["duration"] for _, s in sessions], dtype=float),
        items=np.stack([_wide(folder / "wellness" / f"{item}.csv")[2] for item in ITEMS]),
        tables={name: _wide(folder / "training-load" / f"{name}.csv")[2] for name in TABLES},
    )


def _wide(path: Path) -> tuple[tuple[str, ...], tuple[str, ...], Any]:
    """A row a date, a column a player; an empty cell is unknown."""
    with path.open(encoding="utf-8", newline="") as lines:
        head, *body = csv.reader(lines)
    cells = [[float(cell) if cell else np.nan for cell in row[1:]] for row in body]
    return tuple(head[1:]), tuple(row[0] for row in body), np.array(cells).T
