"""From a file's bytes to its lines: encoding, delimiter and header, or one sentence why not."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from teamback.record.refusal import Refusal

_DELIMITERS = (",", ";", "\t", "|")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_AGAIN = "Export it again, then import that."


@dataclass(frozen=True)
class Table:
    """A CSV file: its header, and its lines that hold anything, each with the number it begins on."""

    header: list[str]
    lines: list[tuple[int, list[str]]]


def text_of(path: Path, shown: str) -> str:
    """A file's text, in UTF-8 (or UTF-16 where the file says so itself); Refusal for anything else."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(
            f"{shown} cannot be read ({error.strerror}). Check the file and its permissions."
        ) from error
    if not data.strip():
        raise Refusal(f"{shown} is empty. {_AGAIN}")
    if data.startswith(_WORKBOOKS):
        raise Refusal(f"{shown} is a workbook or an archive, not a CSV file. Save it as 'CSV UTF-8' first.")
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal(
            f"{shown}, line {line}: this is not text in UTF-8. Save the file as 'CSV UTF-8', then import it."
        ) from error
    if "\0" in text:
        raise Refusal(f"{shown} is not a text file. Choose the CSV file that was exported.")
    if not text.strip():
        raise Refusal(f"{shown} is empty. {_AGAIN}")
    return text


def table(path: Path, shown: str) -> Table:
    """The lines of a CSV file under a header whose names are all there, and each once."""
    text = text_of(path, shown)
    lines = _lines(text, _delimiter(text, shown), shown)
    _, header = next(lines)
    header = [name.strip() for name in header]
    for place, name in enumerate(header, 1):
        if not name:
            raise Refusal(f"{shown}, line 1: column {place} has no name. Name it, or take it out.")
        if name in header[: place - 1]:
            raise Refusal(f"{shown}, line 1: two columns are called {name}. Rename one, or take it out.")
    return Table(header, list(lines))


def _delimiter(text: str, shown: str) -> str:
    first = next(line for line in text.splitlines() if line.strip())
    cells = {mark: len(next(csv.reader([first], delimiter=mark))) for mark in _DELIMITERS}
    most = max(cells.values())
    found = [mark for mark, count in cells.items() if count == most]
    if most > 1 and len(found) > 1:
        raise Refusal(f"{shown}, line 1: it is not clear which sign separates the columns. Use commas.")
    return found[0]


def _lines(text: str, delimiter: str, shown: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Refusal(
            f"{shown}, line {begins}: the quotation marks do not close ({error}). The file may be cut off. "
            f"{_AGAIN}"
        ) from error
