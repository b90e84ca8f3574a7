"""Letting a previewed file in as one batch, or writing down what has to be mended first."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

from teamback.intake.account import Preview, Progress
from teamback.record.events import Imported
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store

_HEADER = ("file", "line", "column", "reason", "content")


@dataclass(frozen=True)
class CameIn:
    """What an import left behind: its batch (None when there was nothing new), entries and rows."""

    batch: int | None
    entries: int
    rows: int
    rejected: int


def commit(
    preview: Preview,
    store: Store,
    by: Scope,
    *,
    rejects: Path | None = None,
    progress: Progress | None = None,
) -> CameIn:
    """Keeps a preview's rows as one batch that can be undone.

    With an invalid row nothing is written, unless `rejects` names a file: then the invalid rows are written
    there with their reasons and the others come in. Raises ChangedSince when the record of one of the
    athletes, or of the squad, changed after the preview.
    """
    if preview.invalid and rejects is None:
        raise Refusal(_first_fault(preview))
    if preview.invalid and rejects is not None:
        write_rejects(preview, rejects)
    if not preview.entries:
        return CameIn(None, 0, 0, len(preview.invalid))
    if progress:
        progress(0, len(preview.entries))
    imported = Imported(
        day=preview.target.today,
        squad=preview.target.squad,
        source=preview.source,
        preset=preview.preset,
        row_count=preview.coming_in,
    )
    kept = store.keep([imported, *preview.entries], by, seen=preview.seen)
    if progress:
        progress(len(preview.entries), len(preview.entries))
    return CameIn(kept.start, len(kept), preview.coming_in, len(preview.invalid))


def write_rejects(preview: Preview, file: Path) -> None:
    """Writes the invalid rows as CSV: file, line, column, reason, and the row's content as JSON."""
    if file.resolve() in {path.resolve() for path in preview.inputs}:
        raise Refusal(f"{file} is the file to be read. Name another one for the rejected rows.", "rejects")
    try:
        with file.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.writer(opened)
            writer.writerow(_HEADER)
            for row in preview.invalid:
                place, content = row.place, json.dumps(row.original, ensure_ascii=False)
                writer.writerow([place.file, place.line or "", place.within, row.reason, content])
    except OSError as error:
        raise Refusal(
            f"{file} cannot be written ({error.strerror}). Name another file.", "rejects"
        ) from error


def _first_fault(preview: Preview) -> str:
    first, more = preview.invalid[0], len(preview.invalid) - 1
    others = f" {more:,} more rows are invalid too." if more else ""
    return (
        f"{first.place}: {first.reason}{others} Nothing was written: mend the file, or name a file for "
        "rejected rows to let the others in."
    )
