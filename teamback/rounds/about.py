"""What is known about an athlete on a morning besides the daily facts: decision, red flags, tests."""

from dataclasses import dataclass

from teamback.record.events import Availability
from teamback.record.kept import Kept
from teamback.rounds.tested import NEVER, Tested
from teamback.rounds.urgent.red_flags import Standing


@dataclass(frozen=True)
class About:
    """The decision in force, red flags, the last baseline, and the stage of the case that limits most."""

    decision: Kept[Availability] | None = None
    red_flag: Standing = Standing()
    tested: Tested = NEVER
    stage: str = ""
