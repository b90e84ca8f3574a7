"""What every event is: a frozen dataclass whose fields say who may read them."""

import datetime as dt
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, ClassVar

from teamback.record.scope import CLINICIAN_ONLY, EVERYONE


def read_by(audience: frozenset[str], default: Any = None, scale: str | None = None) -> Any:
    """A field of an event: its audience, and the scale its values must lie on (its own name by default)."""
    return field(default=default, metadata={"audience": audience, "scale": scale})


def must(audience: frozenset[str]) -> Any:
    """A field that has to be given."""
    return field(metadata={"audience": audience, "scale": None})


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened or was decided on a day, in the squad's own time zone.

    `kind` names the table, `about` the field that holds the subject. Daily facts carry the athlete's home
    squad in their table, by which they are always filtered.
    """

    kind: ClassVar[str]
    about: ClassVar[str] = "athlete"
    daily: ClassVar[bool] = False

    day: dt.date = must(EVERYONE)

    @property
    def subject(self) -> str:
        """Whom or what this event is about: two people may not change it at once unawares."""
        return str(getattr(self, self.about))


def columns(kind: type[Event]) -> tuple[str, ...]:
    """The fields of a kind that its own table holds (the day stands in the journal)."""
    return tuple(f.name for f in fields(kind) if f.name != "day")


def audience_of(kind: type[Event], name: str) -> frozenset[str]:
    """Who may read a field."""
    if kind not in _AUDIENCES:
        _AUDIENCES[kind] = {f.name: frozenset(f.metadata["audience"]) for f in fields(kind)}
    return _AUDIENCES[kind].get(name, CLINICIAN_ONLY)


def must_fields(kind: "type[Event] | Event") -> dict[str, frozenset[str]]:
    """The fields without which there is no event of this kind, and who may read each."""
    return {f.name: frozenset(f.metadata["audience"]) for f in fields(kind) if f.default is MISSING}


_AUDIENCES: dict[type[Event], dict[str, frozenset[str]]] = {}
"""By kind and field, as they were looked up: a board asks some seventy times."""
