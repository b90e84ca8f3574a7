"""What became of a criterion at a moment, and how a stage change keeps it for ever."""

import datetime as dt
import json
from dataclasses import dataclass, field, fields
from typing import Any

from teamback.record.flag import RowRead

MET, NOT_MET, NO_DATA, TOO_OLD, WAIVED = "met", "not_met", "no_data", "too_old", "waived"


@dataclass(frozen=True)
class Verdict:
    """One criterion judged: met, not met, no data, too old, or waived by a named clinician.

    `value` and `threshold` are as the screen shows them, `on` is the day of the newest entry behind the
    value, `n` how many entries there are. `kind` is objective, clinician (judged by one) or advisory (shown,
    and never in the way).
    """

    criterion: str
    says: str
    verdict: str
    value: str = ""
    threshold: str = ""
    on: dt.date | None = None
    n: int = 0
    kind: str = "objective"
    source: str = ""
    status: str = ""
    waived_by: str | None = None
    reason: str | None = None
    rows: tuple[RowRead, ...] = field(default=(), compare=False)

    @property
    def passes(self) -> bool:
        """Whether it lets a case move: met or waived; an advisory one is never in the way."""
        return self.verdict in (MET, WAIVED) or self.kind == "advisory"

    def as_text(self) -> str:
        """The verdict as one line of a stage change."""
        said = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "rows"}
        kept = {name: value for name, value in said.items() if value not in (None, "", 0)}
        return json.dumps(kept, default=str, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "Verdict":
        """The verdict that a stage change kept."""
        said: dict[str, Any] = json.loads(text)
        if "on" in said:
            said["on"] = dt.date.fromisoformat(said["on"])
        return cls(**said)
