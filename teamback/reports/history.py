"""The history as files: who wrote what, who opened what, with what the reader may see of it."""

import csv
import io
from collections.abc import Iterable, Sequence

from teamback.record.field_words import field_label, filled_in, in_words, kind_label
from teamback.reports.readiness import harmless
from teamback.rounds.history.opened import Reading
from teamback.rounds.history.written import Line

_WRITTEN = ("Entry", "Recorded", "By", "What", "Of whom", "For", "Says", "Corrects entry", "Counts no longer")
_HOW = {"set_aside": "set aside", "undone": "undone"}


def written_csv(lines: Iterable[Line]) -> str:
    """A line an entry, newest first."""
    return _csv(_WRITTEN, [_line(line) for line in lines])


def opened_csv(lines: Iterable[Reading]) -> str:
    """A line a reading, newest first."""
    rows = [[f"{line.at:%Y-%m-%d %H:%M:%S}", line.by, line.page, line.of_whom] for line in lines]
    return _csv(("Opened", "By", "Page", "Of whom"), rows)


def _line(line: Line) -> list[str]:
    kept, fate = line.kept, line.fate
    said = [
        f"{field_label(line.kind, name)}: {in_words(line.kind, name, value)}"
        for name, value in filled_in(kept.event).items()
        if name != "athlete"
    ]
    gone = f"{_HOW.get(fate.kind, 'corrected')} by {fate.by} with entry {fate.by_seq}" if fate else ""
    return [
        str(kept.seq),
        f"{line.at:%Y-%m-%d %H:%M:%S}",
        line.by,
        kind_label(line.kind),
        line.of_whom,
        kept.event.day.isoformat(),
        "; ".join(said),
        str(kept.replaces or ""),
        gone,
    ]


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(head)
    lines.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()
