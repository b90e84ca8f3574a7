"""What each line of a pathway's file may hold: its kind of value, and the sentence that refuses another."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from teamback.record.refusal import Refusal

MOST = 10_000
"""Days, sessions, check-ins and stages are whole numbers up to here."""
_END = 1e12


@dataclass(frozen=True)
class Field:
    """One line of a table: what may stand there, in words, whether a value does, and whether it must."""

    what: str
    fits: Callable[[Any], bool]
    needed: bool = True

    @property
    def optional(self) -> "Field":
        """The same line, which may be left out."""
        return Field(self.what, self.fits, needed=False)


def is_number(value: Any) -> bool:
    """Whether a value is a number that can be compared."""
    return isinstance(value, int | float) and not isinstance(value, bool) and -_END < value < _END


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def whole(least: int) -> Field:
    """A whole number from `least` on."""

    def fits(value: Any) -> bool:
        return is_number(value) and isinstance(value, int) and least <= value <= MOST

    return Field(f"a whole number from {least} on", fits)


def one_of(words: Collection[str]) -> Field:
    """One of these words."""
    return Field(f"one of {quoted(words)}", lambda v: isinstance(v, str) and v in words)


def some_of(words: Collection[str]) -> Field:
    """A list of one or more of these words, each once."""

    def fits(value: Any) -> bool:
        known = isinstance(value, list) and all(isinstance(v, str) and v in words for v in value)
        return known and 0 < len(value) == len(set(value))

    return Field(f"a list of one or more of {quoted(words)}", fits)


def quoted(words: Collection[str]) -> str:
    """Words as a file writes them."""
    return ", ".join(f'"{word}"' for word in words)


WORDS = Field("words in quotes", _is_words)
NUMBER = Field("a number without quotes", is_number)
YES_OR_NO = Field("true or false", lambda v: isinstance(v, bool))
DATE = Field("a date such as 2027-05-31", lambda v: type(v) is dt.date)
LIST = Field("a list of words in quotes", lambda v: isinstance(v, list) and all(_is_words(w) for w in v))
TABLES = Field(
    "tables in double brackets, one each",
    lambda v: isinstance(v, list) and all(isinstance(t, dict) for t in v),
)
ANYTHING = Field("a value", lambda _: True)


def refusals(table: Mapping[str, Any], known: Mapping[str, Field], where: str) -> Iterator[Refusal]:
    """What keeps a table from being read: a line that is missing, unknown, or holds another kind of value."""
    for name, field in known.items():
        if name not in table and field.needed:
            yield Refusal(f"{where}: {name} is missing. Add a line {name} = {field.what}.", name)
        elif name in table and not field.fits(table[name]):
            yield Refusal(f"{where}: {name} is {_said(table[name])}. It must be {field.what}.", name)
    for name in table:
        if name not in known:
            yield Refusal(f"{where}: {name} is not known here. Take it out, or mend its spelling.", name)


def _said(value: Any) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:60]}..."
