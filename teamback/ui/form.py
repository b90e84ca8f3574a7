"""One open form: what it is called, who was first, and how what it gives is kept."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from teamback.record.refusal import Refusal
from teamback.ui.beside import Beside
from teamback.ui.save_bar import save


@dataclass(frozen=True)
class Form:
    """`seen` is the state of the record when it was first drawn; `changed` names who was first since.

    `keep` takes entries, a word of confirmation, and what to do with a refusal.
    """

    key: str
    today: dt.date
    seen: int
    changed: str | None
    keep: Callable[[Sequence[Any], str, Callable[[Refusal], None]], None]

    def offer(self, beside: Beside, entries: Sequence[Any], refusals: Sequence[Refusal], saying: str) -> None:
        """The Save button; what was typed is kept when nothing refuses it."""
        if save(self.key, (), "", "", beside, self.changed):
            if refusals:
                return beside.say(refusals)
            self.keep(entries, saying, lambda refusal: beside.say([refusal]))
