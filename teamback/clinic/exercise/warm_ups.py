"""Warm-ups and cool-downs by part: the templates of data/warm_ups.toml, and totals that agree with parts."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from teamback.record.events import Session
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES

WARM_UPS_FILE = Path(__file__).parents[3] / "data" / "warm_ups.toml"
PARTS = {
    "warm_up": ("warm_up_cardio", "warm_up_stretch", "warm_up_activation"),
    "cool_down": ("cool_down_stretch", "cool_down_mobility"),
}
"""The parts of each, as a session has them."""


@dataclass(frozen=True)
class Template:
    """A named warm-up or cool-down with its minutes by part, under the names of a session's fields."""

    name: str
    minutes: Mapping[str, float]

    @property
    def total(self) -> float:
        """All parts together, in minutes."""
        return sum(self.minutes.values())


@cache
def templates() -> Mapping[str, tuple[Template, ...]]:
    """The templates that the product ships, for `warm_up` and `cool_down`, read once."""
    return read(WARM_UPS_FILE)


def read(path: Path) -> Mapping[str, tuple[Template, ...]]:
    """The templates of a file; Refusal names the template and the mend."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(f"{path.name} cannot be read: {error}.") from error
    for what in tables:
        if what not in PARTS:
            raise Refusal(f"{path.name}: [[{what}]] is neither warm_up nor cool_down.")
    return {what: tuple(_template(path, what, table) for table in tables.get(what, ())) for what in PARTS}


def _template(path: Path, what: str, table: Mapping[str, Any]) -> Template:
    named = {"name", *(part.removeprefix(f"{what}_") for part in PARTS[what])}
    name = table.get("name", "without a name")
    if table.keys() != named:
        raise Refusal(f"{path.name}: {what} {name!r} has {', '.join(sorted(named))}, each once.")
    minutes = {part: table[part.removeprefix(f"{what}_")] for part in PARTS[what]}
    for part, value in minutes.items():
        if not isinstance(value, int | float) or isinstance(value, bool) or SCALES[part].refuse(value):
            raise Refusal(f"{path.name}: {what} {name!r}: {SCALES[part].label} is {value!r}: give minutes.")
    return Template(str(name), {part: float(value) for part, value in minutes.items()})


def total(parts: Mapping[str, float | None], what: str) -> float | None:
    """What the parts add up to; not known while none is."""
    known = [value for part in PARTS[what] if (value := parts.get(part)) is not None]
    return sum(known) if known else None


def disagreeing(typed: Session) -> Iterator[Refusal]:
    """Refuses a total that its parts do not add up to; a part that nobody gave is unknown, not 0."""
    for what, parts in PARTS.items():
        whole, given = getattr(typed, what), [getattr(typed, part) for part in parts]
        known = [value for value in given if value is not None]
        if whole is None or not known:
            continue
        short = len(known) == len(given) and sum(known) < whole
        if short or sum(known) > whole:
            label = SCALES[what].label
            sentence = f"{label} is {whole:g} min, but its parts make {sum(known):g} min: change one of them."
            yield Refusal(sentence, what)
