"""The morning board as a table, CSV or JSON: the same board without a browser."""

import csv
import io
import json
import unicodedata
from collections.abc import Callable
from typing import Any

from teamback.record.words import FLAGS, MATCH, TRAINING
from teamback.rounds.board import BoardRow, SquadDay


def as_json(board: SquadDay) -> str:
    """A list with an object an athlete: reported, availability, match, flag and every reason."""
    return json.dumps([_row(row) for row in board.rows], ensure_ascii=False, indent=2, allow_nan=False)


def as_csv(board: SquadDay) -> str:
    """A line an athlete, in the words of the screen."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(_HEAD)
    lines.writerows([harmless(cell) for cell in _line(row)] for row in board.rows)
    return out.getvalue().removesuffix("\n")


def as_table(board: SquadDay) -> str:
    """Columns of text, with the counts above."""
    lines = [_HEAD, *([on_screen(cell) for cell in _line(row)] for row in board.rows)]
    widths = [max(_width(line[i]) for line in lines) for i in range(len(_HEAD) - 1)]
    flags = ", ".join(f"{FLAGS[level]} {n}" for level, n in board.flag_counts.items())
    day = f"{board.day} ({board.match_day})" if board.match_day else f"{board.day}"
    head = f"{on_screen(board.squad.name)}, {day}: {board.reported} of {len(board.rows)} reported; {flags}"
    return "\n".join([head, "", *(_laid_out(line, widths) for line in lines)])


FORMS: dict[str, Callable[[SquadDay], str]] = {"table": as_table, "csv": as_csv, "json": as_json}

_HEAD = ["Flag", "Athlete", "Training", "Match", "Reported", "Why"]


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell[:1] else cell


def on_screen(cell: str) -> str:
    """A cell as typed, but for control characters: a terminal would obey them."""
    return "".join("\ufffd" if unicodedata.category(sign) == "Cc" else sign for sign in cell)


def _laid_out(line: list[str], widths: list[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=False))
    return "  ".join([*padded, line[-1]])


def _width(cell: str) -> int:
    """The columns of a terminal that a text takes: 李 takes two."""
    seen = [sign for sign in cell if unicodedata.category(sign) not in ("Mn", "Me", "Cf")]
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in seen)


def _line(row: BoardRow) -> list[str]:
    return [
        FLAGS[row.flag.level],
        row.athlete.known_as,
        TRAINING[row.training],
        MATCH[row.match],
        "yes" if row.reported else "no",
        "; ".join(reason.says for reason in row.flag.reasons),
    ]


def _row(row: BoardRow) -> dict[str, Any]:
    return {
        "athlete": row.athlete.known_as,
        "reported": row.reported,
        "availability": row.training,
        "match": row.match,
        "flag": row.flag.level,
        "reasons": [
            {
                "rule": reason.rule,
                "level": reason.level,
                "says": reason.says,
                "value": reason.value,
                "threshold": reason.threshold,
                "source": reason.source,
                "status": reason.status,
            }
            for reason in row.flag.reasons
        ],
    }
