"""Education cards: short texts in our own words in data/education/*.md, and the rules that call for them."""

import datetime as dt
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from teamback.record.events import EducationRead
from teamback.record.refusal import Refusal
from teamback.record.words import STATUS

FOLDER = Path(__file__).parents[2] / "data" / "education"
_FENCE = "+++"
_FIRST = "warning_signs"
"""What may be an emergency stands above everything else."""
AFTER_PAIN = ("P1",)
"""The rules whose cards are offered to an athlete who reports back pain: nobody tells them their flag."""
AFTER_FLARE = ("F1",)
CHECKED = EducationRead
"""The kind of entry that is checked here."""


@dataclass(frozen=True)
class Card:
    """One card; `key` is its file's name, `text` is markdown without raw HTML and without pictures."""

    key: str
    title: str
    says: str
    rules: tuple[str, ...]
    sources: tuple[str, ...]
    status: str
    checked_by: str
    next_review: dt.date
    text: str


@cache
def cards(folder: Path = FOLDER) -> Mapping[str, Card]:
    """Every card by its key, warning signs first, then by title; Refusal when a file cannot be relied on."""
    found = [read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md"))]
    return {card.key: card for card in sorted(found, key=lambda card: (card.key != _FIRST, card.title))}


def called_for(rules: Collection[str]) -> tuple[Card, ...]:
    """The cards of some rules: warning signs first, then those that more of these rules call for."""
    found = [(len(set(card.rules) & set(rules)), card) for card in cards().values()]
    in_order = sorted(found, key=lambda item: (item[1].key != _FIRST, -item[0]))
    return tuple(card for n, card in in_order if n)


def read(key: str, text: str) -> Card:
    """The card in a file: its head in TOML between two lines of +++, then the text."""
    where = f"data/education/{key}.md"
    parts = text.split(f"{_FENCE}\n")
    if len(parts) != 3 or parts[0].strip() or not parts[2].strip():
        raise Refusal(f"{where}: write its head in TOML between two lines of {_FENCE}, then the text.")
    try:
        head: dict[str, Any] = tomllib.loads(parts[1])
    except tomllib.TOMLDecodeError as error:
        raise Refusal(f"{where}: its head is not valid TOML ({error}). Mend that place.") from error
    asked = {f.name for f in fields(Card)} - {"key", "text"}
    for name in sorted(asked ^ head.keys()):
        mend = "is missing: add it" if name in asked else "is not known here: take it out"
        raise Refusal(f"{where}: {name} {mend}.", name)
    _of_its_kind(head, where)
    head |= {name: tuple(head[name]) for name in ("rules", "sources")}
    return Card(key=key, text=parts[2].strip(), **head)


def refusals(typed: EducationRead) -> tuple[Refusal, ...]:
    """Everything that refuses a read receipt."""
    return () if typed.card in cards() else (Refusal("There is no such card any more.", "card"),)


def _of_its_kind(head: Mapping[str, Any], where: str) -> None:
    for name in ("rules", "sources"):
        value = head[name]
        if not isinstance(value, list) or not value or not all(isinstance(word, str) for word in value):
            raise Refusal(f"{where}: {name} is a list of words in quotes, and not empty.", name)
    for name in ("title", "says", "checked_by"):
        if not isinstance(head[name], str) or not head[name].strip():
            raise Refusal(f"{where}: {name} must be words in quotes.", name)
    if head["status"] not in STATUS:
        raise Refusal(f"{where}: status must be one of {', '.join(STATUS)}.", "status")
    if type(head["next_review"]) is not dt.date:
        raise Refusal(f"{where}: next_review must be a date such as 2027-05-31.", "next_review")
