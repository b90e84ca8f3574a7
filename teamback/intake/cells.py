"""What one cell says: numbers, days, times, words; what can be read two ways is refused, never guessed."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from zoneinfo import ZoneInfo

_EARLIEST = 1900
_SHORT_DATE = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{2}|[0-9]{4})")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(:[0-5][0-9])?")
_MARK = {"point": ".", "comma": ","}
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


class NotKept(Exception):
    """A cell makes its row one that is counted and not kept; the message says why."""


class Unreadable(ValueError):
    """One cell cannot be read; the message is a sentence that says why and what to write."""


def number(text: str, decimals: str) -> float:
    """A number with the decimal mark that the preset declares ("point" or "comma"), and nothing else."""
    mark = _MARK[decimals]
    if re.fullmatch(rf"[+-]?[0-9]+(\{mark}[0-9]+)?", text):
        return float(text.replace(mark, "."))
    if re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)+", text):
        raise Unreadable(
            f'"{text}" can be read two ways: the decimal mark of this preset is the {decimals}, with no mark '
            f"between thousands. Write it such as 1{mark}5."
        )
    raise Unreadable(f'"{text}" is not a number. Write it plainly, such as 7 or 6{mark}5.')


@lru_cache(maxsize=4096)
def day(text: str, declared: str) -> dt.date:
    """A day in the one order that the preset declares, such as DD.MM.YYYY."""
    pattern = re.sub(
        "[YMD]+", lambda part: f"(?P<{part[0][0]}>[0-9]{_WIDTH[part[0][0]]})", re.escape(declared)
    )
    found = re.fullmatch(pattern, text)
    if not found:
        raise Unreadable(_why_no_day(text, declared))
    try:
        read = dt.date(int(found["Y"]), int(found["M"]), int(found["D"]))
    except ValueError:
        raise Unreadable(f'"{text}" is not in the calendar, read as {declared}. Correct the day.') from None
    if read.year < _EARLIEST:
        raise Unreadable(f'"{text}" is in the year {read.year}. Correct the year.')
    return read


_WIDTH = {"Y": "{4}", "M": "{1,2}", "D": "{1,2}"}


def _why_no_day(text: str, declared: str) -> str:
    if found := _SHORT_DATE.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        if first != second and max(first, second) <= 12:
            ways = f"{first} {_MONTHS[second]} or {second} {_MONTHS[first]}"
            return f'"{text}" can be read two ways, {ways}. Write days as {declared}.'
    return f'"{text}" is not a day written as {declared}. Write it so.'


_MONTHS = ("", *(dt.date(2000, month, 1).strftime("%b") for month in range(1, 13)))


def day_of(text: str, columns: Sequence[str]) -> dt.date:
    """A day in three columns, joined as year-month-day; a part that is 0 or empty is no day."""
    parts = text.split("-")
    if any(not re.fullmatch("0*[1-9][0-9]*", part) for part in parts):
        said = ", ".join(f"{name} {part or 'empty'}" for name, part in zip(columns, parts, strict=False))
        raise Unreadable(f"The day is missing ({said}). Write it in, or take the row out.")
    return day(text, "YYYY-MM-DD")


def yes_or_no(text: str) -> bool:
    """A yes or a no."""
    if text.casefold() not in _YES_NO:
        raise Unreadable(f'"{text}" is neither yes nor no. Write yes or no.')
    return _YES_NO[text.casefold()]


def word(text: str, words: Mapping[str, str]) -> str:
    """One word of a closed list, as it is stored or as the screen shows it."""
    sought = text.casefold()
    for stored, shown in words.items():
        if sought in (stored.casefold(), shown.casefold()):
            return stored
    raise Unreadable(f'"{text}" is not one of: {", ".join(words)}. Write one of these.')


def read_by(text: str, words: Mapping[str, str], not_kept: Mapping[str, str]) -> str:
    """A text of free words, by the first entry that one of its words begins with."""
    for sought, reason in not_kept.items():
        if _begins(text, sought):
            raise NotKept(reason)
    for sought, stored in words.items():
        if _begins(text, sought):
            return stored
    raise Unreadable(f'"{text}" holds none of these words: {", ".join(words)}. Write one of them.')


def _begins(text: str, sought: str) -> bool:
    return re.search(rf"\b{re.escape(sought.casefold())}", text.casefold()) is not None


def parts(text: str) -> tuple[str, ...]:
    """The entries of a list, separated by semicolons or bars."""
    return tuple(part.strip() for part in re.split("[;|]", text) if part.strip())


def clock(text: str) -> str:
    """A time of day as HH:MM."""
    found = _CLOCK.fullmatch(text)
    if not found:
        raise Unreadable(f'"{text}" is not a time of day. Write it such as 07:30.')
    return f"{int(found[1]):02}:{found[2]}"


def moment(text: str, zone: ZoneInfo) -> dt.datetime:
    """A day and time, in the squad's own time zone unless it carries its own offset."""
    try:
        if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}", text):
            raise ValueError
        read = dt.datetime.fromisoformat(text)
        if read.year < _EARLIEST:
            raise ValueError
    except ValueError:
        raise Unreadable(f'"{text}" is not a day and time. Write it such as 2026-11-23T07:30.') from None
    return read if read.tzinfo else read.replace(tzinfo=zone)


def plain(text: str) -> str:
    """Text as it was typed; what cannot be written down again as text is refused."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unreadable("This text holds half a character. Type it again.") from None
    if any(ord(sign) < 32 and sign not in "\n\r\t" for sign in text):
        raise Unreadable("This text holds signs that cannot be shown. Type it again.")
    return text
