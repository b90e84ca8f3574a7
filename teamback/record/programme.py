"""A line of a programme: one exercise, on which days, with which dose; and how the record keeps it."""

import json
from dataclasses import dataclass, fields


@dataclass(frozen=True)
class ProgrammeLine:
    """One exercise of a plan: days by weekday (0 is Monday; none: on every day), dose, pillar and words."""

    exercise: str
    days: tuple[int, ...] = ()
    sets: float | None = None
    reps: float | None = None
    hold_s: float | None = None
    load_kg: float | None = None
    minutes: float | None = None
    side: str | None = None
    tempo: str | None = None
    pillar: str | None = None
    note: str | None = None

    def as_text(self) -> str:
        """The line as a programme keeps it."""
        said = {f.name: getattr(self, f.name) for f in fields(self)}
        return json.dumps({k: v for k, v in said.items() if v not in (None, ())}, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "ProgrammeLine":
        """The line that a programme kept."""
        said = json.loads(text)
        return cls(**said | {"days": tuple(said.get("days", ()))})
