"""From a path to the account of what would happen; nothing is written."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from teamback.intake.account import LeftOutRows, Preview, Progress
from teamback.intake.files import Found, files_of
from teamback.intake.layouts import count_rows, rows_of
from teamback.intake.matching import match_check_ins, match_several
from teamback.intake.on_record import on_record, own_batches
from teamback.intake.people import People
from teamback.intake.preset import LeftOut, Preset
from teamback.intake.presets import load_preset
from teamback.intake.rows import INVALID, LEFT_OUT, Row
from teamback.intake.squad import Target, target
from teamback.intake.values import Reader
from teamback.intake.worth_knowing import worth_knowing
from teamback.record.event import Event
from teamback.record.events import CalendarEntry, CheckIn, PainEntry, RestDay, Session
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.appending import Entry

_OFTEN = 1000
_FACTS: tuple[type[Event], ...] = (CalendarEntry, CheckIn, Session, RestDay, PainEntry)


def preview(
    path: Path,
    preset_name: str,
    squad_name: str,
    store: Store,
    by: Scope,
    *,
    time_zone: str | None = None,
    athlete: str | None = None,
    progress: Progress | None = None,
) -> Preview:
    """Reads a file or folder as a preset declares it and holds every row against the record.

    Refusal when the path, the preset or a whole file cannot be read. `time_zone` (an IANA name) is that of a
    new squad, `athlete` whose file it is where the files do not say; `progress` is called with the bytes done
    and the bytes in all.
    """
    preset = load_preset(preset_name)
    whose = _whose(preset, path, athlete)
    seen = store.head()
    squad = target(store, by, squad_name, preset, time_zone)
    found = files_of(path, preset)
    rows, left_out = _read(found, Reader(preset, squad.zone, squad.today, whose), progress)
    if not rows and not left_out:
        raise Refusal(f"{path.name} holds no row under its header. Export it again.")
    entries = _entries(rows, store, squad, preset)
    return Preview(
        source=path.absolute().name,
        preset=preset.name,
        target=squad,
        counts=_counts(found, rows, left_out),
        left_out=(*left_out, *_said_nothing(rows)),
        invalid=tuple(row for row in rows if row.outcome == INVALID),
        notes=worth_knowing(preset, squad, rows, entries),
        entries=tuple(entries),
        seen=seen,
        inputs=tuple(item.path for item in found),
    )


def _whose(preset: Preset, path: Path, athlete: str | None) -> str:
    """Whose file it is; Refusal when nobody says so, or when the files say it themselves."""
    named = (athlete or "").strip()
    if not preset.of_one_athlete:
        if named:
            raise Refusal(
                f"The files of {preset.title} name their athletes. Leave the athlete out.", "athlete"
            )
        return ""
    if not named:
        raise Refusal(f"{preset.title}: a file is of one athlete. Say whose it is.", "athlete")
    if path.is_dir():
        raise Refusal(f"{preset.title}: a file is of one athlete. Name one file, not a folder.", "path")
    return named


def _read(
    found: Sequence[Found], reader: Reader, progress: Progress | None
) -> tuple[list[Row], list[LeftOutRows]]:
    rows: list[Row] = []
    left_out: list[LeftOutRows] = []
    sizes = [item.path.stat().st_size for item in found]
    for number, item in enumerate(found):
        if isinstance(item.declared, LeftOut):
            count = count_rows(item.path, item.shown, item.declared)
            left_out.append(LeftOutRows(item.shown, item.declared.reason, count))
        else:
            read = rows_of(item.path, item.shown, item.declared)
            for count, row in enumerate(read):
                if not row.outcome:
                    reader.read(row)
                if progress and count % _OFTEN == 0:
                    progress(sum(sizes[:number]) + sizes[number] * count // len(read), sum(sizes))
            rows += read
        if progress:
            progress(sum(sizes[: number + 1]), sum(sizes))
    return rows, left_out


def _entries(rows: Sequence[Row], store: Store, squad: Target, preset: Preset) -> list[Entry]:
    own = own_batches(store, preset.name)
    people = People(store, squad, preset, own)
    about_people = people.settle(store, rows)
    facts: list[Entry] = []
    for kind in _FACTS:
        open_rows = [row for row in rows if not row.outcome and row.source.event is kind]
        if open_rows:
            there = on_record(store, kind, squad.squad, people.homes, open_rows, own)
            if kind is CheckIn:
                facts += match_check_ins(open_rows, there)
            else:
                facts += match_several(open_rows, kind, squad.squad, there)
    entries = [*about_people, *sorted(facts, key=_by_kind_athlete_and_day)]
    if squad.is_new and entries:
        first = min(entry.event.day for entry in entries)
        return [Entry(squad.named_on(min(first, squad.today))), *entries]
    return entries


def _by_kind_athlete_and_day(entry: Entry) -> tuple[int, int, int]:
    # Rows that lie by athlete and day are read faster than rows that lie by day.
    athlete = getattr(entry.event, "athlete", None)
    return _FACTS.index(type(entry.event)), athlete or 0, entry.event.day.toordinal()


def _counts(
    found: Sequence[Found], rows: Sequence[Row], left_out: Sequence[LeftOutRows]
) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {item.shown: Counter() for item in found}
    for row in rows:
        counts[row.place.file][row.outcome] += 1
    for item in left_out:
        counts[item.file][LEFT_OUT] += item.rows
    return counts


def _said_nothing(rows: Sequence[Row]) -> list[LeftOutRows]:
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        if row.outcome == LEFT_OUT:
            counted[row.place.file, row.reason] += 1
    return [LeftOutRows(file, reason, count) for (file, reason), count in counted.items()]
