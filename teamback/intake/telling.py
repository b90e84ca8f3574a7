"""An import on the command line: the account as a table, then what came in, or why nothing did."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from teamback.intake.account import Preview, Progress
from teamback.intake.committing import CameIn, commit
from teamback.intake.previewing import preview
from teamback.intake.rows import OUTCOMES
from teamback.record.scope import Scope
from teamback.record.words import how_many
from teamback.store import Store

Say = Callable[[str], object]
_FAULTS_SHOWN = 20
_SECONDS_BETWEEN = 1.0


def run_import(
    store: Store,
    path: Path,
    preset_name: str,
    squad_name: str,
    by: Scope,
    only_preview: bool,
    rejects: Path | None,
    say: Say,
    time_zone: str | None = None,
    athlete: str | None = None,
) -> CameIn | None:
    """Previews a file or folder, says the account line by line, and lets it in unless only asked to look.

    Refusal, with nothing written, when a row is invalid and no file for rejected rows is named.
    """
    reading = _every_second("Reading", say)
    asked = (path, preset_name, squad_name, store, by)
    seen = preview(*asked, time_zone=time_zone, athlete=athlete, progress=reading)
    for line in account_lines(seen):
        say(line)
    if only_preview:
        say("Nothing was written: this is a preview.")
        return None
    came = commit(seen, store, by, rejects=rejects, progress=_every_second("Writing", say))
    if came.rejected and rejects:
        say(
            f"{how_many(came.rejected, 'row')} not let in, with the reasons in {rejects}: "
            "mend them there or at the source."
        )
    if came.batch is None:
        say("There was nothing new. Nothing was written.")
    else:
        rows = how_many(came.rows, "row")
        say(f"{rows} came in as batch {came.batch}. To take it back: teamback undo {came.batch}")
    return came


def account_lines(seen: Preview) -> Iterator[str]:
    """The account of a preview: a table of the outcomes by file, then reasons, faults and notes."""
    width = max(len(name) for name in (*seen.counts, "all files"))
    yield f"{'file':<{width}} {'rows':>8}" + "".join(f" {outcome:>10}" for outcome in OUTCOMES)
    for name, counts in seen.counts.items():
        yield _line(name, counts, width)
    yield _line("all files", seen.total, width)
    reasons: Counter[str] = Counter()
    for item in seen.left_out:
        reasons[item.reason] += item.rows
    for reason, rows in reasons.items():
        yield f"Left out, {how_many(rows, 'row')}: {reason}."
    for row in seen.invalid[:_FAULTS_SHOWN]:
        yield f"Invalid: {row.place}: {row.reason}"
    if len(seen.invalid) > _FAULTS_SHOWN:
        yield f"... and {len(seen.invalid) - _FAULTS_SHOWN:,} more invalid rows."
    yield from seen.notes


def _line(name: str, counts: Counter[str], width: int) -> str:
    cells = "".join(f" {counts[outcome]:>10,}" for outcome in OUTCOMES)
    return f"{name:<{width}} {counts.total():>8,}{cells}"


def _every_second(doing: str, say: Say) -> Progress:
    last = time.monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal last
        if total and time.monotonic() - last >= _SECONDS_BETWEEN:
            last = time.monotonic()
            say(f"{doing} ... {done / total:.0%}")

    return progress
