"""Reading the warning signs from their file: what cannot be relied on is refused by name, with the mend."""

import datetime as dt
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from teamback.clinic.urgent.red_flags import FlagRule, Item, RedFlags
from teamback.record.clinical_words import LEVELS, SETS_OUT
from teamback.record.refusal import Refusal
from teamback.record.words import PROFESSIONS, STATUS

RED_FLAGS_FILE = Path(__file__).parents[3] / "data" / "red_flags.toml"
WITH_ITEMS = (*sorted(SETS_OUT), "ES5")
NEEDED = (*WITH_ITEMS, "ES15")
DUE = ("now", "today")
_ITEM = tuple(f.name for f in fields(Item))
_RULE = tuple(f.name for f in fields(FlagRule) if f.name != "id")
_RULE_TEXTS = tuple(name for name in _RULE if name not in ("owner", "next_review"))
_BACKGROUND = ("key", "says")


@cache
def in_force() -> RedFlags:
    """The warning signs of the file that the product ships."""
    return read(RED_FLAGS_FILE.read_text(encoding="utf-8"), RED_FLAGS_FILE.name)


def read(text: str, file: str) -> RedFlags:
    """The warning signs in a text; Refusal, naming the entry and how to mend it."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refusal(f"{file} is not valid TOML ({error}): mend that place.") from error
    _fields(table, ("version", "standing_days", "rule", "item", "background"), file)
    if type(table["standing_days"]) is not int or not 0 <= table["standing_days"] <= 14:
        raise Refusal(f"{file}: standing_days must be a whole number from 0 to 14.")
    rules = {name: _rule(name, said, f"{file}, rule {name}") for name, said in table["rule"].items()}
    for name in NEEDED:
        if name not in rules:
            raise Refusal(f"{file}: rule {name} is missing. Add [rule.{name}] with {', '.join(_RULE)}.")
    items = tuple(_item(said, rules, file) for said in table["item"])
    background = tuple(_background(said, file) for said in table["background"])
    _each_once([item.key for item in items] + [key for key, _ in background], file)
    for name in WITH_ITEMS:
        if not any(item.rule == name for item in items):
            raise Refusal(f'{file}: no item speaks to rule {name}. Add an [[item]] with rule = "{name}".')
    return RedFlags(str(table["version"]), table["standing_days"], rules, items, background)


def _rule(name: str, said: Mapping[str, Any], where: str) -> FlagRule:
    _fields(said, _RULE, where)
    _texts(said, _RULE_TEXTS, where)
    _one_of(said["level"], LEVELS, "level", where)
    _one_of(said["due"], DUE, "due", where)
    _one_of(said["status"], STATUS, "status", where)
    if not isinstance(said["owner"], list) or not said["owner"]:
        raise Refusal(f'{where}: nobody owns it. Name who is to act: owner = ["doctor"].')
    for profession in said["owner"]:
        _one_of(profession, PROFESSIONS, "owner", where)
    if type(said["next_review"]) is not dt.date:
        raise Refusal(f"{where}: next_review must be a date such as 2027-05-31.")
    owner = tuple(PROFESSIONS[profession] for profession in said["owner"])
    return FlagRule(**{**said, "id": name, "owner": owner})


def _item(said: Mapping[str, Any], rules: Mapping[str, FlagRule], file: str) -> Item:
    where = f"{file}, item {said.get('key', '?')}"
    _fields(said, _ITEM, where)
    _texts(said, _ITEM, where)
    _one_of(said["rule"], rules, "rule", where)
    return Item(**said)


def _background(said: Mapping[str, Any], file: str) -> tuple[str, str]:
    where = f"{file}, background {said.get('key', '?')}"
    _fields(said, _BACKGROUND, where)
    _texts(said, _BACKGROUND, where)
    return said["key"], said["says"]


def _fields(said: Mapping[str, Any], needed: Collection[str], where: str) -> None:
    for name in needed:
        if name not in said:
            raise Refusal(f"{where}: {name} is missing. Add a line {name} = ...")
    for name in said:
        if name not in needed:
            raise Refusal(f"{where}: {name} is not known here. Take it out, or mend its spelling.")


def _texts(said: Mapping[str, Any], names: Collection[str], where: str) -> None:
    for name in names:
        if not isinstance(said[name], str) or not said[name].strip():
            raise Refusal(f"{where}: {name} must be words in quotes.")


def _one_of(value: Any, words: Collection[str], name: str, where: str) -> None:
    if value not in words:
        raise Refusal(f"{where}: {name} is {value!r}, but knows {', '.join(words)} only.")


def _each_once(keys: list[str], file: str) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise Refusal(f"{file}: {key} is asked twice. Give each item a key of its own.")
