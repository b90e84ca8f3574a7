"""What a person should know before saying yes: how the files were read, and what looks odd but is allowed."""

from collections import Counter
from collections.abc import Sequence

from teamback.intake.preset import Preset
from teamback.intake.rows import NEW, UNCHANGED, UPDATED, Row
from teamback.intake.squad import Target
from teamback.record.event import Event
from teamback.record.events import Joined, PainEntry, Session
from teamback.record.scales import SCALES
from teamback.record.words import SITES, how_many
from teamback.store.appending import Entry


def worth_knowing(
    preset: Preset, squad: Target, rows: Sequence[Row], entries: Sequence[Entry]
) -> tuple[str, ...]:
    """The notes of a preview, a sentence each."""
    accepted = [row for row in rows if row.outcome in (NEW, UPDATED, UNCHANGED)]
    notes = [
        f"Days are read as {preset.dates}, numbers with a decimal {preset.decimals}, as the preset declares."
    ]
    joining = sum(isinstance(entry.event, Joined) for entry in entries)
    if squad.is_new and entries:
        notes.append(
            f"The squad {squad.name} is new: it is made with this import, in the time zone {squad.zone.key}."
        )
    if joining:
        joins = how_many(joining, "athlete")
        notes.append(f"To join: {joins}, each on the first day in the file unless it says another.")
    notes += [*_turned_round(accepted), *_sites_read(accepted)]
    if equal := _equal(accepted, Session):
        twice = how_many(equal, "session")
        notes.append(f"Equal to another one of the same athlete and day: {twice}. Each stays a session.")
    if equal := _equal(accepted, PainEntry):
        twice = how_many(equal, "entry", "entries")
        notes.append(f"Equal to another one of the same athlete and day: {twice}. Each stays an entry.")
    return (*notes, *_to_confirm(accepted))


def _turned_round(rows: Sequence[Row]) -> list[str]:
    turned = set()
    for source in {id(row.source): row.source for row in rows}.values():
        for column in (*source.columns.values(), *([source.value] if source.value else [])):
            if scale := column.reversed_scale():
                turned.add(f"{scale.label} is turned round: the preset declares that {column.direction}.")
    return sorted(turned)


def _sites_read(rows: Sequence[Row]) -> list[str]:
    """How the names of pains were read: nothing is guessed in silence."""
    counted: Counter[tuple[str, str]] = Counter()
    for row in rows:
        for name, column in row.source.columns.items():
            if column.words and column.field in row.values:
                counted[row.cells[name], row.values[column.field]] += 1
    said = [f"{text} as {SITES.get(word, word)} ({n})" for (text, word), n in counted.most_common()]
    return [f"Read as the preset declares: {', '.join(said)}."] if said else []


def _equal(rows: Sequence[Row], kind: type[Event]) -> int:
    of_kind = [row for row in rows if row.source.event is kind]
    counted = Counter((row.athlete, row.day, tuple(sorted(row.values.items()))) for row in of_kind)
    return sum(count - 1 for count in counted.values())


def _to_confirm(rows: Sequence[Row]) -> list[str]:
    counted: Counter[str] = Counter()
    for row in rows:
        for name, value in row.values.items():
            limit = SCALES[name].confirm_above if name in SCALES else None
            if limit is not None and value > limit:
                counted[f"{SCALES[name].label} is above {limit:g}"] += 1
    return [
        f"{said} in {how_many(count, 'row')}. Check that it is meant."
        for said, count in sorted(counted.items())
    ]
