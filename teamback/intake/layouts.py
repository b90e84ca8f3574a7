"""From a file to its rows, by the layout that the preset declares; nothing is interpreted yet."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from teamback.intake.preset import LeftOut, Source
from teamback.intake.reading import Table, table, text_of
from teamback.intake.rows import Place, Row
from teamback.record.events import CalendarEntry
from teamback.record.refusal import Refusal


def rows_of(path: Path, shown: str, source: Source) -> list[Row]:
    """Every row of a file: a line, a filled cell, or an entry of a JSON list."""
    if source.layout == "json by athlete":
        return list(_from_json(text_of(path, shown), shown, source))
    read = table(path, shown)
    return list((_from_long if source.layout == "long" else _from_wide)(read, shown, source))


def count_rows(path: Path, shown: str, left_out: LeftOut) -> int:
    """How many rows a file has that is left out."""
    lines = table(path, shown).lines
    if left_out.layout == "long":
        return len(lines)
    return sum(bool(cell.strip()) for _, cells in lines for cell in cells[1:])


def header_fault(header: list[str], source: Source) -> str | None:
    """Why a long file's header does not fit a kind of file, as a sentence without its place."""
    athlete = [source.athlete] if source.athlete else []
    needed = [*([] if source.event is CalendarEntry else athlete), *source.dated_by, *source.needs]
    known = list(dict.fromkeys([*athlete, *source.dated_by, *source.columns, *source.ignored]))
    for name in header:
        if name not in known:
            return f"the column {name} is not known. Rename it, or take it out; known are {', '.join(known)}."
    for name in needed:
        if name not in header:
            return f"the column {name} is missing. Add it; it has to be there."
    return None


def _from_long(read: Table, shown: str, source: Source) -> Iterator[Row]:
    if fault := header_fault(read.header, source):
        raise Refusal(f"{shown}, line 1: {fault}")
    for line, cells in read.lines:
        place = Place(shown, line)
        if len(cells) != len(read.header):
            yield _broken(place, source, cells, len(read.header))
            continue
        named = dict(zip(read.header, (cell.strip() for cell in cells), strict=True))
        athlete = named.get(source.athlete, "")
        day = (
            "-".join(named.get(column, "") for column in source.dated_by)
            if source.day_of
            else named.get(source.day, "")
        )
        values = {name: text for name, text in named.items() if name in source.columns}
        yield Row(place, source, athlete, day, values, named)


def _from_wide(read: Table, shown: str, source: Source) -> Iterator[Row]:
    athletes = read.header[1:]
    for line, cells in read.lines:
        if len(cells) != len(read.header):
            yield from _broken_cells(Place(shown, line), source, cells, len(read.header))
            continue
        day = cells[0].strip()
        for athlete, cell in zip(athletes, cells[1:], strict=True):
            if text := cell.strip():
                original = {source.day: day, athlete: text}
                yield Row(Place(shown, line, athlete), source, athlete, day, {"value": text}, original)


def _broken_cells(place: Place, source: Source, cells: list[str], expected: int) -> Iterator[Row]:
    filled = sum(bool(cell.strip()) for cell in cells[1:])
    for _ in range(max(filled, 1)):
        yield _broken(place, source, cells, expected)


def _broken(place: Place, source: Source, cells: list[str], expected: int) -> Row:
    row = Row(place, source, "", "", {}, cells)
    row.refuse(
        f"This line has {len(cells)} cells, the header {expected}. The file may be cut off, or a text with a "
        "separator in it lacks its quotation marks."
    )
    return row


def _from_json(text: str, shown: str, source: Source) -> Iterator[Row]:
    entries = _parsed(text, shown)
    if not isinstance(entries, dict):
        raise Refusal(f"{shown} does not hold a list for each athlete. Export it again.")
    for athlete, items in entries.items():
        if not isinstance(items, list):
            raise Refusal(f"{shown}: {athlete} has no list of entries. Export the file again.")
        for number, item in enumerate(items, 1):
            yield _entry(Place(shown, None, f"{athlete}, entry {number}"), athlete, item, source)


def _entry(place: Place, athlete: str, item: Any, source: Source) -> Row:
    if not isinstance(item, dict):
        row = Row(place, source, athlete, "", {}, [_written(item)])
        row.refuse("This is not an entry with names and values. Export the file again.")
        return row
    named = {name: _written(value) for name, value in item.items()}
    values = {name: cell for name, cell in named.items() if name != source.day}
    row = Row(place, source, athlete, named.get(source.day, ""), values, {source.athlete: athlete} | named)
    if strange := next((name for name in values if name not in source.columns), None):
        known = ", ".join(source.columns)
        row.refuse(f"The name {strange} is not known. Rename it, or take it out; known are {known}.")
    return row


def _written(value: Any) -> str:
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _parsed(text: str, shown: str) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        named = dict(pairs)
        if len(named) < len(pairs):
            twice = next(name for name, _ in pairs if [other for other, _ in pairs].count(name) > 1)
            raise Refusal(f"{shown}: {twice} stands in it twice in one place. Export the file again.")
        return named

    try:
        # Numbers stay as they are written, so that they are read like those of a CSV file.
        return json.loads(text, object_pairs_hook=once, parse_float=str, parse_int=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise Refusal(
            f"{shown}, line {error.lineno}: this is no whole JSON ({error.msg}). The file may be cut off. "
            "Export it again, then import that."
        ) from error
    except RecursionError as error:
        raise Refusal(f"{shown} is nested too deeply to be an export. Choose another file.") from error
