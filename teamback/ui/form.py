"""One open form: what it is called, who was first, and how what it gives is kept."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from teamback.record.refusal import Refusal
from teamback.ui import save_bar
from teamback.ui.beside import Beside, refused, who_was_first


@dataclass(frozen=True)
class Form:
    """`seen` is the state of the record when it was first drawn; `changed` names who was first since.

    `keeping` takes entries, a word of confirmation, and what to do with a refusal.
    """

    key: str
    today: dt.date
    seen: int
    changed: str | None
    keeping: Callable[[Sequence[Any], str, Callable[[Refusal], None]], None]

    def say_who_was_first(self) -> None:
        """For a form without the Save bar, which says it."""
        if self.changed:
            who_was_first(self.changed)

    def save(
        self,
        beside: Beside,
        refusals: Sequence[Refusal] = (),
        asking: Sequence[str] = (),
        words: tuple[str, str] | None = None,
    ) -> bool:
        """The Save bar: true when it was pressed, nothing refuses, and what is unusual was confirmed.

        `asking` is what is unusual; `words` ask about it in another way than sentence by sentence.
        """
        if not save_bar.save(self.key, beside, () if refusals else asking, words, self.changed):
            return False
        beside.say(refusals)
        return not refusals

    def keep(self, entries: Sequence[Any], saying: str, beside: Beside | None = None) -> None:
        """One batch. What refuses it is said beside its field, without `beside` in place; all typed stays."""
        self.keeping(entries, saying, (lambda refusal: beside.say([refusal])) if beside else refused)

    def offer(self, beside: Beside, entries: Sequence[Any], refusals: Sequence[Refusal], saying: str) -> None:
        """The Save bar; what was typed is kept when nothing refuses it."""
        if self.save(beside, refusals):
            self.keep(entries, saying, beside)
