"""The morning board as a table: the first reason in words, and each figure as it is read."""

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from teamback.record.flag import GREEN, INFO
from teamback.rounds.board import BoardRow
from teamback.ui.marks import chip, flag_mark
from teamback.ui.sparkline import sparkline


class Column(NamedTuple):
    """A column: its title, the class that gives it its width, a cell as HTML and a word of help."""

    title: str
    style: str
    cell: Callable[[BoardRow], str]
    help: str = ""


def why(row: BoardRow) -> str:
    """The first reason in words, and how many more there are; before it the stage of who trains in a case."""
    first, *others = row.flag.reasons
    says = _in_short(first.says) if row.flag.level == GREEN else first.says
    more = sum(reason.level != INFO for reason in others)
    stage = f"Stage {row.stage}. " if row.stage and not row.apart else ""
    return stage + says[:1].upper() + says[1:] + (f"  +{more}" if more else "")


def _in_short(judged: str) -> str:
    """What a green row rests on, in a line: the first things judged, and all that is not known."""
    known, _, unknown = judged.partition("; ")
    return "; ".join(part for part in (", ".join(known.split(", ")[:3]), unknown) if part)


def table(rows: Sequence[BoardRow]) -> str:
    """The rows as an HTML table, with a column of stages among those out or in rehab: most are in a case.

    End tags that HTML does without are left out, as all of it is sent at each run of the page.
    """
    staged = any(row.stage and row.apart for row in rows)
    columns = [column for column in _COLUMNS if staged or column.title != "Stage"]
    heads = "".join(map(_head, columns))
    lines = "".join(f"<tr>{''.join(column.cell(row) for column in columns)}" for row in rows)
    return f'<table class="tb-board"><thead><tr>{heads}<tbody>{lines}</table>'


def _head(column: Column) -> str:
    said = f' title="{escape(column.help)}"' if column.help else ""
    return f"<th class=tb-{column.style}{said}>{column.title}"


def _flag(row: BoardRow) -> str:
    return f"<td>{flag_mark(row.flag.level)}"


def _pain(row: BoardRow) -> str:
    return "<td>–" if row.figures.pain_now is None else f"<td>{row.figures.pain_now:.3g}"


def _wellness(row: BoardRow) -> str:
    total, z = row.figures.wellness, row.figures.wellness_z
    if total is None:
        return "<td>–"
    # + 0.0 so that a z just below nought does not read "-0.0"
    return f"<td>{total:.0f} ({round(z, 1) + 0.0:+.1f})" if z is not None else f"<td>{total:.0f}"


def _response(row: BoardRow) -> str:
    return f"<td>{_RESPONSES[row.response.level] if row.response else '–'}"


def _load(row: BoardRow) -> str:
    usual, load = row.figures.usual_load, row.figures.week_load
    if load is None:
        return "<td>–"
    return f"<td>{load:,.0f} ({(load - usual) / usual * 100:+.0f} %)" if usual else f"<td>{load:,.0f}"


_RESPONSES = {
    "red": "▲ high",
    "amber": "◆ check",
    "green": "● settled",
    "pending": "… due",
    "unknown": "? not known",
}
_LOAD_HELP = (
    "The 7 days up to yesterday, and against the mean of the athlete's own four weeks before. "
    "It says nothing about injury risk."
)
_COLUMNS = (
    Column("Flag", "flagged", _flag, "What the data says; the reasons stand beside it."),
    Column("Athlete", "who", lambda row: f"<th scope=row>{escape(row.athlete.known_as)}"),
    Column(
        "Training",
        "training",
        lambda row: f"<td>{chip(row.training)}",
        "What a clinician decided. It never changes by itself.",
    ),
    Column("Why", "why", lambda row: f"<td><div>{escape(why(row))}</div>"),
    Column("Back now", "pain", _pain, "0 to 10, this morning"),
    Column(
        "14 mornings",
        "line",
        lambda row: f'<td><img alt="" src="{sparkline(row.figures.pain_line)}">',
        "Back pain, 0 to 10; a gap is a morning without a score",
    ),
    Column("Wellness", "wellness", _wellness, "Of 25, and how many sd from own last 28 days"),
    Column("Last session", "response", _response, "How the back took it, up to the next morning"),
    Column(
        "Stage",
        "stage",
        lambda row: f"<td><div>{escape(row.stage) or '–'}</div>",
        "Of the open case that limits most; the return-to-sport board says more",
    ),
    Column("Load 7 d (AU)", "load", _load, _LOAD_HELP),
)
